//! The page behind the link that proves a new address.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;
use teammoa_service::accounts::{self, ConfirmError};

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::view::pages::{ConfirmEmail, ConfirmEmailDead};

/// Nothing but the token of the form.
#[derive(Deserialize)]
pub(crate) struct Press {}

/// The button. Opening the link changes nothing, because mail scanners open links.
pub(crate) async fn show(visit: Visit, token: Path<String>) -> Result<HttpResponse, Failure> {
    match accounts::find_email_change(visit.services(), &token).await {
        Ok(change) => visit.render(&ConfirmEmail { token: token.into_inner(), address: change.address }),
        Err(error) => dead(&visit, error),
    }
}

/// Gives the account its new address, whoever is signed in here.
pub(crate) async fn submit(
    visit: Visit,
    token: Path<String>,
    _: Form<Press>,
) -> Result<HttpResponse, Failure> {
    match accounts::confirm_email(visit.services(), &token).await {
        Ok(change) => {
            let changed = Flash::success("flash-email-changed").arg("address", change.address);
            let place = if visit.current.is_some() { "/settings/email/" } else { "/accounts/login/" };
            Ok(visit.redirect_with(place, &changed))
        }
        Err(error) => dead(&visit, error),
    }
}

fn dead(visit: &Visit, error: ConfirmError) -> Result<HttpResponse, Failure> {
    match error {
        ConfirmError::Dead => visit.render_as(StatusCode::NOT_FOUND, &ConfirmEmailDead {}),
        other @ ConfirmError::Fault(_) => Err(other.into()),
    }
}
