//! Refuses requests that change something on behalf of a foreign page.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest};
use url::{Origin, Url};

use super::hosts;
use crate::failure::Failure;
use crate::proxy::Forwarded;
use crate::settings::WebSettings;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses unsafe methods of foreign origin with 403.
pub(super) async fn check(
    settings: Data<WebSettings>,
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, Error> {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE);
    if safe || is_own(request.request(), &settings) {
        return next.call(request).await;
    }
    let shown = |name: &HeaderName| {
        let value =
            request.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        value.unwrap_or_default()
    };
    tracing::warn!(
        origin = shown(&header::ORIGIN),
        fetch_site = shown(&FETCH_SITE),
        "refused a foreign origin"
    );
    let failure = Failure::new(StatusCode::FORBIDDEN, "bad-origin");
    Ok(request.into_response(failure.respond()))
}

/// Whether a page of ours, or no page at all, sent this request. Opening a websocket asks it too.
///
/// With an Origin: it is that of the site, or that of the address that the request was sent to. Without one (older
/// browsers, programs) Sec-Fetch-Site decides, and who sends neither is no browser that could be led astray.
pub fn is_own(request: &HttpRequest, settings: &WebSettings) -> bool {
    let site = values(request.headers(), &FETCH_SITE);
    match values(request.headers(), &header::ORIGIN).as_slice() {
        [] => matches!(site.as_slice(), [] | ["same-origin" | "none"]),
        [origin] => !site.contains(&"cross-site") && is_ours(origin, request, settings),
        _ => false,
    }
}

/// Values that are not readable become empty ones, which fit nothing.
fn values<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Vec<&'a str> {
    headers.get_all(name).map(|value| value.to_str().unwrap_or_default()).collect()
}

fn is_ours(origin: &str, request: &HttpRequest, settings: &WebSettings) -> bool {
    let Some(origin) = parse(origin) else {
        return false;
    };
    origin == settings.site_url.origin() || Some(origin) == of_address(request, settings)
}

/// The origin of the address that the request was sent to, as far as proxies tell.
fn of_address(request: &HttpRequest, settings: &WebSettings) -> Option<Origin> {
    let host = hosts::named(request).filter(|host| settings.allowed_hosts.allows(host))?;
    let scheme = if Forwarded::stored(request).is_https() { "https" } else { "http" };
    parse(&format!("{scheme}://{host}"))
}

/// Only what is nothing but an origin: no `null`, no path, no user.
fn parse(text: &str) -> Option<Origin> {
    let url = Url::parse(text).ok()?;
    let bare = url.path() == "/" && !text.ends_with('/') && !text.contains(['@', '?', '#']);
    let origin = url.origin();
    (bare && origin.is_tuple()).then_some(origin)
}
