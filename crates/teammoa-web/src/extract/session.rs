//! The cookie that says whose request it is.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use chrono::TimeDelta;

use crate::cookies;
use crate::settings::WebSettings;

/// Name of the cookie. It holds an opaque token whose hash is a row in the database.
pub const COOKIE: &str = "sessionid";

/// The token that a request brings.
pub(super) fn read(request: &HttpRequest) -> Option<String> {
    cookies::read(request, COOKIE)
}

/// The cookie for a token.
pub(super) fn cookie(settings: &WebSettings, token: &str, lifetime: TimeDelta) -> Cookie<'static> {
    let mut cookie = cookies::new(settings, COOKIE, token);
    cookie.set_max_age(Duration::seconds(lifetime.num_seconds()));
    cookie
}

/// The cookie that ends it.
pub(super) fn removal(settings: &WebSettings) -> Cookie<'static> {
    cookies::removal(settings, COOKIE)
}
