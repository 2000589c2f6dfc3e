//! A mail for somebody who forgot his password.

use actix_web::HttpResponse;
use serde::Deserialize;
use teammoa_service::accounts::{self, AskForMail};

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::pages::again;
use crate::view::{Fields, pages};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ForgotForm {
    identifier: String,
}

/// The empty form.
pub(crate) async fn show(visit: Visit) -> Result<HttpResponse, Failure> {
    visit.render(&pages::ForgotPassword::empty())
}

/// Leads to the same page whether there is such an account or not.
pub(crate) async fn submit(visit: Visit, form: Form<ForgotForm>) -> Result<HttpResponse, Failure> {
    let Form(form) = form;
    let ask = AskForMail { identifier: form.identifier.clone(), network: visit.network() };
    match accounts::forgot_password(visit.services(), ask).await {
        Ok(()) => Ok(visit.redirect("/accounts/password/forgot/sent/")),
        Err(error) => again::form(&visit, error.into(), |errors, problem| {
            let identifier = Fields::new(visit.language, errors).typed("identifier", &form.identifier);
            pages::ForgotPassword { identifier, problem }
        }),
    }
}

/// What to do now.
pub(crate) async fn sent(visit: Visit) -> Result<HttpResponse, Failure> {
    visit.render(&pages::ForgotPasswordSent {})
}
