//! The language switch.

use actix_web::HttpResponse;
use actix_web::cookie::time::Duration;
use serde::Deserialize;
use teammoa_domain::Language;
use teammoa_service::accounts;

use crate::extract::{Form, Visit};
use crate::failure::Failure;
use crate::middleware::LANGUAGE_COOKIE;
use crate::{cookies, next};

/// A language and the page to come back to.
#[derive(Deserialize)]
pub(crate) struct Choice {
    language: String,
    #[serde(default)]
    next: String,
}

/// Remembers the language in a cookie and, for those who are signed in, in their account.
pub(crate) async fn choose(visit: Visit, form: Form<Choice>) -> Result<HttpResponse, Failure> {
    let Form(choice) = form;
    let back = visit.redirect(next::local(&choice.next).unwrap_or("/"));
    let Some(language) = Language::from_tag(&choice.language) else { return Ok(back) };
    if let Some(current) = &visit.current {
        accounts::set_language(visit.services(), current.person.id, language).await?;
    }
    let mut cookie = cookies::new(visit.settings(), LANGUAGE_COOKIE, language.tag());
    cookie.set_max_age(Duration::days(365));
    Ok(cookies::with(back, &cookie))
}
