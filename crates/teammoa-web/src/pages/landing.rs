//! The front door.

use actix_web::HttpResponse;

use crate::extract::Visit;
use crate::failure::Failure;
use crate::view::pages::Landing;

/// What TeamMoa is; those who are signed in go on to their teams.
pub(crate) async fn show(visit: Visit) -> Result<HttpResponse, Failure> {
    if visit.current.is_some() { Ok(visit.redirect("/teams/")) } else { visit.render(&Landing {}) }
}
