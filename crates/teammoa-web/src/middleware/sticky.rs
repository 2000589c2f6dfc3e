//! The cookie that balancers with sticky sessions may bind visitors by. Nothing of ours depends on it.

use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::time::Duration;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::cookies;
use crate::settings::WebSettings;

/// Gives visitors without the cookie a random value.
pub(super) async fn bind(
    settings: Data<WebSettings>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let missing = settings
        .sticky_cookie
        .as_ref()
        .filter(|sticky| cookies::read(request.request(), &sticky.name).is_none());
    let mut answer = next.call(request).await?.map_into_boxed_body();
    if let Some((sticky, value)) = missing.and_then(|sticky| Some((sticky, cookies::random_value()?))) {
        let mut cookie = cookies::new(&settings, sticky.name.clone(), value);
        cookie.set_max_age(Duration::try_from(sticky.max_age).unwrap_or(Duration::HOUR));
        cookies::add(answer.response_mut(), &cookie);
    }
    Ok(answer)
}
