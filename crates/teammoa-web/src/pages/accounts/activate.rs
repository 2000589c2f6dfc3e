//! The page behind the link in the activation mail.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use teammoa_service::accounts::{self, ActivationError};

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::view::pages::{Activate, ActivationDead};

/// Nothing but the token of the form.
#[derive(serde::Deserialize)]
pub(crate) struct Press {}

/// The button. Opening the link changes nothing, because mail scanners open links.
pub(crate) async fn show(visit: Visit, token: Path<String>) -> Result<HttpResponse, Failure> {
    match accounts::find_activation(visit.services(), &token).await {
        Ok(found) => visit.render(&Activate {
            token: token.into_inner(),
            nickname: found.nickname,
            username: found.username,
        }),
        Err(error) => dead(&visit, error),
    }
}

/// Activates the account and signs its owner in.
pub(crate) async fn submit(
    visit: Visit,
    token: Path<String>,
    _: Form<Press>,
) -> Result<HttpResponse, Failure> {
    match accounts::activate(visit.services(), &token, &visit.device()).await {
        Ok(new) => {
            let welcome = Flash::success("flash-welcome").arg("nickname", &*new.nickname);
            visit.signed_in(visit.redirect_with("/teams/", &welcome), &new).await
        }
        Err(error) => dead(&visit, error),
    }
}

fn dead(visit: &Visit, error: ActivationError) -> Result<HttpResponse, Failure> {
    match error {
        ActivationError::Dead => visit.render_as(StatusCode::NOT_FOUND, &ActivationDead {}),
        ActivationError::Fault(fault) => Err(fault.into()),
    }
}
