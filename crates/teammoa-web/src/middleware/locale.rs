//! The language of an answer as far as it can be known before the session is read.

use std::future::{Ready, ready};

use actix_web::body::BoxBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest};
use teammoa_domain::Language;

use crate::cookies;
use crate::settings::WebSettings;

/// Cookie with the tag of the language that somebody chose without an account.
pub const LANGUAGE_COOKIE: &str = "language";

/// The language of this request's answer. The session overwrites it with the setting of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale(pub Language);

impl Locale {
    /// The language stored for the request, or the default one outside of the shell.
    pub fn of(request: &HttpRequest) -> Language {
        request.extensions().get::<Self>().map_or_else(Language::default, |locale| locale.0)
    }
}

impl FromRequest for Locale {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(Self::of(request))))
    }
}

/// Chooses by the cookie, then `Accept-Language`, then the default.
pub(super) async fn choose(
    settings: Data<WebSettings>,
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, Error> {
    let chosen = cookies::read(request.request(), LANGUAGE_COOKIE).and_then(|tag| Language::from_tag(&tag));
    let language = chosen.or_else(|| accepted(request.request())).unwrap_or(settings.default_language);
    request.extensions_mut().insert(Locale(language));
    next.call(request).await
}

/// The best of the languages that the browser asks for and we speak.
fn accepted(request: &HttpRequest) -> Option<Language> {
    let lines = request.headers().get_all(header::ACCEPT_LANGUAGE);
    let wishes = lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(','));
    let mut best: Option<(Language, f32)> = None;
    for (language, weight) in wishes.filter_map(wish) {
        // Of equal wishes the first counts
        if weight > 0.0 && best.is_none_or(|(_, found)| weight > found) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

fn wish(text: &str) -> Option<(Language, f32)> {
    let mut parts = text.split(';');
    let language = Language::from_tag(parts.next()?.trim())?;
    let weight = parts
        .find_map(|part| part.trim().strip_prefix("q="))
        .map_or(Some(1.0), |weight| weight.parse().ok())?;
    Some((language, weight))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn the_best_language_that_we_speak_is_chosen() {
        let table = [
            ("en", Some(Language::En)),
            ("ko-KR,ko;q=0.9,en;q=0.8", Some(Language::Ko)),
            ("en;q=0.5, ko;q=0.6", Some(Language::Ko)),
            ("fr, en-GB;q=0.1", Some(Language::En)),
            ("ko;q=0, en;q=0.1", Some(Language::En)),
            ("en, ko", Some(Language::En)),
            ("fr", None),
            ("*", None),
            ("en;q=x", None),
            ("", None),
        ];
        for (header, language) in table {
            let request = TestRequest::default().insert_header((header::ACCEPT_LANGUAGE, header));
            assert_eq!(accepted(&request.to_http_request()), language, "{header}");
        }
    }
}
