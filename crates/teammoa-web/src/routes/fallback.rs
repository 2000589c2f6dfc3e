//! Addresses that nobody has.

use actix_web::dev::ResourceDef;
use actix_web::http::{Method, header};
use actix_web::{HttpRequest, HttpResponse};

use crate::App;
use crate::extract::Visit;
use crate::failure::Failure;

/// 404, unless only the slash at the end is missing: then on to the address with it.
pub(super) async fn not_found(request: HttpRequest, visit: Visit) -> Result<HttpResponse, Failure> {
    match with_slash(&request, visit.app()) {
        Some(address) => {
            Ok(HttpResponse::PermanentRedirect().insert_header((header::LOCATION, address)).finish())
        }
        None => Err(Failure::not_found()),
    }
}

fn with_slash(request: &HttpRequest, app: &App) -> Option<String> {
    let path = request.path();
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads || path.ends_with('/') || path.starts_with("//") || path.contains('\\') {
        return None;
    }
    let path = format!("{path}/");
    let known =
        super::table(app.dev.is_some()).iter().any(|route| ResourceDef::new(route.path).is_match(&path));
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    known.then(|| format!("{path}{query}"))
}
