//! The cookie by which a browser proves that an account was used on it before. It lets nobody in; its failed logins are
//! only counted apart from those of strangers.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use teammoa_domain::UserId;
use teammoa_service::accounts::KnownDevice;

use crate::cookies;
use crate::settings::WebSettings;

/// Name of the cookie.
const COOKIE: &str = "device";

const PURPOSE: &str = "device";
const AGE: Duration = Duration::days(365);

/// Whose device this is, if the cookie is one of ours.
pub(super) fn read(request: &HttpRequest, settings: &WebSettings) -> Option<KnownDevice> {
    let value = cookies::read(request, COOKIE)?;
    let (data, signature) = value.rsplit_once('.')?;
    if !settings.secret_keys.verify(PURPOSE, data, signature) {
        return None;
    }
    let (user, name) = data.split_once('.')?;
    Some(KnownDevice { user: user.parse().ok()?, name: name.to_owned() })
}

/// The cookie after somebody has logged in; `None` when there is no randomness.
pub(super) fn cookie(settings: &WebSettings, user: UserId) -> Option<Cookie<'static>> {
    let data = format!("{user}.{}", cookies::random_value()?);
    let signature = settings.secret_keys.sign(PURPOSE, &data);
    let mut cookie = cookies::new(settings, COOKIE, format!("{data}.{signature}"));
    cookie.set_max_age(AGE);
    Some(cookie)
}
