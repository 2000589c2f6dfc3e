//! The use cases, ready to be called.

use std::time::Duration;

use teammoa_service::limit::Limits;
use teammoa_service::mail::{Mailer, MemoryOutbox, outbox};
use teammoa_service::secrets::{HashParams, Hasher};
use teammoa_service::{ServiceSettings, Services, Tasks};
use tokio::runtime::Handle;

use crate::{Inbox, TestClock, TestDb};

/// The services of one test, and what is around them.
#[derive(Clone, Debug)]
pub struct TestServices {
    /// The code under test.
    pub services: Services,
    /// Their clock, which stands still.
    pub clock: TestClock,
    /// Where their mails go, unless the test brought a mailer of its own; then it stays empty.
    pub outbox: MemoryOutbox,
}

impl TestServices {
    /// Waits for work in the background, then hands over all mails of the outbox that are due.
    ///
    /// # Panics
    /// When the outbox cannot be read.
    pub async fn deliver(&self) -> outbox::Drained {
        self.services.tasks().idle().await;
        outbox::drain(&self.services).await.unwrap_or_else(|error| panic!("no delivery: {error}"))
    }

    /// The mails that were sent.
    pub fn inbox(&self) -> Inbox {
        Inbox::new(self.outbox.clone())
    }
}

/// Services on this database, with a fixed clock, mails in memory and passwords hashed as cheaply as can be.
///
/// # Panics
/// Outside a tokio runtime, and when a mail template is broken.
pub fn services(test: &TestDb) -> TestServices {
    services_with(test, Mailer::memory(), settings())
}

/// As [`services`], with a mailer and settings of the test's own; begin with [`settings`].
///
/// # Panics
/// As [`services`].
pub fn services_with(test: &TestDb, mailer: Mailer, settings: ServiceSettings) -> TestServices {
    let clock = TestClock::new();
    let outbox = match &mailer {
        Mailer::Memory(outbox) => outbox.clone(),
        Mailer::Smtp(_) | Mailer::Folder(_) => MemoryOutbox::default(),
    };
    let secrets = (hasher(), Tasks::new(Handle::current()));
    let services = Services::new(test.db.clone(), clock.clock(), mailer, secrets, settings)
        .unwrap_or_else(|error| panic!("the services cannot be set up: {error}"));
    TestServices { services, clock, outbox }
}

/// Settings as in production, for a site that does not exist.
pub fn settings() -> ServiceSettings {
    ServiceSettings {
        site_url: "https://teammoa.test".to_owned(),
        smtp_concurrency: 8,
        smtp_timeout: Duration::from_secs(10),
        time_zone: "Asia/Seoul".to_owned(),
        limits: Limits::default(),
    }
}

/// A hasher that takes no time. What it makes protects nothing.
///
/// # Panics
/// Never, as its parameters are constants that fit.
pub fn hasher() -> Hasher {
    Hasher::new(HashParams::FAST_FOR_TESTS, 4).unwrap_or_else(|error| panic!("no hasher: {error}"))
}
