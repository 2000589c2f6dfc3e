//! The login form.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use serde::Deserialize;
use teammoa_service::accounts::{self, LogInError};

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::next;
use crate::view::{Field, i18n, pages};

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Target {
    next: String,
}

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LogInForm {
    identifier: String,
    password: String,
    next: String,
}

/// The empty form; those who are signed in go on at once.
pub(crate) async fn show(visit: Visit, target: Query<Target>) -> Result<HttpResponse, Failure> {
    if visit.current.is_some() {
        Ok(visit.redirect(place(&target.next)))
    } else {
        visit.render(&page(&visit, &target.next))
    }
}

/// Lets in, or brings the form back without the password.
pub(crate) async fn submit(visit: Visit, form: Form<LogInForm>) -> Result<HttpResponse, Failure> {
    let Form(form) = form;
    let command = accounts::LogIn {
        identifier: form.identifier.clone(),
        password: form.password,
        device: visit.device(),
    };
    match accounts::log_in(visit.services(), command).await {
        Ok(new) => {
            let welcome = Flash::success("flash-welcome").arg("nickname", &*new.nickname);
            visit.signed_in(visit.redirect_with(place(&form.next), &welcome), &new).await
        }
        Err(LogInError::Rejected) => {
            let problem = Some(i18n::text(visit.language, "log-in-failed", &[]));
            let identifier = Field::with_value("identifier", &form.identifier);
            let again = pages::LogIn { identifier, problem, ..page(&visit, &form.next) };
            visit.render_as(StatusCode::UNPROCESSABLE_ENTITY, &again)
        }
        Err(LogInError::Fault(fault)) => Err(fault.into()),
    }
}

fn place(next: &str) -> &str {
    next::local(next).unwrap_or("/teams/")
}

fn page(visit: &Visit, next: &str) -> pages::LogIn {
    let demo = visit.app().dev.as_ref().and_then(|dev| dev.demo_username.clone());
    pages::LogIn {
        demo: demo.map(|username| pages::Demo { username }),
        ..pages::LogIn::empty(next::local(next).unwrap_or_default())
    }
}
