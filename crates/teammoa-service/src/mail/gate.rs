//! How many may wait for the mail server at a time.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Lets a fixed number of sign-ups wait for the mail server; the next ones are told to come back, so that a mail server
/// that hangs fills neither our memory nor anybody's patience.
#[derive(Debug, Clone)]
pub struct MailGate(Arc<Semaphore>);

/// The right to wait for the mail server, until it is dropped.
#[derive(Debug)]
pub struct MailTurn {
    _permit: OwnedSemaphorePermit,
}

impl MailGate {
    /// A gate for at most this many, at least one.
    pub fn new(places: usize) -> Self {
        Self(Arc::new(Semaphore::new(places.max(1))))
    }

    /// A turn, or `None` at once when all are taken.
    pub fn try_enter(&self) -> Option<MailTurn> {
        let permit = Arc::clone(&self.0).try_acquire_owned().ok()?;
        Some(MailTurn { _permit: permit })
    }
}
