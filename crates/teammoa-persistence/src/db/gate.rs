//! A pool of connections with a queue in front of it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::r2d2::event::{AcquireEvent, HandleEvent};
use diesel::r2d2::{HandleError, Pool, PoolError};
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
    last_error: LastError,
}

impl Gate {
    pub(super) fn new(connector: Connector, options: &PoolOptions) -> Self {
        let size = options.size.max(1);
        // A file does not go away between two queries; a server may have been restarted.
        let test = connector.backend() == Backend::Postgres;
        let last_error = LastError::default();
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(0))
            .test_on_check_out(test)
            .connection_timeout(options.timeout.max(Duration::from_millis(1)))
            .error_handler(Box::new(last_error.clone()))
            .event_handler(Box::new(last_error.clone()))
            .build_unchecked(connector);
        Self {
            pool,
            permits: Arc::new(Semaphore::new(usize::try_from(size).unwrap_or(1))),
            timeout: options.timeout,
            last_error,
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
        let (pool, last_error) = (self.pool.clone(), self.last_error.clone());
        let left = self.timeout.saturating_sub(asked.elapsed());
        let span = tracing::Span::current();
        let stats = queries::current();
        let closure = move || {
            let _span = span.entered();
            // Dropped after the connection, so that the next one finds it back in the pool.
            let _permit = permit;
            let mut conn = pool.get_timeout(left).map_err(|error| last_error.explain(&error))?;
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
            Err(_elapsed) => Err(self.too_slow()),
        }
    }

    /// What to say when time is over: why connecting fails, if it does, else that all connections are busy.
    pub(super) fn too_slow(&self) -> Error {
        let busy = || format!("all connections were busy for {:?}", self.timeout);
        Error::Unavailable(self.last_error.get().unwrap_or_else(busy))
    }
}

/// Why the last attempt to connect failed, until one succeeds. The pool tells its own copy only to the first of those who
/// wait, and the others would not learn the reason.
#[derive(Debug, Clone, Default)]
struct LastError(Arc<Mutex<Option<String>>>);

impl LastError {
    fn set(&self, reason: Option<String>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = reason;
    }

    fn get(&self) -> Option<String> {
        let reason = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        reason.map(|reason| reason.trim().to_owned())
    }

    fn explain(&self, error: &PoolError) -> Error {
        Error::Unavailable(self.get().unwrap_or_else(|| error.to_string().trim().to_owned()))
    }
}

impl HandleError<ConnectError> for LastError {
    fn handle_error(&self, error: ConnectError) {
        tracing::debug!(%error, "no database connection: {error}");
        self.set(Some(error.to_string()));
    }
}

impl HandleEvent for LastError {
    fn handle_acquire(&self, _: AcquireEvent) {
        self.set(None);
    }
}
