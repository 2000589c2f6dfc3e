//! Where a person is signed in.

use teammoa_domain::{SessionId, UserId};
use teammoa_persistence::sessions::{self, SessionInfo};

use crate::{Fault, Services};

/// How many sessions are shown; older ones end by themselves.
const SHOWN: i64 = 100;

/// All sessions of a person, the one used last first.
pub async fn list_sessions(services: &Services, user: UserId) -> Result<Vec<SessionInfo>, Fault> {
    let now = services.now();
    services.db.read(move |conn| sessions::list_for_user(conn, user, now, SHOWN)).await.map_err(Fault::Store)
}

/// Ends one session of this person; `false` when he has no such session.
pub async fn end_session(services: &Services, user: UserId, session: SessionId) -> Result<bool, Fault> {
    services.db.write(move |conn| sessions::delete_by_id(conn, user, session)).await.map_err(Fault::Store)
}

/// Ends all sessions of this person but one, and tells how many those were.
pub async fn end_other_sessions(services: &Services, user: UserId, kept: SessionId) -> Result<usize, Fault> {
    services
        .db
        .write(move |conn| sessions::delete_for_user(conn, user, Some(kept)))
        .await
        .map_err(Fault::Store)
}
