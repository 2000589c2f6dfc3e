//! The middleware that gives failures their body.

use actix_web::body::{BodySize, BoxBody, MessageBody as _};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest, HttpResponse};

use super::page::{self, Visit};
use super::problem::{self, Problem};
use super::{Failure, is_for_programs};
use crate::middleware::{Locale, RequestId};
use crate::settings::WebSettings;
use crate::{cookies, csrf};

/// Turns failures, and what actix itself refuses (unknown paths, wrong methods, unreadable bodies), into pages or
/// problem+json. Pages that a handler wrote itself, such as a form with messages, pass unchanged.
pub async fn render(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    let answer = next.call(request).await?;
    let Some(failure) = failure_of(answer.response()) else {
        return Ok(answer);
    };
    log(&failure, answer.response());
    let (request, response) = answer.into_parts();
    let response = with_body(&failure, &request, response);
    Ok(ServiceResponse::new(request, response))
}

fn failure_of(response: &HttpResponse) -> Option<Failure> {
    if let Some(failure) = response.extensions().get::<Failure>() {
        return Some(failure.clone());
    }
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let empty = matches!(response.body().size(), BodySize::None | BodySize::Sized(0));
    (failed && (empty || response.error().is_some())).then(|| Failure::of_status(status))
}

/// Causes are logged here, once, and not shown.
fn log(failure: &Failure, response: &HttpResponse) {
    if let (true, Some(error)) = (failure.status.is_server_error(), response.error()) {
        tracing::error!(code = failure.code, %error, "request failed");
    }
}

fn with_body(failure: &Failure, request: &HttpRequest, mut response: HttpResponse) -> HttpResponse {
    let language = Locale::of(request);
    let request_id = RequestId::of(request);
    let (content_type, body) = if is_for_programs(request) {
        let problem = Problem::of(failure, language, &request_id);
        (problem::CONTENT_TYPE, serde_json::to_string(&problem).unwrap_or_default())
    } else {
        let csrf = token_for_frame(request, &mut response);
        let visit = Visit { request, language, request_id: &request_id, csrf };
        ("text/html; charset=utf-8", page::html(failure, &visit))
    };
    let mut response = response.set_body(BoxBody::new(body));
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    response
}

/// The frame of an error page has forms too (language, logout), which need a token.
fn token_for_frame(request: &HttpRequest, response: &mut HttpResponse) -> String {
    let Some(settings) = request.app_data::<Data<WebSettings>>() else {
        return String::new();
    };
    let issued = csrf::issue(request, settings);
    if let Some(cookie) = &issued.cookie {
        cookies::add(response, cookie);
    }
    issued.token
}
