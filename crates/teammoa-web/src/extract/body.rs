//! What a request brings in its body.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use serde::de::DeserializeOwned;

use crate::csrf;
use crate::failure::Failure;
use crate::settings::WebSettings;

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

/// The form of a page. It does not come into a handler without the token of one of our pages. Missing fields are empty.
pub(crate) struct Form<T>(pub(crate) T);

/// The body of an API request that changes something for somebody who is signed in: JSON or a form, with the token in
/// the header or the form. An empty body is an empty form.
pub(crate) struct Body<T>(pub(crate) T);

/// The body of an API request that anybody may send: JSON or a form, without a token (the origin is checked for all).
pub(crate) struct OpenBody<T>(pub(crate) T);

#[derive(Clone, Copy)]
enum Protection {
    Token,
    None,
}

fn read<T: DeserializeOwned>(
    request: &HttpRequest,
    bytes: Result<Bytes, actix_web::Error>,
    protection: Protection,
) -> Result<T, Failure> {
    let bytes = bytes.map_err(|error| Failure::of_status(error.as_response_error().status_code()))?;
    let kind = request.content_type();
    let is_form = kind.eq_ignore_ascii_case(FORM) || (kind.is_empty() && bytes.is_empty());
    if !is_form && !kind.eq_ignore_ascii_case(JSON) {
        return Err(Failure::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    if matches!(protection, Protection::Token) {
        let settings = request.app_data::<Data<WebSettings>>().ok_or_else(Failure::internal)?;
        let field = if is_form { token_field(&bytes) } else { None };
        if !csrf::check(request, field.as_deref(), &settings.secret_keys) {
            return Err(Failure::csrf());
        }
    }
    if is_form {
        serde_urlencoded::from_bytes(&bytes).map_err(|error| bad_request().fact("body", error.to_string()))
    } else {
        serde_json::from_slice(&bytes).map_err(|error| bad_request().fact("body", error.to_string()))
    }
}

fn bad_request() -> Failure {
    Failure::of_status(StatusCode::BAD_REQUEST)
}

fn token_field(bytes: &Bytes) -> Option<String> {
    url::form_urlencoded::parse(bytes)
        .find(|(name, _)| name == csrf::FIELD)
        .map(|(_, value)| value.into_owned())
}

macro_rules! from_request {
    ($name:ident, $accepts_json:expr, $protection:expr) => {
        impl<T: DeserializeOwned + 'static> FromRequest for $name<T> {
            type Error = Failure;
            type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

            fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
                let bytes = Bytes::from_request(request, payload);
                let request = request.clone();
                Box::pin(async move {
                    if !$accepts_json && request.content_type().eq_ignore_ascii_case(JSON) {
                        return Err(Failure::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
                    }
                    read(&request, bytes.await, $protection).map(Self)
                })
            }
        }
    };
}

from_request!(Form, false, Protection::Token);
from_request!(Body, true, Protection::Token);
from_request!(OpenBody, true, Protection::None);
