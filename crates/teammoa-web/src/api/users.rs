//! `/api/v1/users/`: signing up, in and out, and who I am.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use teammoa_domain::Language;
use teammoa_service::accounts::{self, Account};
use utoipa::ToSchema;

use super::shapes::Problem;
use crate::extract::{Body, OpenBody, SignedIn, Visit};
use crate::failure::Failure;

/// A sign-up.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct Registration {
    /// 3 to 150 ASCII letters, digits and `_ . + -`.
    #[schema(example = "mina")]
    username: String,
    /// Gets the activation mail.
    #[schema(example = "mina@example.com")]
    email: String,
    /// 2 to 10 characters.
    #[schema(example = "미나")]
    nickname: String,
    /// At least 8 characters, not common, not like the other fields.
    password: String,
    /// The same once more.
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

/// A way in.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct Credentials {
    /// Username or e-mail address.
    username: String,
    /// The password.
    password: String,
}

/// An account, as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    /// Which account.
    id: i64,
    /// The name to log in with.
    username: String,
    /// The name that the others see.
    nickname: String,
    /// The address for mails.
    email: String,
    /// What the person says about himself.
    profile: String,
    /// `ko` or `en`.
    #[schema(value_type = String)]
    language: Language,
    /// When it was made.
    date_joined: DateTime<Utc>,
    /// When the person logged in last.
    last_login: Option<DateTime<Utc>>,
}

/// Who has logged in. The session is the cookie of the same answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoggedIn {
    /// The account.
    user: Me,
}

/// Nothing, or a form with the CSRF token alone.
#[derive(Debug, Deserialize)]
pub(crate) struct Nothing {}

impl From<Account> for Me {
    fn from(account: Account) -> Self {
        Self {
            id: account.id.get(),
            username: account.username,
            nickname: account.nickname,
            email: account.email,
            profile: account.profile,
            language: account.language,
            date_joined: account.created_at,
            last_login: account.last_login_at,
        }
    }
}

/// Sign up
///
/// The account is there when the mail server has taken the activation mail, and not before. JSON or a form; no CSRF token,
/// but a foreign origin is refused.
#[utoipa::path(post, path = "/api/v1/users/register/", tag = "users", request_body = Registration, responses(
    (status = 202, body = Registered),
    (status = 403, body = Problem, description = "foreign origin"),
    (status = 409, body = Problem, description = "a sign-up with this address is under way"),
    (status = 422, body = Problem, description = "wrong fields, or the mail server refuses the address"),
    (status = 503, body = Problem, description = "the mail could not be sent, or too many at once: see Retry-After"),
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
    };
    accounts::sign_up(visit.services(), command).await?;
    Ok(visit.json(StatusCode::ACCEPTED, &Registered { email, activation: "mailed" }))
}

/// Log in
///
/// By username or e-mail address. JSON or a form; no CSRF token, but a foreign origin is refused.
#[utoipa::path(post, path = "/api/v1/users/login/", tag = "users", request_body = Credentials, responses(
    (status = 200, body = LoggedIn, headers(("Set-Cookie" = String, description = "`sessionid`"))),
    (status = 401, body = Problem, description = "no such account, not active, or another password"),
    (status = 403, body = Problem, description = "foreign origin"),
))]
pub(crate) async fn log_in(visit: Visit, body: OpenBody<Credentials>) -> Result<HttpResponse, Failure> {
    let OpenBody(form) = body;
    let command =
        accounts::LogIn { identifier: form.username, password: form.password, device: visit.device() };
    let new = accounts::log_in(visit.services(), command).await?;
    let account =
        accounts::account(visit.services(), new.user).await?.ok_or_else(Failure::unauthenticated)?;
    visit.signed_in(visit.json(StatusCode::OK, &LoggedIn { user: account.into() }), &new).await
}

/// Log out
#[utoipa::path(post, path = "/api/v1/users/logout/", tag = "users", security(("session" = []), ("csrf" = [])), responses(
    (status = 204),
    (status = 401, body = Problem),
    (status = 403, body = Problem, description = "no CSRF token"),
))]
pub(crate) async fn log_out(visit: SignedIn, _: Body<Nothing>) -> Result<HttpResponse, Failure> {
    visit.signed_out(visit.no_content()).await
}

/// Who I am
#[utoipa::path(get, path = "/api/v1/users/me/", tag = "users", security(("session" = [])), responses(
    (status = 200, body = Me),
    (status = 401, body = Problem),
))]
pub(crate) async fn me(visit: SignedIn) -> Result<HttpResponse, Failure> {
    let account =
        accounts::account(visit.services(), visit.user()).await?.ok_or_else(Failure::unauthenticated)?;
    Ok(visit.json(StatusCode::OK, &Me::from(account)))
}
