//! A visit to a team by one of its members.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use teammoa_domain::TeamId;
use teammoa_service::teams::{self, Membership};

use super::SignedIn;
use super::signed_in::Refusal;
use crate::failure::Failure;

/// A visit to the team `{team_id}` of the path, with the proof that the person belongs to it. For everybody else the
/// team does not exist: 404.
pub(crate) struct Member {
    visit: SignedIn,
    /// The proof, and the team.
    pub(crate) membership: Membership,
}

impl Member {
    async fn of(request: HttpRequest) -> Result<Self, Refusal> {
        let visit = SignedIn::of(request.clone()).await?;
        let Ok(team) = request.match_info().query("team_id").parse::<TeamId>() else {
            return Err(Failure::not_found().into());
        };
        let membership = teams::enter(visit.services(), visit.user(), team).await.map_err(Failure::from)?;
        Ok(Self { visit, membership })
    }
}

impl Deref for Member {
    type Target = SignedIn;

    fn deref(&self) -> &SignedIn {
        &self.visit
    }
}

impl FromRequest for Member {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Self::of(request.clone()))
    }
}
