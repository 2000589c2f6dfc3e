//! Who is asking.

use chrono::TimeDelta;
use teammoa_domain::{Language, SessionId, UserId};
use teammoa_persistence::sessions::{self, Person, SessionRow};
use teammoa_persistence::users::{self, Account};

use super::session::{IDLE, SEEN_EVERY};
use crate::secrets::Token;
use crate::{Fault, Services};

/// A signed-in person and his session.
#[derive(Debug, Clone)]
pub struct Current {
    /// The session that the request belongs to.
    pub session: SessionId,
    /// Whose it is.
    pub person: Person,
    /// Set when the session was prolonged just now: the cookie should be too.
    pub prolonged: Option<TimeDelta>,
}

/// The person behind a session token, in one query; `None` for a token that is unknown, ended or expired, or whose
/// account is disabled or deleted. A session in use is prolonged, at most every five minutes.
pub async fn current_person(services: &Services, token: &str) -> Result<Option<Current>, Fault> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    let (hash, now) = (token.hash(), services.now());
    let found = services
        .db
        .read(move |conn| sessions::find_with_person(conn, &hash, now))
        .await
        .map_err(Fault::Store)?;
    let Some((session, person)) = found else { return Ok(None) };
    let prolonged = prolong(services, &session).await?;
    Ok(Some(Current { session: session.id, person, prolonged }))
}

async fn prolong(services: &Services, session: &SessionRow) -> Result<Option<TimeDelta>, Fault> {
    let (id, now) = (session.id, services.now());
    if now - session.last_seen_at < SEEN_EVERY {
        return Ok(None);
    }
    services.db.write(move |conn| sessions::touch(conn, id, now, now + IDLE)).await.map_err(Fault::Store)?;
    Ok(Some(IDLE))
}

/// The whole account of a person, as he himself sees it; `None` when it is gone.
pub async fn account(services: &Services, user: UserId) -> Result<Option<Account>, Fault> {
    services.db.read(move |conn| users::find(conn, user)).await.map_err(Fault::Store)
}

/// Remembers the language that somebody wants to read.
pub async fn set_language(services: &Services, user: UserId, language: Language) -> Result<(), Fault> {
    services.db.write(move |conn| users::set_language(conn, user, language)).await.map_err(Fault::Store)
}
