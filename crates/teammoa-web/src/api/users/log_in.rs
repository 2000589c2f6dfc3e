//! Getting in and out.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};
use teammoa_service::accounts::{self, NewSession};
use utoipa::ToSchema;

use super::me::Me;
use crate::api::shapes::Nothing;
use crate::extract::{Body, OpenBody, SignedIn, Visit};
use crate::failure::Failure;

/// A way in.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct Credentials {
    /// Username or e-mail address.
    #[schema(required)]
    username: String,
    /// The password.
    #[schema(required, format = Password)]
    password: String,
}

/// Who has logged in. The session is the cookie of the same answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoggedIn {
    /// The account.
    user: Me,
}

/// Log in
///
/// By username or e-mail address. The cookie `csrftoken` of this answer or of any page is what later requests that change
/// something show as the header `X-CSRFToken`.
#[utoipa::path(post, path = "/api/v1/users/login/", tag = "users", request_body = Credentials, responses(
    (status = 200, body = LoggedIn, description = "logged in",
        headers(("Set-Cookie" = String, description = "`sessionid`"))),
    (status = 401, description = "no such account, not active, or another password"),
    (status = 429),
))]
pub(crate) async fn log_in(visit: Visit, body: OpenBody<Credentials>) -> Result<HttpResponse, Failure> {
    let OpenBody(form) = body;
    let command = accounts::LogIn {
        identifier: form.username,
        password: form.password,
        device: visit.device(),
        known: visit.known_device(),
    };
    let new = accounts::log_in(visit.services(), command).await?;
    logged_in(&visit, &new).await
}

/// The answer with which a session begins.
pub(super) async fn logged_in(visit: &Visit, new: &NewSession) -> Result<HttpResponse, Failure> {
    let account = accounts::account(visit.services(), new.user).await?;
    let user = account.ok_or_else(Failure::unauthenticated)?.into();
    visit.signed_in(visit.json(StatusCode::OK, &LoggedIn { user }), new).await
}

/// Log out
#[utoipa::path(post, path = "/api/v1/users/logout/", tag = "users",
    security(("session" = [], "csrf" = [])), responses((status = 204, description = "logged out")))]
pub(crate) async fn log_out(visit: SignedIn, _: Body<Nothing>) -> Result<HttpResponse, Failure> {
    visit.signed_out(visit.no_content()).await
}
