//! Another address.

use actix_web::HttpResponse;
use serde::Deserialize;
use teammoa_service::accounts::{self, ChangeEmail};

use crate::extract::{Form, SignedIn};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::pages::again;
use crate::view::{Fields, pages};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EmailForm {
    new_email: String,
    password: String,
}

/// The form, with the address that waits for its link if there is one.
pub(crate) async fn show(visit: SignedIn) -> Result<HttpResponse, Failure> {
    let page = page(&visit).await?;
    visit.render(&page)
}

/// Sends the link, or brings the form back.
pub(crate) async fn submit(visit: SignedIn, form: Form<EmailForm>) -> Result<HttpResponse, Failure> {
    let Form(form) = form;
    let command = ChangeEmail { email: form.new_email.clone(), password: form.password };
    match accounts::change_email(visit.services(), visit.user(), &command).await {
        Ok(()) => {
            let sent = Flash::info("flash-email-mail-sent").arg("address", form.new_email.trim());
            Ok(visit.redirect_with("/settings/email/", &sent))
        }
        Err(error) => {
            let before = page(&visit).await?;
            again::form(&visit, error.into(), |errors, problem| {
                let fields = Fields::new(visit.language, errors);
                pages::SettingsEmail {
                    new_email: fields.typed("new_email", &form.new_email),
                    password: fields.secret("password"),
                    problem,
                    ..before
                }
            })
        }
    }
}

async fn page(visit: &SignedIn) -> Result<pages::SettingsEmail, Failure> {
    let account =
        accounts::account(visit.services(), visit.user()).await?.ok_or_else(Failure::unauthenticated)?;
    let pending = accounts::pending_email(visit.services(), visit.user()).await?;
    Ok(pages::SettingsEmail::empty(&account.email, pending))
}
