//! The description of the API for programs (OpenAPI 3.1), made from the types and handlers themselves.

use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{teams, users};
use crate::csrf;
use crate::extract::SESSION_COOKIE;

#[derive(OpenApi)]
#[openapi(
    info(title = "TeamMoa", description = "Errors are problem+json (RFC 9457) with a stable `code`."),
    paths(
        users::register,
        users::log_in,
        users::log_out,
        users::me,
        teams::list,
        teams::create,
        teams::show
    ),
    tags((name = "users", description = "Accounts and sessions"), (name = "teams", description = "Teams")),
    modifiers(&Security)
)]
struct Document;

struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let session = ApiKeyValue::with_description(SESSION_COOKIE, "set by logging in");
        let token = ApiKeyValue::with_description(csrf::HEADER, "the value of the cookie `csrftoken`");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(session)));
        components.add_security_scheme("csrf", SecurityScheme::ApiKey(ApiKey::Header(token)));
    }
}

/// The whole description.
pub fn document() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
