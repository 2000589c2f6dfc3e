//! Whether a balancer should send requests here.

use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpResponse, HttpResponseBuilder};
use serde_json::{Value, json};
use teammoa_service::health::{self, Readiness};

use crate::App;

/// 200 `ok` or `degraded`, 503 `draining` or `unavailable`.
pub(crate) async fn ready(app: Data<App>) -> HttpResponse {
    let (status, body) = if app.draining().is_on() {
        (StatusCode::SERVICE_UNAVAILABLE, json!({ "status": "draining" }))
    } else {
        answer(health::readiness(&app.services).await)
    };
    HttpResponseBuilder::new(status).insert_header((header::CACHE_CONTROL, "no-store")).json(body)
}

fn answer(readiness: Readiness) -> (StatusCode, Value) {
    match readiness {
        Readiness::Ready => (StatusCode::OK, json!({ "status": "ok" })),
        Readiness::Degraded(away) => (StatusCode::OK, json!({ "status": "degraded", "away": away })),
        Readiness::NotReady(why) => {
            (StatusCode::SERVICE_UNAVAILABLE, json!({ "status": "unavailable", "away": [why] }))
        }
    }
}
