//! Whether a username can be had.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};
use teammoa_service::accounts;
use utoipa::ToSchema;

use crate::extract::{OpenBody, Visit};
use crate::failure::Failure;
use crate::view::i18n;

/// A wish.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct WantedUsername {
    /// The name to log in with.
    #[schema(required, example = "mina")]
    username: String,
}

/// Whether it can be had.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Availability {
    /// The name that was asked for.
    username: String,
    /// Whether it can be had at the moment.
    available: bool,
    /// Why not: `taken`, or a rule for names that it breaks, such as `too-short`.
    #[schema(required)]
    code: Option<&'static str>,
    /// The same in the language of the request.
    #[schema(required)]
    message: Option<String>,
}

/// Whether a username is free
///
/// A name that a sign-up holds at the moment is taken. Addresses can't be asked for.
#[utoipa::path(post, path = "/api/v1/users/check-availability/", operation_id = "check_availability", tag = "users",
    request_body = WantedUsername, responses(
    (status = 200, body = Availability, description = "whether it can be had"),
    (status = 422, description = "nothing was asked for"),
    (status = 429),
))]
pub(crate) async fn check(visit: Visit, body: OpenBody<WantedUsername>) -> Result<HttpResponse, Failure> {
    let OpenBody(WantedUsername { username }) = body;
    let username = username.trim();
    let problem = accounts::username_problem(visit.services(), username, &visit.network()).await?;
    let answer = Availability {
        username: username.to_owned(),
        available: problem.is_none(),
        code: problem.as_ref().map(teammoa_domain::Invalid::code),
        message: problem.as_ref().map(|invalid| i18n::invalid(visit.language, "username", invalid)),
    };
    Ok(visit.json(StatusCode::OK, &answer))
}
