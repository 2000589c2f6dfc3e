//! Passwords: forgotten, or changed by somebody who knows his.

use actix_web::HttpResponse;
use serde::Deserialize;
use teammoa_service::accounts::{self, AskForMail, ChangePassword, NewPassword};
use utoipa::ToSchema;

use super::log_in::{LoggedIn, logged_in};
use crate::api::shapes::{MailFor, accepted};
use crate::extract::{Body, OpenBody, SignedIn, Visit};
use crate::failure::Failure;

/// A new password by a link that a mail brought.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct Reset {
    /// The last part of the link in the mail.
    #[schema(required)]
    token: String,
    /// At least 8 characters, not common, not like name and address of the account.
    #[schema(required, format = Password)]
    password: String,
    /// The same once more.
    #[schema(required, format = Password)]
    password2: String,
}

/// A new password by one who knows the one so far.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct PasswordChange {
    /// The password so far.
    #[schema(required, format = Password)]
    old_password: String,
    /// At least 8 characters, not common, not like name and address of the account.
    #[schema(required, format = Password)]
    password: String,
    /// The same once more.
    #[schema(required, format = Password)]
    password2: String,
}

/// Send a link that sets a new password
///
/// The answer is the same whether there is such an account or not. An account that waits for its activation gets its
/// activation mail.
#[utoipa::path(post, path = "/api/v1/users/forgot-password/", operation_id = "forgot_password", tag = "users",
    request_body = MailFor, responses(
    (status = 202, description = "if there is such an account, a mail is on its way"),
    (status = 422),
    (status = 429),
))]
pub(crate) async fn forgot(visit: Visit, body: OpenBody<MailFor>) -> Result<HttpResponse, Failure> {
    let OpenBody(MailFor { identifier }) = body;
    let ask = AskForMail { identifier, network: visit.network() };
    accounts::forgot_password(visit.services(), ask).await?;
    Ok(accepted(&visit))
}

/// Set a new password by the link of a mail
///
/// Uses the link up, ends all sessions of the account and begins one.
#[utoipa::path(post, path = "/api/v1/users/reset-password/", operation_id = "reset_password", tag = "users",
    request_body = Reset, responses(
    (status = 200, body = LoggedIn, description = "changed and logged in",
        headers(("Set-Cookie" = String, description = "`sessionid`"))),
    (status = 404, description = "the link is unknown, used, too old, or replaced by a newer one"),
    (status = 422),
))]
pub(crate) async fn reset(visit: Visit, body: OpenBody<Reset>) -> Result<HttpResponse, Failure> {
    let OpenBody(form) = body;
    let new = NewPassword { password: form.password, repeated: form.password2 };
    let session = accounts::reset_password(visit.services(), &form.token, &new, &visit.device()).await?;
    logged_in(&visit, &session).await
}

/// Change my password
///
/// Ends all other sessions of mine.
#[utoipa::path(post, path = "/api/v1/users/change-password/", operation_id = "change_password", tag = "users",
    request_body = PasswordChange, security(("session" = [], "csrf" = [])), responses(
    (status = 204, description = "changed"),
    (status = 422, description = "wrong fields; another password than the one so far is a `mismatch` of its field"),
    (status = 429),
))]
pub(crate) async fn change(visit: SignedIn, body: Body<PasswordChange>) -> Result<HttpResponse, Failure> {
    let Body(form) = body;
    let new = NewPassword { password: form.password, repeated: form.password2 };
    let command = ChangePassword { old: form.old_password, new };
    accounts::change_password(visit.services(), (visit.user(), visit.session()), &command).await?;
    Ok(visit.no_content())
}
