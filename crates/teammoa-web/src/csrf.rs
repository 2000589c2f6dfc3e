//! Tokens that show that a form came from our own pages.
//!
//! The cookie `csrftoken` holds `random.signature`; pages hold a token made fresh for each of them,
//! `nonce.signature over nonce and cookie`, so that compressed pages never repeat the secret (BREACH). Scripts send
//! the cookie's value as the header `X-CSRFToken`, forms send their token as [`FIELD`].

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use subtle::ConstantTimeEq;

use crate::cookies;
use crate::settings::{SecretKeys, WebSettings};

/// Name of the cookie; scripts read it.
pub const COOKIE: &str = "csrftoken";
/// Name of the header that scripts send.
pub const HEADER: &str = "X-CSRFToken";
/// Name of the hidden field in forms.
pub const FIELD: &str = "csrfmiddlewaretoken";

const FOR_COOKIE: &str = "csrf-cookie";
const FOR_FORM: &str = "csrf-form";
const AGE: Duration = Duration::days(365);

/// What a page gets.
#[derive(Debug)]
pub struct Issued {
    /// To be set when the visitor has none, or one that is not ours.
    pub cookie: Option<Cookie<'static>>,
    /// For the hidden field; empty (and so refused later) only when the system has no randomness.
    pub token: String,
}

/// Makes the token for the forms of one page, and the cookie if it is needed. Call it once per answer.
pub fn issue(request: &HttpRequest, settings: &WebSettings) -> Issued {
    let keys = &settings.secret_keys;
    let existing = valid_cookie(request, keys);
    let is_new = existing.is_none();
    let value = existing.or_else(|| new_value(keys));
    let token = value.as_deref().and_then(|value| form_token(value, keys));
    let cookie = value.filter(|_| is_new).map(|value| {
        let mut cookie = cookies::new(settings, COOKIE, value);
        cookie.set_http_only(false);
        cookie.set_max_age(AGE);
        cookie
    });
    Issued { cookie, token: token.unwrap_or_default() }
}

/// Whether the request shows a token that belongs to its cookie: the header, or `form_token` from the body.
pub fn check(request: &HttpRequest, form_token: Option<&str>, keys: &SecretKeys) -> bool {
    let Some(cookie) = valid_cookie(request, keys) else {
        return false;
    };
    let header =
        request.headers().get(HEADER).is_some_and(|header| same(header.as_bytes(), cookie.as_bytes()));
    header || form_token.is_some_and(|token| is_token_of(token, &cookie, keys))
}

fn valid_cookie(request: &HttpRequest, keys: &SecretKeys) -> Option<String> {
    let value = cookies::read(request, COOKIE)?;
    let (random, signature) = value.split_once('.')?;
    keys.verify(FOR_COOKIE, random, signature).then_some(value)
}

fn new_value(keys: &SecretKeys) -> Option<String> {
    let random = cookies::random_value()?;
    let signature = keys.sign(FOR_COOKIE, &random);
    Some(format!("{random}.{signature}"))
}

fn form_token(cookie: &str, keys: &SecretKeys) -> Option<String> {
    let nonce = cookies::random_value()?;
    let signature = keys.sign(FOR_FORM, &format!("{nonce}|{cookie}"));
    Some(format!("{nonce}.{signature}"))
}

fn is_token_of(token: &str, cookie: &str, keys: &SecretKeys) -> bool {
    token
        .split_once('.')
        .is_some_and(|(nonce, signature)| keys.verify(FOR_FORM, &format!("{nonce}|{cookie}"), signature))
}

fn same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}
