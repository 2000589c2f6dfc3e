//! What an answer says when something did not work, independent of who reads it.
//!
//! Handlers and middleware answer with a [`Failure`]; [`render`] near the outside turns it into a page for people
//! or problem+json (RFC 9457) for programs. Handlers and middleware never write error bodies themselves.

mod answer;
mod page;
mod problem;
mod words;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError};
use teammoa_domain::{FieldErrors, Invalid};

pub use answer::render;

use crate::view::i18n::Arg;

/// Something did not work. Its words are the Fluent texts `failure-<code>-title`, `-text` and `-hint`, or those of its
/// status where the code has none.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{status} {code}")]
pub struct Failure {
    /// The status of the answer.
    pub status: StatusCode,
    /// Stable name for programs, such as `not-found`.
    pub code: &'static str,
    /// A text of its own instead of that of the code; boxed, because results carry failures around.
    pub detail: Option<Box<FailureDetail>>,
    /// The wrong fields, each with its message in problem+json.
    pub fields: FieldErrors,
    /// Seconds after which another try makes sense.
    pub retry_after: Option<u64>,
    /// Facts for those who look after the server: names and values.
    pub extra: Vec<(String, String)>,
}

/// The key of a Fluent text and what the text is given.
#[derive(Debug, Clone, PartialEq)]
pub struct FailureDetail {
    /// The key of the text.
    pub key: String,
    /// The values in the text.
    pub args: Vec<(&'static str, Arg)>,
}

impl Failure {
    /// A failure with nothing but its status and code.
    pub fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code, detail: None, fields: FieldErrors::new(), retry_after: None, extra: Vec::new() }
    }

    /// The failure that a bare status stands for.
    pub fn of_status(status: StatusCode) -> Self {
        Self::new(status, words::code_of(status))
    }

    /// There is no such thing, or not for this person.
    pub fn not_found() -> Self {
        Self::of_status(StatusCode::NOT_FOUND)
    }

    /// Nobody is signed in.
    pub fn unauthenticated() -> Self {
        Self::of_status(StatusCode::UNAUTHORIZED)
    }

    /// The person is known and may not do this.
    pub fn forbidden() -> Self {
        Self::of_status(StatusCode::FORBIDDEN)
    }

    /// The CSRF token is missing or does not fit.
    pub fn csrf() -> Self {
        Self::new(StatusCode::FORBIDDEN, "csrf")
    }

    /// Values are wrong, field by field.
    pub fn invalid(fields: FieldErrors) -> Self {
        Self { fields, ..Self::of_status(StatusCode::UNPROCESSABLE_ENTITY) }
    }

    /// One value is wrong.
    pub fn invalid_field(field: &'static str, invalid: Invalid) -> Self {
        Self::invalid(FieldErrors::one(field, invalid))
    }

    /// A mistake of ours. What it was belongs into the log, not into the answer.
    pub fn internal() -> Self {
        Self::of_status(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Not now; another try makes sense in so many seconds.
    pub fn unavailable(retry_after: u64) -> Self {
        Self::of_status(StatusCode::SERVICE_UNAVAILABLE).retry_after(retry_after)
    }

    /// Uses a text of its own.
    #[must_use]
    pub fn detail(mut self, key: impl Into<String>, args: Vec<(&'static str, Arg)>) -> Self {
        self.detail = Some(Box::new(FailureDetail { key: key.into(), args }));
        self
    }

    /// Says when to come back; texts can use it as `seconds`.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Adds a fact for those who look after the server.
    #[must_use]
    pub fn fact(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.extra.push((name.into(), value.into()));
        self
    }

    /// An answer without a body that carries this failure to [`render`].
    pub fn respond(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status);
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self.clone());
        response
    }
}

/// Lets handlers return `Result<_, Failure>`.
impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        self.respond()
    }
}

/// Whether programs read the answers to this request.
pub fn is_for_programs(request: &HttpRequest) -> bool {
    request.path() == "/api" || request.path().starts_with("/api/")
}

/// The person that error pages greet, when the session has put him or her into the request's extensions.
fn person(request: &HttpRequest) -> Option<crate::view::ShellPerson> {
    request.extensions().get::<crate::view::ShellPerson>().cloned()
}
