//! What every use case needs, in one value that is cheap to clone.

use std::time::Duration;

use chrono::{DateTime, Utc};
use teammoa_persistence::Db;

use crate::limit::{Limiter, Limits};
use crate::mail::outbox::Bell;
use crate::mail::{Letters, MailGate, Mailer};
use crate::secrets::Hasher;
use crate::shared::Redis;
use crate::{Clock, Tasks};

/// What is configured about the use cases.
#[derive(Debug, Clone)]
pub struct ServiceSettings {
    /// The site's public address without a slash at its end: links in mails start with it.
    pub site_url: String,
    /// How many sign-ups may wait for the mail server at a time.
    pub smtp_concurrency: usize,
    /// How long one mail may take; a reservation lives somewhat longer.
    pub smtp_timeout: Duration,
    /// The IANA time zone of new teams.
    pub time_zone: String,
    /// How often somebody may do something.
    pub limits: Limits,
}

/// The use cases can't be set up: a mail template is broken.
#[derive(Debug, thiserror::Error)]
#[error("mail templates: {0}")]
pub struct SetUpError(#[from] tera::Error);

/// The database, the time, the mail and the secrets of one installation.
#[derive(Clone)]
pub struct Services {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) mailer: Mailer,
    pub(crate) mail_gate: MailGate,
    pub(crate) letters: Letters,
    pub(crate) bell: Bell,
    pub(crate) hasher: Hasher,
    pub(crate) tasks: Tasks,
    pub(crate) redis: Option<Redis>,
    pub(crate) limiter: Limiter,
    pub(crate) settings: ServiceSettings,
}

impl Services {
    /// Puts the parts together. Fails when a mail template is broken.
    pub fn new(
        db: Db,
        clock: Clock,
        mailer: Mailer,
        secrets: (Hasher, Tasks),
        settings: ServiceSettings,
    ) -> Result<Self, SetUpError> {
        let (hasher, tasks) = secrets;
        let mail_gate = MailGate::new(settings.smtp_concurrency);
        let (letters, bell) = (Letters::new()?, Bell::default());
        let limiter = Limiter::memory(clock.clone());
        let redis = None;
        Ok(Self { db, clock, mailer, mail_gate, letters, bell, hasher, tasks, redis, limiter, settings })
    }

    /// The same with a Redis that several servers share: throttles are counted there, as long as it answers.
    #[must_use]
    pub fn with_redis(self, redis: Redis) -> Self {
        let limiter = Limiter::redis(redis.clone(), self.clock.clone());
        Self { redis: Some(redis), limiter, ..self }
    }

    /// The time of this installation, in whole microseconds.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// What makes and checks passwords' hashes.
    pub fn hasher(&self) -> &Hasher {
        &self.hasher
    }

    /// The work that must not be interrupted: shutdown waits for it.
    pub fn tasks(&self) -> &Tasks {
        &self.tasks
    }
}

impl std::fmt::Debug for Services {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Services").field("settings", &self.settings).finish_non_exhaustive()
    }
}
