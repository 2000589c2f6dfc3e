//! Another address: asked for, then proved by the link that went there.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};
use teammoa_service::accounts::{self, ChangeEmail};
use utoipa::ToSchema;

use crate::api::shapes::accepted;
use crate::extract::{Body, OpenBody, SignedIn, Visit};
use crate::failure::Failure;

/// Another address for my account.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct EmailChange {
    /// Gets the link that has to be opened.
    #[schema(required, example = "mina@example.com")]
    new_email: String,
    /// My password.
    #[schema(required, format = Password)]
    password: String,
}

/// The proof that an address is mine.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct EmailProof {
    /// The last part of the link in the mail.
    #[schema(required)]
    token: String,
}

/// An account with another address.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmailChanged {
    /// Where its mails go from now on.
    email: String,
}

/// Ask for another address
///
/// A link goes to the new address; the account keeps the old one until the link is opened. The answer is the same whether
/// the new address has an account or not.
#[utoipa::path(post, path = "/api/v1/users/change-email/", operation_id = "change_email", tag = "users",
    request_body = EmailChange, security(("session" = [], "csrf" = [])), responses(
    (status = 202, description = "a mail to the new address is on its way"),
    (status = 422, description = "wrong fields; another password is a `mismatch` of its field"),
    (status = 429),
))]
pub(crate) async fn change(visit: SignedIn, body: Body<EmailChange>) -> Result<HttpResponse, Failure> {
    let Body(form) = body;
    let command = ChangeEmail { email: form.new_email, password: form.password };
    accounts::change_email(visit.services(), visit.user(), &command).await?;
    Ok(accepted(&visit))
}

/// Confirm another address by the link of a mail
///
/// Uses the link up. The old address gets a notice.
#[utoipa::path(post, path = "/api/v1/users/confirm-email/", operation_id = "confirm_email", tag = "users",
    request_body = EmailProof, responses(
    (status = 200, body = EmailChanged, description = "changed"),
    (status = 404, description = "the link is unknown, used, too old, or replaced by a newer one"),
))]
pub(crate) async fn confirm(visit: Visit, body: OpenBody<EmailProof>) -> Result<HttpResponse, Failure> {
    let OpenBody(EmailProof { token }) = body;
    let change = accounts::confirm_email(visit.services(), &token).await?;
    Ok(visit.json(StatusCode::OK, &EmailChanged { email: change.address }))
}
