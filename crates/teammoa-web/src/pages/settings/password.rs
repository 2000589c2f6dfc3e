//! Another password.

use actix_web::HttpResponse;
use serde::Deserialize;
use teammoa_service::accounts::{self, ChangePassword, NewPassword};

use crate::extract::{Form, SignedIn};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::pages::again;
use crate::view::{Fields, pages};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PasswordForm {
    old_password: String,
    password: String,
    password2: String,
}

/// The empty form.
pub(crate) async fn show(visit: SignedIn) -> Result<HttpResponse, Failure> {
    visit.render(&pages::SettingsPassword::empty())
}

/// Changes it and ends all other sessions, or brings the form back without the passwords.
pub(crate) async fn submit(visit: SignedIn, form: Form<PasswordForm>) -> Result<HttpResponse, Failure> {
    let Form(form) = form;
    let new = NewPassword { password: form.password, repeated: form.password2 };
    let command = ChangePassword { old: form.old_password, new };
    let who = (visit.user(), visit.session());
    match accounts::change_password(visit.services(), who, &command).await {
        Ok(()) => Ok(visit.redirect_with("/settings/password/", &Flash::success("flash-password-changed"))),
        Err(error) => again::form(&visit, error.into(), |errors, problem| {
            let fields = Fields::new(visit.language, errors);
            pages::SettingsPassword {
                old_password: fields.secret("old_password"),
                password: fields.secret("password"),
                password2: fields.secret("password2"),
                problem,
            }
        }),
    }
}
