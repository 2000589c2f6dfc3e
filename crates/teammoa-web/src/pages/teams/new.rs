//! The form for a new team.

use actix_web::HttpResponse;
use serde::Deserialize;
use teammoa_service::teams::{self, CreateTeam};

use crate::extract::{Form, SignedIn};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::pages::again;
use crate::view::{Fields, pages};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TeamForm {
    title: String,
    introduction: String,
    member_limit: String,
    password: String,
}

/// The empty form.
pub(crate) async fn show(visit: SignedIn) -> Result<HttpResponse, Failure> {
    visit.render(&pages::TeamNew::empty())
}

/// Makes the team and leads back to the list, where it stands now; or brings the form back.
pub(crate) async fn submit(visit: SignedIn, form: Form<TeamForm>) -> Result<HttpResponse, Failure> {
    let Form(form) = form;
    let command = CreateTeam {
        title: form.title.clone(),
        introduction: form.introduction.clone(),
        member_limit: form.member_limit.clone(),
        password: form.password,
    };
    match teams::create(visit.services(), visit.user(), command).await {
        Ok(_team) => {
            let made = Flash::success("flash-team-created").arg("title", form.title.trim());
            Ok(visit.redirect_with("/teams/", &made))
        }
        Err(error) => again::form(&visit, error.into(), |errors, problem| {
            let fields = Fields::new(visit.language, errors);
            pages::TeamNew {
                title: fields.typed("title", &form.title),
                introduction: fields.typed("introduction", &form.introduction),
                member_limit: fields.typed("member_limit", &form.member_limit),
                password: fields.secret("password"),
                problem,
            }
        }),
    }
}
