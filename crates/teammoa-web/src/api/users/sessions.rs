//! `…/me/sessions/`: where I am logged in.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use chrono::{DateTime, Utc};
use serde::Serialize;
use teammoa_service::accounts::{self, SessionInfo};
use utoipa::ToSchema;

use crate::api::shapes::{Nothing, Pagination};
use crate::extract::{Body, SignedIn};
use crate::failure::Failure;
use crate::view::device::Device;

/// A browser or program that is logged in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionRow {
    /// Which session.
    id: i64,
    /// Browser and system, in the language of the request.
    device: String,
    /// What it calls itself.
    user_agent: String,
    /// The network address that it logged in from.
    address: String,
    /// When it logged in.
    created_at: DateTime<Utc>,
    /// When it was used last, to some minutes.
    last_used_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    is_current: bool,
}

/// My sessions, all on one page: the 100 that were used last.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionPage {
    /// The sessions, the one used last first.
    results: Vec<SessionRow>,
    /// Where this page stands.
    pagination: Pagination,
}

/// How many sessions are over.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionsEnded {
    /// How many.
    ended: usize,
}

impl SessionRow {
    fn of(session: SessionInfo, visit: &SignedIn) -> Self {
        Self {
            id: session.id.get(),
            device: Device::of(&session.user_agent).words(visit.language),
            is_current: session.id == visit.session(),
            user_agent: session.user_agent,
            address: session.address,
            created_at: session.created_at,
            last_used_at: session.last_seen_at,
        }
    }
}

/// My sessions
#[utoipa::path(get, path = "/api/v1/users/me/sessions/", operation_id = "list_sessions", tag = "users",
    security(("session" = [])), responses((status = 200, body = SessionPage, description = "where I am logged in")))]
pub(crate) async fn list(visit: SignedIn) -> Result<HttpResponse, Failure> {
    let sessions = accounts::list_sessions(visit.services(), visit.user()).await?;
    let results: Vec<_> = sessions.into_iter().map(|session| SessionRow::of(session, &visit)).collect();
    let pagination = Pagination::of_one_page(results.len());
    Ok(visit.json(StatusCode::OK, &SessionPage { results, pagination }))
}

/// End one of my sessions
///
/// Ending the one that asks is logging out.
#[utoipa::path(delete, path = "/api/v1/users/me/sessions/{session_id}/", operation_id = "end_session", tag = "users",
    security(("session" = [], "csrf" = [])), params(("session_id" = i64, Path, description = "which session")),
    responses(
    (status = 204, description = "ended"),
    (status = 404, description = "no such session, or not mine"),
))]
pub(crate) async fn end(
    visit: SignedIn,
    id: Path<String>,
    _: Body<Nothing>,
) -> Result<HttpResponse, Failure> {
    let Ok(id) = id.parse() else { return Err(Failure::not_found()) };
    if !accounts::end_session(visit.services(), visit.user(), id).await? {
        return Err(Failure::not_found());
    }
    if id == visit.session() { visit.signed_out(visit.no_content()).await } else { Ok(visit.no_content()) }
}

/// End all my other sessions
#[utoipa::path(delete, path = "/api/v1/users/me/sessions/", operation_id = "end_other_sessions", tag = "users",
    security(("session" = [], "csrf" = [])), responses(
    (status = 200, body = SessionsEnded, description = "only the session that asks is left"),
))]
pub(crate) async fn end_others(visit: SignedIn, _: Body<Nothing>) -> Result<HttpResponse, Failure> {
    let ended = accounts::end_other_sessions(visit.services(), visit.user(), visit.session()).await?;
    Ok(visit.json(StatusCode::OK, &SessionsEnded { ended }))
}
