//! Refuses requests for hosts that are not ours.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpRequest};

use super::Probe;
use crate::failure::Failure;
use crate::settings::WebSettings;

/// Refuses with 400 what does not name an allowed host.
pub(super) async fn check(
    settings: Data<WebSettings>,
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, Error> {
    let host = named(request.request());
    if Probe::is(request.request()) || host.as_deref().is_some_and(|host| settings.allowed_hosts.allows(host))
    {
        return next.call(request).await;
    }
    let host = host.unwrap_or_default();
    tracing::warn!(host, "refused a host that is not in ALLOWED_HOSTS");
    let failure = Failure::new(StatusCode::BAD_REQUEST, "host-not-allowed")
        .detail("failure-host-not-allowed-text", vec![("host", host.clone().into())])
        .fact("Host", host);
    Ok(request.into_response(failure.respond()))
}

/// The host that the request names, with its port: from the request line where it is absolute (HTTP/2, proxies), else
/// from the one `Host` header. `X-Forwarded-Host` is nobody's business.
pub(super) fn named(request: &HttpRequest) -> Option<String> {
    if let Some(authority) = request.uri().authority() {
        return Some(authority.as_str().into());
    }
    let mut lines = request.headers().get_all(header::HOST);
    let host = lines.next()?.to_str().ok()?;
    lines.next().is_none().then(|| host.into())
}
