//! What goes wrong without anybody having asked for something wrong.

use teammoa_persistence as persistence;

/// A failure that the person can do nothing about. `web` logs it and answers 500 or, where waiting helps, 503.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database failed or is away.
    #[error("database: {0}")]
    Store(#[from] persistence::Error),
    /// A password could not be hashed, or a stored hash is not one.
    #[error("password hash: {0}")]
    Hash(String),
    /// The operating system gave no random bytes.
    #[error("no random bytes: {0}")]
    Random(#[from] getrandom::Error),
    /// A mail could not be written from its template.
    #[error("mail template: {0}")]
    Template(#[from] tera::Error),
    /// A task ended before it was done: it panicked or the server is stopping.
    #[error("task ended early: {0}")]
    Interrupted(String),
}

impl Fault {
    /// Whether the same request may succeed a little later: the database is away or too busy.
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Store(persistence::Error::Unavailable(..)) | Self::Interrupted(_))
    }
}
