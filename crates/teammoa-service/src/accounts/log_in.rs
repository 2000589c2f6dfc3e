//! Getting in with a name and a password.

use teammoa_domain::user;
use teammoa_persistence::users::{self, Credentials};

use super::session::{self, Device, NewSession};
use crate::{Fault, Services};

/// What is typed into the login form.
#[derive(Debug, Clone)]
pub struct LogIn {
    /// Username or e-mail address.
    pub identifier: String,
    /// The password as typed.
    pub password: String,
    /// Where it comes from.
    pub device: Device,
}

/// Why nobody was let in.
#[derive(Debug, thiserror::Error)]
pub enum LogInError {
    /// No such account, not activated, disabled, or another password: which of them is not told.
    #[error("name and password don't belong together, or the account is not active")]
    Rejected,
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Begins a session. Each refusal does the same work: one look-up and one password hash.
pub async fn log_in(services: &Services, command: LogIn) -> Result<NewSession, LogInError> {
    let found = find(services, &command.identifier).await?;
    let stored = found.as_ref().and_then(|credentials| credentials.password_hash.as_deref());
    let matches = services.hasher.verify(&command.password, stored).await?;
    let credentials = found.filter(|found| matches && found.state.activated && !found.state.disabled);
    let Some(credentials) = credentials else { return Err(LogInError::Rejected) };
    let new = NewSession::new(credentials.id, credentials.nickname)?;
    let row = new.row(&command.device, services.now());
    services.db.write(move |conn| session::store(conn, &row)).await?;
    Ok(new)
}

async fn find(services: &Services, identifier: &str) -> Result<Option<Credentials>, Fault> {
    let key = user::login_key(identifier);
    Ok(services.db.read(move |conn| users::find_credentials(conn, &key)).await?)
}
