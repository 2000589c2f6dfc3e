//! Getting in with a name and a password.

use teammoa_domain::{UserId, user};
use teammoa_persistence::users::{self, Credentials};

use super::session::{self, Device, NewSession};
use crate::limit::Exceeded;
use crate::{Fault, Services};

/// What failed logins are counted under.
const AREA: &str = "login";

/// What is typed into the login form, and by whom.
#[derive(Debug, Clone)]
pub struct LogIn {
    /// Username or e-mail address.
    pub identifier: String,
    /// The password as typed.
    pub password: String,
    /// Where it comes from.
    pub device: Device,
    /// Set when the browser proves that an account was used on it before.
    pub known: Option<KnownDevice>,
}

/// A browser on which somebody has logged in before. Its failures are counted apart from those of everybody else, so that
/// nobody can lock the owner out by guessing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownDevice {
    /// Who logged in on it.
    pub user: UserId,
    /// Tells it from his other ones.
    pub name: String,
}

/// Why nobody was let in.
#[derive(Debug, thiserror::Error)]
pub enum LogInError {
    /// No such account, not activated, disabled, or another password: which of them is not told.
    #[error("name and password don't belong together, or the account is not active")]
    Rejected,
    /// Too many failures; told for accounts that don't exist as well.
    #[error(transparent)]
    TooMany(#[from] Exceeded),
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Begins a session. Each refusal does the same work: one look-up, one count and one password hash.
pub async fn log_in(services: &Services, command: LogIn) -> Result<NewSession, LogInError> {
    let found = find(services, &command.identifier).await?;
    let who = counted_under(&command, found.as_ref());
    services.limiter.take(AREA, &who, services.settings.limits.login).await?;
    let stored = found.as_ref().and_then(|credentials| credentials.password_hash.as_deref());
    let matches = services.hasher.verify(&command.password, stored).await?;
    let credentials = found.filter(|found| matches && found.state.activated && !found.state.disabled);
    let Some(credentials) = credentials else { return Err(LogInError::Rejected) };
    services.limiter.forgive(AREA, &who).await;
    begin(services, credentials, &command).await
}

async fn find(services: &Services, identifier: &str) -> Result<Option<Credentials>, Fault> {
    let key = user::login_key(identifier);
    Ok(services.db.read(move |conn| users::find_credentials(conn, &key)).await?)
}

/// What was typed and the network, or the known device. A name and an address of one account are counted apart: if they
/// shared a count, a refusal would tell that they belong together.
fn counted_under(command: &LogIn, found: Option<&Credentials>) -> String {
    match (&command.known, found) {
        (Some(known), Some(found)) if known.user == found.id => format!("device|{}|{}", found.id, known.name),
        _ => format!("typed|{}|{}", user::login_key(&command.identifier), command.device.network),
    }
}

/// Stores the session and, when the hash was made with other parameters than today's, a new hash.
async fn begin(services: &Services, found: Credentials, command: &LogIn) -> Result<NewSession, LogInError> {
    let outdated = found.password_hash.as_deref().is_some_and(|hash| services.hasher.is_outdated(hash));
    let rehashed = if outdated { Some(services.hasher.hash(&command.password).await?) } else { None };
    let new = NewSession::new(found.id, found.nickname)?;
    let (row, user) = (new.row(&command.device, services.now()), new.user);
    let work = move |conn: &mut _| {
        if let Some(hash) = rehashed {
            users::set_password_hash(conn, user, &hash)?;
        }
        session::store(conn, &row)
    };
    services.db.write(work).await?;
    Ok(new)
}
