//! In with one click, as the person of the demo team.

use actix_web::HttpResponse;
use serde::Deserialize;
use teammoa_service::demo;

use crate::extract::{Form, Visit};
use crate::failure::Failure;

/// Nothing but the token of the form.
#[derive(Deserialize)]
pub(crate) struct Enter {}

/// Signs the demo person in; 404 when there is no demo team.
pub(crate) async fn submit(visit: Visit, _: Form<Enter>) -> Result<HttpResponse, Failure> {
    match demo::log_in(visit.services(), visit.device()).await? {
        Some(new) => visit.signed_in(visit.redirect("/teams/"), &new).await,
        None => Err(Failure::not_found()),
    }
}
