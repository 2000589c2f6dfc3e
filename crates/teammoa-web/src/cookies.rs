//! One way to read and write cookies.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::settings::WebSettings;

/// The value of a cookie as it was sent.
///
/// actix's own reader gives up on all cookies when one of them is not UTF-8, so that a stray cookie of another program
/// on the same host would sign a visitor out, or hide the marker that keeps redirects from looping.
pub fn read(request: &HttpRequest, name: &str) -> Option<String> {
    request
        .headers()
        .get_all(header::COOKIE)
        .flat_map(|line| line.as_bytes().split(|byte| *byte == b';'))
        .filter_map(|pair| {
            let pair = pair.trim_ascii();
            let equals = pair.iter().position(|byte| *byte == b'=')?;
            let (found, value) = pair.split_at_checked(equals)?;
            (found.trim_ascii() == name.as_bytes()).then_some(value.get(1..)?)
        })
        .find_map(|value| std::str::from_utf8(value.trim_ascii()).ok())
        .map(|value| value.trim_matches('"').into())
}

/// A cookie with the flags that all of ours share: whole site, `SameSite=Lax`, not readable by scripts, `Secure`
/// when the site is https. It ends with the browser unless the caller sets an age.
pub fn new(settings: &WebSettings, name: impl Into<String>, value: impl Into<String>) -> Cookie<'static> {
    Cookie::build(name.into(), value.into())
        .path("/")
        .same_site(SameSite::Lax)
        .http_only(true)
        .secure(settings.secure_cookies())
        .finish()
}

/// The cookie that makes a browser forget `name`.
pub fn removal(settings: &WebSettings, name: impl Into<String>) -> Cookie<'static> {
    let mut cookie = new(settings, name, "");
    cookie.set_max_age(Duration::ZERO);
    cookie
}

/// Adds a cookie to an answer. Our values are plain ASCII; one that is not is left out and logged.
pub fn add<B>(response: &mut HttpResponse<B>, cookie: &Cookie<'_>) {
    if let Err(error) = response.add_cookie(cookie) {
        tracing::error!(name = cookie.name(), %error, "a cookie could not be written");
    }
}

/// The answer with one more cookie; see [`add`].
pub fn with(mut response: HttpResponse, cookie: &Cookie<'_>) -> HttpResponse {
    add(&mut response, cookie);
    response
}

/// 128 random bits as text that fits into cookies and addresses; `None` when the system has no randomness.
pub fn random_value() -> Option<String> {
    let mut bytes = [0_u8; 16];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Some(URL_SAFE_NO_PAD.encode(bytes)),
        Err(error) => {
            tracing::error!(%error, "the system gave no random bytes");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn with_cookies(lines: &[&'static [u8]]) -> HttpRequest {
        let request = lines.iter().fold(TestRequest::default(), |request, line| {
            let line = header::HeaderValue::from_bytes(line).unwrap();
            request.append_header((header::COOKIE, line))
        });
        request.to_http_request()
    }

    #[test]
    fn a_cookie_is_found_among_malformed_ones() {
        let request = with_cookies(&[b"broken; =x; a=\xff", b"other=1;\xe9;  wanted = yes=1 ; wanted=no"]);
        assert_eq!(read(&request, "wanted").as_deref(), Some("yes=1"));
        assert_eq!(read(&request, "broken"), None);
        assert_eq!(read(&request, "missing"), None);
    }

    #[test]
    fn random_values_differ_and_need_no_encoding() {
        let (one, other) = (random_value().unwrap(), random_value().unwrap());
        assert_ne!(one, other);
        assert!(
            one.len() == 22 && one.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        );
    }
}
