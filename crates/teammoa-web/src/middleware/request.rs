//! The outermost layer: a name for the request, the facts about its way, its queries, one line in the log.

use std::time::{Duration, Instant};

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpRequest};
use teammoa_service::QueryStats;
use tracing::Instrument;

use crate::cookies;
use crate::proxy::Forwarded;
use crate::settings::WebSettings;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const SERVER_TIMING: HeaderName = HeaderName::from_static("server-timing");

/// The name of a request in the log, in the header `X-Request-Id` and on error pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(String);

impl RequestId {
    /// The name of this request; empty outside of the shell.
    pub fn of(request: &HttpRequest) -> String {
        request.extensions().get::<Self>().map_or_else(String::new, |id| id.0.clone())
    }

    /// A trusted proxy may have named the request already, so that its log and ours can be read together.
    fn choose(request: &HttpRequest, way: &Forwarded) -> Self {
        let given = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok());
        let given = given.filter(|id| way.trusted && is_plain(id)).map(String::from);
        Self(given.or_else(cookies::random_value).unwrap_or_default())
    }
}

/// Observes a request: its extensions hold [`Forwarded`], [`RequestId`] and [`QueryStats`] from here on.
pub(super) async fn observe(
    settings: Data<WebSettings>,
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, Error> {
    let start = Instant::now();
    let way = Forwarded::of(request.request(), &settings.trusted_proxies);
    let id = RequestId::choose(request.request(), &way);
    let queries = QueryStats::new();
    let client = way.client;
    request.extensions_mut().insert(way);
    request.extensions_mut().insert(id.clone());
    request.extensions_mut().insert(queries.clone());

    let span = tracing::info_span!("request", request_id = %id.0);
    let work = next.call(request).instrument(span);
    let mut answer = teammoa_service::observe(queries.clone(), work).await?;

    let took = start.elapsed();
    if let Ok(id) = HeaderValue::from_str(&id.0) {
        answer.headers_mut().insert(REQUEST_ID, id);
    }
    if settings.development {
        answer.headers_mut().insert(SERVER_TIMING, timing(took, &queries));
    }
    tracing::info!(
        method = %answer.request().method(),
        path = %shown_path(answer.request()),
        status = answer.status().as_u16(),
        ms = milliseconds(took),
        queries = queries.statements(),
        rows = queries.rows(),
        db_ms = milliseconds(queries.db_time()),
        request_id = %id.0,
        %client,
    );
    Ok(answer)
}

fn timing(took: Duration, queries: &QueryStats) -> HeaderValue {
    let total = milliseconds(took);
    let database = milliseconds(queries.db_time());
    let (count, rows) = (queries.statements(), queries.rows());
    let text = format!("total;dur={total}, db;dur={database};desc=\"{count} queries, {rows} rows\"");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

/// With one digit: most requests take a few milliseconds.
fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 10_000.0).round() / 10.0
}

fn is_plain(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

/// The path without the secrets that links carry in it, and without the query.
fn shown_path(request: &HttpRequest) -> String {
    let path = request.path();
    let Some(pattern) = request.match_pattern() else {
        return path.into();
    };
    let is_secret = |part: &str| part.starts_with("{token") || part.starts_with("{code");
    if !pattern.split('/').any(is_secret) || pattern.split('/').count() != path.split('/').count() {
        return path.into();
    }
    let parts = pattern.split('/').zip(path.split('/'));
    let parts: Vec<_> = parts.map(|(name, part)| if is_secret(name) { name } else { part }).collect();
    parts.join("/")
}
