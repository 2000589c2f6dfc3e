//! Work that must come to its end even when the one who asked for it is gone.

use std::future::Future;

use teammoa_persistence::queries;
use tokio::runtime::Handle;
use tokio_util::task::TaskTracker;
use tracing::Instrument;

use crate::Fault;

/// Runs work apart from the request that started it, and is waited for at shutdown.
///
/// A web server drops the future of a request when the client hangs up. What changes more than one thing (reserve, mail,
/// create) must not stop in the middle then.
#[derive(Debug, Clone)]
pub struct Tasks {
    runtime: Handle,
    tracker: TaskTracker,
}

impl Tasks {
    /// Tasks on a runtime that outlives the requests.
    pub fn new(runtime: Handle) -> Self {
        Self { runtime, tracker: TaskTracker::new() }
    }

    /// Runs the work to its end and gives its result; dropping the returned future does not stop the work. Its queries
    /// count for the request that started it. Fails with [`Fault::Interrupted`] when the work panicked.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Fault> {
        let work = work.in_current_span();
        let running = match queries::current() {
            Some(stats) => self.tracker.spawn_on(queries::observe(stats, work), &self.runtime),
            None => self.tracker.spawn_on(work, &self.runtime),
        };
        running.await.map_err(|error| Fault::Interrupted(error.to_string()))
    }

    /// Starts work that nobody waits for but shutdown.
    pub fn start(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.tracker.spawn_on(work.in_current_span(), &self.runtime);
    }

    /// Waits until nothing runs at the moment; new work may come afterwards.
    pub async fn idle(&self) {
        self.tracker.close();
        self.tracker.wait().await;
        self.tracker.reopen();
    }

    /// Waits until all work is done.
    pub async fn finish(&self) {
        self.tracker.close();
        self.tracker.wait().await;
    }
}
