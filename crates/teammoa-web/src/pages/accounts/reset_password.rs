//! The page behind the link in the mail for a forgotten password.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;
use teammoa_service::accounts::{self, NewPassword, ResetError};

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::pages::again;
use crate::view::{Fields, pages};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ResetForm {
    password: String,
    password2: String,
}

/// The form, or what to do about a link that is dead.
pub(crate) async fn show(visit: Visit, token: Path<String>) -> Result<HttpResponse, Failure> {
    match accounts::find_password_reset(visit.services(), &token).await {
        Ok(reset) => visit.render(&pages::ResetPassword::empty(&token, &reset.username)),
        Err(error) => dead(&visit, error),
    }
}

/// Sets the password and signs in, or brings the form back.
pub(crate) async fn submit(
    visit: Visit,
    token: Path<String>,
    form: Form<ResetForm>,
) -> Result<HttpResponse, Failure> {
    let Form(form) = form;
    let new = NewPassword { password: form.password, repeated: form.password2 };
    match accounts::reset_password(visit.services(), &token, &new, &visit.device()).await {
        Ok(session) => {
            let changed = Flash::success("flash-password-changed");
            visit.signed_in(visit.redirect_with("/teams/", &changed), &session).await
        }
        Err(ResetError::Invalid(errors)) => {
            let reset = accounts::find_password_reset(visit.services(), &token).await?;
            again::form(&visit, Failure::invalid(errors), |errors, problem| {
                let fields = Fields::new(visit.language, errors);
                pages::ResetPassword {
                    password: fields.secret("password"),
                    password2: fields.secret("password2"),
                    problem,
                    ..pages::ResetPassword::empty(&token, &reset.username)
                }
            })
        }
        Err(error) => dead(&visit, error),
    }
}

fn dead(visit: &Visit, error: ResetError) -> Result<HttpResponse, Failure> {
    match error {
        ResetError::Dead => visit.render_as(StatusCode::NOT_FOUND, &pages::ResetDead {}),
        other => Err(other.into()),
    }
}
