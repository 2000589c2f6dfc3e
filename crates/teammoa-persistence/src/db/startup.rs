//! What happens before the first request: waiting for the database, and a look at its schema.

use std::time::Duration;

use tokio::time::{Instant, sleep, timeout};

use super::{ANSWER, Db};
use crate::{Error, SchemaState, dialect, migrate};

const FIRST_DELAY: Duration = Duration::from_millis(200);
const LONGEST_DELAY: Duration = Duration::from_secs(5);

impl Db {
    /// Waits until the database answers: tries at once, then after 0.2 s, 0.4 s and so on up to every 5 s.
    ///
    /// `on_retry` is told the error and the pause before each further try. Fails with the last error when the next try
    /// would come after `limit`.
    pub async fn wait_until_up(
        &self,
        limit: Duration,
        mut on_retry: impl FnMut(&Error, Duration),
    ) -> Result<(), Error> {
        let end = Instant::now() + limit;
        let mut delay = FIRST_DELAY;
        loop {
            let Err(error) = self.try_to_connect().await else {
                return Ok(());
            };
            if Instant::now() + delay > end {
                return Err(error);
            }
            on_retry(&error, delay);
            sleep(delay).await;
            delay = (delay * 2).min(LONGEST_DELAY);
        }
    }

    /// Whether the schema is at least as new as this program. A newer one is fine: during a rolling update the next
    /// version's migrations run before this one stops.
    pub async fn schema_state(&self) -> Result<SchemaState, Error> {
        self.read(migrate::state).await
    }

    /// Brings the schema up to date and returns the names of the migrations that were applied.
    ///
    /// Safe to call from several processes at once: one works, the others wait and find nothing left to do. Each
    /// migration is a transaction of its own; when one fails, those before it stay.
    pub async fn migrate(&self) -> Result<Vec<String>, Error> {
        let connector = self.connector().clone();
        blocking(move || migrate::run(&connector)).await
    }

    /// Past the pools, whose answer to an unreachable server is to wait for the whole timeout.
    async fn try_to_connect(&self) -> Result<(), Error> {
        let connector = self.connector().clone();
        let attempt = blocking(move || dialect::ping(&mut connector.open()?));
        match timeout(self.timeout + ANSWER, attempt).await {
            Ok(answer) => answer,
            Err(elapsed) => Err(Error::Unavailable(elapsed.to_string())),
        }
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => Err(Error::Unavailable(error.to_string())),
        },
    }
}
