//! A visit of somebody who is signed in.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use teammoa_domain::{SessionId, UserId};
use teammoa_service::accounts::Person;

use super::Visit;
use crate::failure::{self, Failure};

/// A visit and the person behind it. Nobody else gets past this: people are led to the login page and back, programs get
/// a 401.
pub(crate) struct SignedIn {
    visit: Visit,
    person: Person,
    session: SessionId,
}

/// Why a visit does not go on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// Log in first, then come back to this path.
    #[error("nobody is signed in")]
    LogInFirst(String),
    /// Something else.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl SignedIn {
    /// The session of this visit.
    pub(crate) fn session(&self) -> SessionId {
        self.session
    }

    /// Who it is.
    pub(crate) fn user(&self) -> UserId {
        self.person.id
    }

    pub(super) async fn of(request: HttpRequest) -> Result<Self, Refusal> {
        let visit = Visit::extract(&request).await?;
        match visit.current.as_ref().map(|current| (current.person.clone(), current.session)) {
            Some((person, session)) => Ok(Self { visit, person, session }),
            None if failure::is_for_programs(&request) => Err(Failure::unauthenticated().into()),
            None if *request.method() == Method::GET => Err(Refusal::LogInFirst(visit.path())),
            None => Err(Refusal::LogInFirst(String::new())),
        }
    }
}

impl Deref for SignedIn {
    type Target = Visit;

    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl FromRequest for SignedIn {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Self::of(request.clone()))
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::LogInFirst(_) => StatusCode::SEE_OTHER,
            Self::Failure(failure) => failure.status,
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::LogInFirst(back) => HttpResponse::SeeOther()
                .insert_header((header::LOCATION, log_in_address(back)))
                .insert_header((header::CACHE_CONTROL, "no-store"))
                .finish(),
            Self::Failure(failure) => failure.respond(),
        }
    }
}

fn log_in_address(back: &str) -> String {
    if back.is_empty() {
        return "/accounts/login/".to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", back).finish();
    format!("/accounts/login/?{query}")
}
