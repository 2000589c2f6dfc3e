//! The words of a failure in the language of its reader.

use actix_web::http::StatusCode;
use teammoa_domain::Language;

use super::Failure;
use crate::view::i18n::{self, Arg};

/// What is said to people and, in problem+json, to programmers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) hint: Option<String>,
}

impl Words {
    pub(super) fn of(failure: &Failure, language: Language) -> Self {
        let code = code_with_words(failure, language);
        let args = args(failure);
        let say = |part: &str| i18n::text(language, &key(code, part), &args);
        Self {
            title: say("title"),
            text: match &failure.detail {
                Some(detail) => i18n::text(language, &detail.key, &args),
                None => say("text"),
            },
            hint: i18n::has(language, &key(code, "hint")).then(|| say("hint")),
        }
    }
}

/// The code that a bare status stands for.
pub(super) fn code_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED => "unauthenticated",
        StatusCode::FORBIDDEN => "forbidden",
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
        StatusCode::CONFLICT => "conflict",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported-media-type",
        StatusCode::UNPROCESSABLE_ENTITY => "invalid",
        StatusCode::TOO_MANY_REQUESTS => "too-many-requests",
        StatusCode::SERVICE_UNAVAILABLE => "unavailable",
        status if status.is_server_error() => "internal",
        _ => "bad-request",
    }
}

/// Not every code has words of its own, nor every status.
fn code_with_words(failure: &Failure, language: Language) -> &'static str {
    let general = if failure.status.is_server_error() { "internal" } else { "bad-request" };
    [failure.code, code_of(failure.status)]
        .into_iter()
        .find(|code| i18n::has(language, &key(code, "title")))
        .unwrap_or(general)
}

fn key(code: &str, part: &str) -> String {
    format!("failure-{code}-{part}")
}

fn args(failure: &Failure) -> Vec<(&'static str, Arg)> {
    let own = failure.detail.iter().flat_map(|detail| detail.args.clone());
    let seconds = failure.retry_after.map(|seconds| ("seconds", Arg::from(seconds)));
    own.chain(seconds).collect()
}
