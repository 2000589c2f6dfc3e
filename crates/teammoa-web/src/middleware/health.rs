//! The sign of life. It comes before the checks of host and scheme, because balancers and container engines ask by
//! address and by http.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse};

use crate::failure::Failure;

/// Marks a request for a health page: checks of host and scheme let it pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probe;

impl Probe {
    /// Whether the request is one.
    pub fn is(request: &HttpRequest) -> bool {
        request.extensions().contains::<Self>()
    }
}

/// Answers `/health/` as long as the process lives. `/health/ready` goes on to its handler, marked as a [`Probe`].
pub(super) async fn answer(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    match request.path() {
        "/health/" | "/health" => {
            let response = alive(request.method());
            Ok(request.into_response(response))
        }
        "/health/ready" | "/health/ready/" => {
            request.extensions_mut().insert(Probe);
            next.call(request).await
        }
        _ => next.call(request).await,
    }
}

fn alive(method: &Method) -> HttpResponse {
    if !matches!(*method, Method::GET | Method::HEAD) {
        let mut response = Failure::of_status(StatusCode::METHOD_NOT_ALLOWED).respond();
        response.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .content_type("application/json")
        .body(r#"{"status":"ok"}"#)
}
