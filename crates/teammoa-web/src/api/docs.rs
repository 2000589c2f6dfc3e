//! The description of the API, for programs and for people.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Path;
use utoipa_swagger_ui::Config;

use super::openapi;
use crate::extract::Visit;
use crate::failure::Failure;

/// OpenAPI as JSON.
pub(crate) async fn document(visit: Visit) -> Result<HttpResponse, Failure> {
    may_read(&visit)?;
    Ok(visit.json(StatusCode::OK, &openapi::document()))
}

/// The page that lets people browse and try the API; its files come out of our own binary.
pub(crate) async fn index(visit: Visit) -> Result<HttpResponse, Failure> {
    may_read(&visit)?;
    swagger("index.html")
}

/// A file of that page.
pub(crate) async fn file(visit: Visit, name: Path<String>) -> Result<HttpResponse, Failure> {
    may_read(&visit)?;
    swagger(&name)
}

/// In production the description is for those who have an account: it would tell strangers where to knock.
fn may_read(visit: &Visit) -> Result<(), Failure> {
    if visit.app().dev.is_some() || visit.current.is_some() {
        Ok(())
    } else {
        Err(Failure::unauthenticated())
    }
}

fn swagger(name: &str) -> Result<HttpResponse, Failure> {
    let config = Arc::new(Config::from("/api/openapi.json"));
    let found = utoipa_swagger_ui::serve(name, config).map_err(|error| {
        tracing::error!(%error, "the API browser can't be served");
        Failure::internal()
    })?;
    let file = found.ok_or_else(Failure::not_found)?;
    Ok(HttpResponse::Ok()
        .content_type(file.content_type)
        .insert_header((header::CACHE_CONTROL, "private, max-age=3600"))
        .body(file.bytes.to_vec()))
}
