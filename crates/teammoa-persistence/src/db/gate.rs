//! A pool of connections with a queue in front of it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use diesel::r2d2::{HandleError, Pool};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::connector::ConnectError;
use super::{Backend, Connector, PoolOptions};
use crate::{Conn, Error, queries};

/// As many permits as connections: who has a permit never waits for someone else's connection, so that waiting costs no
/// thread.
#[derive(Clone)]
pub(super) struct Gate {
    pool: Pool<Connector>,
    permits: Arc<Semaphore>,
    timeout: Duration,
}

impl Gate {
    pub(super) fn new(connector: Connector, options: &PoolOptions) -> Self {
        let size = options.size.max(1);
        // A file does not go away between two queries; a server may have been restarted.
        let test = connector.backend() == Backend::Postgres;
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(0))
            .test_on_check_out(test)
            .connection_timeout(options.timeout.max(Duration::from_millis(1)))
            .error_handler(Box::new(LogError))
            .build_unchecked(connector);
        Self {
            pool,
            permits: Arc::new(Semaphore::new(usize::try_from(size).unwrap_or(1))),
            timeout: options.timeout,
        }
    }

    /// Runs a closure with a connection on a thread for blocking work.
    pub(super) async fn run<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let asked = Instant::now();
        let permit = self.permit().await?;
        let pool = self.pool.clone();
        let left = self.timeout.saturating_sub(asked.elapsed());
        let span = tracing::Span::current();
        let stats = queries::current();
        let closure = move || {
            let _span = span.entered();
            // Dropped after the connection, so that the next one finds it back in the pool.
            let _permit = permit;
            let mut conn = pool.get_timeout(left).map_err(Error::from)?;
            queries::collect(stats, || work(&mut conn))
        };
        match tokio::task::spawn_blocking(closure).await {
            Ok(result) => result,
            Err(error) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(error) => Err(Error::Unavailable(error.to_string()).into()),
            },
        }
    }

    async fn permit(&self) -> Result<OwnedSemaphorePermit, Error> {
        let permit = Arc::clone(&self.permits).acquire_owned();
        match tokio::time::timeout(self.timeout, permit).await {
            Ok(Ok(permit)) => Ok(permit),
            Ok(Err(closed)) => Err(Error::Unavailable(closed.to_string())),
            Err(_elapsed) => {
                Err(Error::Unavailable(format!("all connections were busy for {:?}", self.timeout)))
            }
        }
    }
}

/// The pool tries again by itself; that it failed should not stay unseen.
#[derive(Debug)]
struct LogError;

impl HandleError<ConnectError> for LogError {
    fn handle_error(&self, error: ConnectError) {
        tracing::debug!(%error, "no database connection: {error}");
    }
}
