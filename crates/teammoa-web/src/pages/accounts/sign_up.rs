//! The sign-up form, and the page after it.

use actix_web::HttpResponse;
use serde::Deserialize;
use teammoa_domain::FieldErrors;
use teammoa_service::accounts;

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::pages::again;
use crate::view::{Fields, pages};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SignUpForm {
    username: String,
    email: String,
    nickname: String,
    profile: String,
    password: String,
    password2: String,
}

/// The empty form; those who are signed in don't need it.
pub(crate) async fn show(visit: Visit) -> Result<HttpResponse, Failure> {
    if visit.current.is_some() {
        Ok(visit.redirect("/teams/"))
    } else {
        visit.render(&pages::SignUp::empty())
    }
}

/// Signs up, or brings the form back with what was typed and what was wrong.
pub(crate) async fn submit(visit: Visit, form: Form<SignUpForm>) -> Result<HttpResponse, Failure> {
    let Form(form) = form;
    match accounts::sign_up(visit.services(), form.command(&visit)).await {
        Ok(()) => {
            let sent = Flash::silent().arg("email", form.email.trim());
            Ok(visit.redirect_with("/accounts/signup/sent/", &sent))
        }
        Err(error) => again::form(&visit, error.into(), |errors, problem| form.page(&visit, errors, problem)),
    }
}

/// What to do now: open the mail.
pub(crate) async fn sent(visit: Visit) -> Result<HttpResponse, Failure> {
    let email = visit.flash().and_then(|flash| flash.value("email").map(str::to_owned));
    visit.render(&pages::SignUpSent { email })
}

impl SignUpForm {
    fn command(&self, visit: &Visit) -> accounts::SignUp {
        accounts::SignUp {
            username: self.username.clone(),
            email: self.email.clone(),
            nickname: self.nickname.clone(),
            profile: self.profile.clone(),
            password: self.password.clone(),
            password_repeated: self.password2.clone(),
            language: visit.language,
            network: visit.network(),
        }
    }

    fn page(&self, visit: &Visit, errors: &FieldErrors, problem: Option<String>) -> pages::SignUp {
        let fields = Fields::new(visit.language, errors);
        pages::SignUp {
            username: fields.typed("username", &self.username),
            email: fields.typed("email", &self.email),
            nickname: fields.typed("nickname", &self.nickname),
            profile: fields.typed("profile", &self.profile),
            password: fields.secret("password"),
            password2: fields.secret("password2"),
            problem,
        }
    }
}
