//! Getting out: by POST, so that no foreign link does it.

use actix_web::HttpResponse;
use serde::Deserialize;

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::flash::Flash;

/// Nothing but the token of the form.
#[derive(Deserialize)]
pub(crate) struct Leave {}

/// Ends the session, if there is one.
pub(crate) async fn submit(visit: Visit, _: Form<Leave>) -> Result<HttpResponse, Failure> {
    let goodbye = Flash::info("flash-logged-out");
    visit.signed_out(visit.redirect_with("/", &goodbye)).await
}
