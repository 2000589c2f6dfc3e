//! Where I am signed in.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Deserialize;
use teammoa_service::accounts::{self, SessionInfo};

use crate::extract::{Form, SignedIn};
use crate::failure::Failure;
use crate::flash::Flash;
use crate::view::Reader;
use crate::view::pages::{SessionFacts, SessionLine, SettingsSessions};

/// Where to go afterwards.
const HERE: &str = "/settings/sessions/";

/// Nothing but the token of the form.
#[derive(Deserialize)]
pub(crate) struct Press {}

/// The list.
pub(crate) async fn show(visit: SignedIn) -> Result<HttpResponse, Failure> {
    let sessions = accounts::list_sessions(visit.services(), visit.user()).await?;
    let zone = chrono_tz::Tz::Asia__Seoul;
    let reader = Reader { language: visit.language, zone, now: visit.services().now() };
    let here = visit.device().address;
    let line = |session: SessionInfo| {
        let facts = SessionFacts {
            id: session.id,
            user_agent: &session.user_agent,
            address: &session.address,
            is_this: session.id == visit.session(),
        };
        let moments = (reader.moment(session.created_at), reader.moment(session.last_seen_at));
        SessionLine::new(visit.language, facts, &here, moments)
    };
    visit.render(&SettingsSessions { sessions: sessions.into_iter().map(line).collect() })
}

/// Ends one; 404 when it is not one of mine. Ending this one is logging out.
pub(crate) async fn revoke(
    visit: SignedIn,
    id: Path<String>,
    _: Form<Press>,
) -> Result<HttpResponse, Failure> {
    let Ok(id) = id.parse() else { return Err(Failure::not_found()) };
    if !accounts::end_session(visit.services(), visit.user(), id).await? {
        return Err(Failure::not_found());
    }
    if id == visit.session() {
        return visit.signed_out(visit.redirect_with("/", &Flash::info("flash-logged-out"))).await;
    }
    Ok(visit.redirect_with(HERE, &Flash::success("flash-session-ended")))
}

/// Ends all but this one.
pub(crate) async fn revoke_others(visit: SignedIn, _: Form<Press>) -> Result<HttpResponse, Failure> {
    accounts::end_other_sessions(visit.services(), visit.user(), visit.session()).await?;
    Ok(visit.redirect_with(HERE, &Flash::success("flash-sessions-ended")))
}
