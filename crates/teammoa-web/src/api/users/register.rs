//! Signing up, and the activation mail once more.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};
use teammoa_service::accounts::{self, AskForMail};
use utoipa::ToSchema;

use crate::api::shapes::{MailFor, accepted};
use crate::extract::{OpenBody, Visit};
use crate::failure::Failure;

/// A sign-up.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct Registration {
    /// 3 to 150 ASCII letters, digits and `_ . + -`.
    #[schema(required, example = "mina")]
    username: String,
    /// Gets the activation mail.
    #[schema(required, example = "mina@example.com")]
    email: String,
    /// 2 to 10 characters.
    #[schema(required, example = "미나")]
    nickname: String,
    /// At least 8 characters, not common, not like the other fields.
    #[schema(required, format = Password)]
    password: String,
    /// The same once more.
    #[schema(required, format = Password)]
    password2: String,
    /// At most 500 characters.
    profile: String,
}

/// A sign-up whose mail is on its way. The same whether or not the address has an account already.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Registered {
    /// Where the mail went.
    email: String,
    /// `mailed`: the account opens by the link in the mail.
    activation: &'static str,
}

/// Sign up
///
/// The account is there when the mail server has taken the activation mail, and not before.
#[utoipa::path(post, path = "/api/v1/users/register/", tag = "users", request_body = Registration, responses(
    (status = 202, body = Registered, description = "the mail is on its way"),
    (status = 409, description = "a sign-up with this address is under way"),
    (status = 422, description = "wrong fields, or the mail server refuses the address"),
    (status = 429),
    (status = 503, description = "the mail could not be sent, or too many at once: `Retry-After` says when to try again"),
))]
pub(crate) async fn register(visit: Visit, body: OpenBody<Registration>) -> Result<HttpResponse, Failure> {
    let OpenBody(form) = body;
    let email = form.email.trim().to_owned();
    let command = accounts::SignUp {
        username: form.username,
        email: form.email,
        nickname: form.nickname,
        profile: form.profile,
        password: form.password,
        password_repeated: form.password2,
        language: visit.language,
        network: visit.network(),
    };
    accounts::sign_up(visit.services(), command).await?;
    Ok(visit.json(StatusCode::ACCEPTED, &Registered { email, activation: "mailed" }))
}

/// Send the activation mail once more
///
/// The answer is the same whether there is such an account or not, and whether it waits for its activation or not.
#[utoipa::path(post, path = "/api/v1/users/resend-activation/", tag = "users", request_body = MailFor, responses(
    (status = 202, description = "if there is an account that waits for its activation, its mail is on its way"),
    (status = 422),
    (status = 429),
))]
pub(crate) async fn resend_activation(
    visit: Visit,
    body: OpenBody<MailFor>,
) -> Result<HttpResponse, Failure> {
    let OpenBody(MailFor { identifier }) = body;
    let ask = AskForMail { identifier, network: visit.network() };
    accounts::resend_activation(visit.services(), ask).await?;
    Ok(accepted(&visit))
}
