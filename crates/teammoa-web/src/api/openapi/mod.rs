//! The description of the API for programs (OpenAPI 3.1), made from the types and handlers themselves.

mod shared;

use shared::{Bodies, Problems, Security};
use utoipa::OpenApi;

use super::shapes::Problem;
use super::{teams, users};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "TeamMoa",
        description = "Bodies are JSON or forms. Errors are problem+json (RFC 9457) with a stable `code`. \
            Requests that change something show the CSRF token where it is asked for; those with a foreign origin are \
            refused everywhere. More properties may be added to answers, and more codes to problems."
    ),
    paths(
        users::register::register,
        users::register::resend_activation,
        users::log_in::log_in,
        users::log_in::log_out,
        users::availability::check,
        users::password::forgot,
        users::password::reset,
        users::password::change,
        users::email::change,
        users::email::confirm,
        users::me::show,
        users::me::edit,
        users::sessions::list,
        users::sessions::end,
        users::sessions::end_others,
        teams::list,
        teams::create,
        teams::show
    ),
    components(schemas(Problem)),
    tags((name = "users", description = "Accounts and sessions"), (name = "teams", description = "Teams")),
    modifiers(&Security, &Bodies, &Problems)
)]
struct Document;

/// The whole description.
pub fn document() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
