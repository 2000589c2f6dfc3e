//! What the others see of me, and my language.

use actix_web::HttpResponse;
use actix_web::cookie::time::Duration;
use serde::Deserialize;
use teammoa_domain::{FieldErrors, Language};
use teammoa_service::accounts::{self, Account, EditProfile};

use crate::cookies;
use crate::extract::{Form, SignedIn};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::middleware::LANGUAGE_COOKIE;
use crate::pages::again;
use crate::view::{Fields, pages};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ProfileForm {
    nickname: String,
    profile: String,
    language: String,
}

/// The form with what is there.
pub(crate) async fn show(visit: SignedIn) -> Result<HttpResponse, Failure> {
    let account = account(&visit).await?;
    let form = ProfileForm {
        nickname: account.nickname.clone(),
        profile: account.profile.clone(),
        language: account.language.tag().to_owned(),
    };
    visit.render(&form.page(&visit, &account, &FieldErrors::new()))
}

/// Saves it, or brings the form back.
pub(crate) async fn submit(visit: SignedIn, form: Form<ProfileForm>) -> Result<HttpResponse, Failure> {
    let Form(form) = form;
    let language = form.language(&visit);
    let command = EditProfile {
        nickname: Some(form.nickname.clone()),
        profile: Some(form.profile.clone()),
        language: Some(language.tag().to_owned()),
    };
    match accounts::edit_profile(visit.services(), visit.user(), &command).await {
        Ok(()) => {
            let saved = visit.redirect_with("/settings/", &Flash::success("flash-profile-saved"));
            let mut cookie = cookies::new(visit.settings(), LANGUAGE_COOKIE, language.tag());
            cookie.set_max_age(Duration::days(365));
            Ok(cookies::with(saved, &cookie))
        }
        Err(error) => {
            let account = account(&visit).await?;
            again::form(&visit, error.into(), |errors, _| form.page(&visit, &account, errors))
        }
    }
}

async fn account(visit: &SignedIn) -> Result<Account, Failure> {
    accounts::account(visit.services(), visit.user()).await?.ok_or_else(Failure::unauthenticated)
}

impl ProfileForm {
    fn language(&self, visit: &SignedIn) -> Language {
        Language::from_tag(&self.language).unwrap_or(visit.language)
    }

    fn page(&self, visit: &SignedIn, account: &Account, errors: &FieldErrors) -> pages::SettingsProfile {
        let fields = Fields::new(visit.language, errors);
        pages::SettingsProfile {
            nickname: fields.typed("nickname", &self.nickname),
            profile: fields.typed("profile", &self.profile),
            language: self.language(visit),
            username: account.username.clone(),
            email: account.email.clone(),
        }
    }
}
