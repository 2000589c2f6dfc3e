//! Sessions: a browser that is signed in.

use chrono::{DateTime, TimeDelta, Utc};
use teammoa_domain::UserId;
use teammoa_persistence::{Conn, sessions};

use crate::Fault;
use crate::secrets::Token;

/// A session ends when it was not used for this long.
pub(super) const IDLE: TimeDelta = TimeDelta::days(14);
/// How often `last_seen_at` is written at most.
pub(super) const SEEN_EVERY: TimeDelta = TimeDelta::minutes(5);

/// Where somebody signs in from, as far as it is shown in his list of sessions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Device {
    /// The browser's name for itself; the first 300 characters are kept.
    pub user_agent: String,
    /// The address that the request came from.
    pub address: String,
    /// Its network, under which requests are counted; see [`network_of`](crate::limit::network_of).
    pub network: String,
}

/// A session that has just begun: the token goes into the cookie.
#[derive(Debug)]
pub struct NewSession {
    /// The secret of the session.
    pub token: Token,
    /// Whose session it is.
    pub user: UserId,
    /// How he is greeted.
    pub nickname: String,
    /// How long it lives without being used.
    pub lifetime: TimeDelta,
}

impl NewSession {
    /// A session for somebody, not stored yet. Fails when there are no random bytes.
    pub(crate) fn new(user: UserId, nickname: String) -> Result<Self, Fault> {
        Ok(Self { token: Token::new()?, user, nickname, lifetime: IDLE })
    }

    /// The row of this session.
    pub(crate) fn row(&self, device: &Device, now: DateTime<Utc>) -> sessions::NewSession {
        sessions::NewSession {
            token_hash: self.token.hash(),
            user: self.user,
            created_at: now,
            last_seen_at: now,
            expires_at: now + self.lifetime,
            user_agent: device.user_agent.chars().take(300).collect(),
            address: device.address.clone(),
        }
    }
}

/// Stores a session in the transaction that lets somebody in.
pub(crate) fn store(conn: &mut Conn, row: &sessions::NewSession) -> Result<(), Fault> {
    sessions::insert(conn, row)?;
    teammoa_persistence::users::record_login(conn, row.user, row.created_at)?;
    Ok(())
}
