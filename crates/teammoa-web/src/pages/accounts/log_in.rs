//! The login form.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Query;
use serde::Deserialize;
use teammoa_service::accounts;

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::next;
use crate::pages::again;
use crate::view::{Field, pages};

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
        known: visit.known_device(),
    };
    match accounts::log_in(visit.services(), command).await {
        Ok(new) => {
            let welcome = Flash::success("flash-welcome").arg("nickname", &*new.nickname);
            visit.signed_in(visit.redirect_with(place(&form.next), &welcome), &new).await
        }
        Err(error) => {
            let mut failure = Failure::from(error);
            if failure.status == StatusCode::UNAUTHORIZED {
                // Programs are told 401; for a page that is answered, 422 is what a form that comes back has
                failure.status = StatusCode::UNPROCESSABLE_ENTITY;
            }
            again::form(&visit, failure, |_, problem| pages::LogIn {
                identifier: Field::with_value("identifier", &form.identifier),
                problem,
                ..page(&visit, &form.next)
            })
        }
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
