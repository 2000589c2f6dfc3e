//! Sends plain requests to https, at most once.
//!
//! Behind a proxy that ends TLS every request arrives plain, and only a header says how the visitor came. Where that
//! header is missing or wrong, a redirect would lead straight back here, for ever. So a redirect leaves a marker: who
//! comes back with it and still without a claim of https gets an explanation.

use actix_web::body::BoxBody;
use actix_web::cookie::time::Duration;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest, HttpResponse};

use super::{Probe, hosts};
use crate::cookies;
use crate::failure::Failure;
use crate::proxy::Forwarded;
use crate::settings::{WebSettings, host_without_port};
use crate::view::i18n::Arg;

/// The marker: a cookie, and a query parameter where the redirect leads to another host, which gets no cookie of ours.
pub const MARKER: &str = "https_redirect";

const MARKER_AGE: Duration = Duration::seconds(60);

/// Lets https pass (and forgets the marker), redirects plain requests once, explains the second time.
pub(super) async fn redirect(
    settings: Data<WebSettings>,
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, Error> {
    let way = Forwarded::stored(request.request());
    let cookie = cookies::read(request.request(), MARKER).is_some();
    if way.is_https() {
        let mut answer = next.call(request).await?;
        if cookie {
            cookies::add(answer.response_mut(), &marker(&settings, Duration::ZERO));
        }
        return Ok(answer);
    }
    if !settings.ssl_redirect || Probe::is(request.request()) {
        return next.call(request).await;
    }
    let response = if cookie || has_marker_in_query(request.request()) {
        explanation(&settings, &way)
    } else {
        to_https(&settings, request.request())
    };
    Ok(request.into_response(response))
}

fn to_https(settings: &WebSettings, request: &HttpRequest) -> HttpResponse {
    let host = hosts::named(request).unwrap_or_default();
    let host = host_without_port(&host).unwrap_or_default();
    let site = settings.site_url.host_str().unwrap_or_default();
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let target = if !settings.secure_cookies() {
        format!("https://{host}{path}")
    } else if host.eq_ignore_ascii_case(site) {
        format!("{}{path}", settings.site_url.origin().ascii_serialization())
    } else {
        format!("{}{}", settings.site_url.origin().ascii_serialization(), with_marker(path))
    };
    let Ok(location) = HeaderValue::from_bytes(target.as_bytes()) else {
        return Failure::of_status(StatusCode::BAD_REQUEST).respond();
    };
    let mut response = HttpResponse::TemporaryRedirect()
        .insert_header((header::LOCATION, location))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish();
    cookies::add(&mut response, &marker(settings, MARKER_AGE));
    response
}

fn with_marker(path: &str) -> String {
    let separator = if path.contains('?') { '&' } else { '?' };
    format!("{path}{separator}{MARKER}=1")
}

fn has_marker_in_query(request: &HttpRequest) -> bool {
    let pairs = request.query_string().split('&');
    pairs.filter_map(|pair| pair.split_once('=')).any(|(name, _)| name == MARKER)
}

/// It has to travel over both schemes, so it is the one cookie that is never `Secure`.
fn marker(settings: &WebSettings, age: Duration) -> actix_web::cookie::Cookie<'static> {
    let mut cookie = cookies::new(settings, MARKER, if age.is_zero() { "" } else { "1" });
    cookie.set_secure(false);
    cookie.set_max_age(age);
    cookie
}

fn explanation(settings: &WebSettings, way: &Forwarded) -> HttpResponse {
    let received = way.raw_header.clone();
    let (header, value) =
        received.as_deref().and_then(|line| line.split_once(": ")).unwrap_or(("X-Forwarded-Proto", "–"));
    tracing::error!(
        header, value, client = %way.client, trusted = way.trusted,
        "redirected to https, and the request came back without a claim of https: \
         the proxy in front has to send X-Forwarded-Proto: https, from an address in TRUSTED_PROXIES"
    );
    let failure = Failure::new(StatusCode::BAD_REQUEST, "https-misconfigured")
        .detail(
            "failure-https-misconfigured-text",
            vec![("header", Arg::from(header)), ("value", Arg::from(value))],
        )
        .fact(header, value);
    // Anybody can ask for this page, so the networks inside the house are for developers only
    if !settings.development {
        return failure.respond();
    }
    let networks: Vec<_> = settings.trusted_proxies.iter().map(ToString::to_string).collect();
    failure.fact("TRUSTED_PROXIES", networks.join(", ")).respond()
}
