//! What went wrong.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::{Page, i18n};

/// What happened, why, and what to do now.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorPage {
    /// The HTTP status.
    pub status: u16,
    /// What happened.
    pub title: String,
    /// Why.
    pub text: String,
    /// What to do now.
    pub hint: Option<String>,
    /// The name of this request in the log.
    pub request_id: String,
    /// Facts for those who look after the server: names and values.
    pub details: Vec<(String, String)>,
}

impl Page for ErrorPage {
    const TEMPLATE: &'static str = "pages/error.html";

    fn samples(language: Language) -> Vec<Self> {
        let proxy = [("header", i18n::Arg::from("X-Forwarded-Proto")), ("value", i18n::Arg::from("http"))];
        let of = |status, code, args: &[_]| sample(language, status, code, args);
        let details = vec![
            ("X-Forwarded-Proto".to_owned(), "http".to_owned()),
            ("TRUSTED_PROXIES".to_owned(), "127.0.0.0/8, ::1/128".to_owned()),
        ];
        vec![
            of(404, "not-found", &[]),
            of(403, "csrf", &[]),
            of(503, "busy", &[("seconds", 10_u32.into())]),
            of(500, "internal", &[]),
            of(429, "too-many-requests", &[("seconds", 268_u32.into())]),
            Self { details, ..of(400, "https-misconfigured", &proxy) },
        ]
    }
}

/// The page of a failure by its code, as the failure middleware makes it.
fn sample(language: Language, status: u16, code: &str, args: &[(&str, i18n::Arg)]) -> ErrorPage {
    let say = |part: &str| i18n::text(language, &format!("failure-{code}-{part}"), args);
    ErrorPage {
        status,
        title: say("title"),
        text: say("text"),
        hint: Some(say("hint")),
        request_id: "01JDCW6V4Q8M".to_owned(),
        details: Vec::new(),
    }
}
