//! How many queries a request makes: the numbers of the request log, the panel of development and the query budgets.
//!
//! [`observe`] puts a [`QueryStats`] around a future; [`Db`](crate::Db) picks it up, carries it to the thread that the
//! closure runs on, and each connection tells its statements there. `BEGIN`, `COMMIT` and the like are not counted,
//! but the time they take is.

use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

tokio::task_local! {
    static OBSERVER: QueryStats;
}

thread_local! {
    static ACTIVE: RefCell<Option<QueryStats>> = const { RefCell::new(None) };
    static STARTED: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// What was asked of the database. Clones count into the same place.
#[derive(Debug, Clone, Default)]
pub struct QueryStats(Arc<Mutex<Tally>>);

#[derive(Debug, Default)]
struct Tally {
    log: Vec<String>,
    selects: usize,
    rows: usize,
    db_time: Duration,
}

/// Runs a future whose queries are counted into `stats`.
pub async fn observe<F: Future>(stats: QueryStats, future: F) -> F::Output {
    OBSERVER.scope(stats, future).await
}

/// The statistics that the running future is observed by, if it is.
pub fn current() -> Option<QueryStats> {
    OBSERVER.try_with(QueryStats::clone).ok()
}

impl QueryStats {
    /// Statistics with nothing in them.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of statements.
    pub fn statements(&self) -> usize {
        self.tally().log.len()
    }

    /// The number of statements that read: those that start with `SELECT` or `WITH`.
    pub fn selects(&self) -> usize {
        self.tally().selects
    }

    /// The number of rows that were read.
    pub fn rows(&self) -> usize {
        self.tally().rows
    }

    /// The time that the database took, transactions included, waiting for a connection not.
    pub fn db_time(&self) -> Duration {
        self.tally().db_time
    }

    /// The statements in their order, without their values: those may be secrets.
    pub fn log(&self) -> Vec<String> {
        self.tally().log.clone()
    }

    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs a closure on this thread with its queries counted.
pub(crate) fn collect<T>(stats: Option<QueryStats>, work: impl FnOnce() -> T) -> T {
    let _restore = Restore(ACTIVE.replace(stats));
    work()
}

pub(crate) fn add_rows(rows: usize) {
    with_active(|tally| tally.rows += rows);
}

/// Puts the former observer back, also when the closure panics.
struct Restore(Option<QueryStats>);

impl Drop for Restore {
    fn drop(&mut self) {
        ACTIVE.set(self.0.take());
    }
}

fn with_active(change: impl FnOnce(&mut Tally)) {
    ACTIVE.with_borrow(|active| {
        if let Some(stats) = active {
            change(&mut stats.tally());
        }
    });
}

/// A statement begins on this thread.
pub(crate) fn started(query: &dyn std::fmt::Display) {
    STARTED.set(Some(Instant::now()));
    with_active(|tally| tally.add(&query.to_string()));
}

/// The statement that began last on this thread has ended.
pub(crate) fn finished() {
    if let Some(started) = STARTED.take() {
        with_active(|tally| tally.db_time += started.elapsed());
    }
}

impl Tally {
    fn add(&mut self, query: &str) {
        const NOT_COUNTED: [&str; 6] = ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA"];
        let statement = query.split(" -- binds:").next().unwrap_or_default().trim();
        let starts_with =
            |word: &str| statement.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if NOT_COUNTED.into_iter().any(starts_with) {
            return;
        }
        self.selects += usize::from(["SELECT", "WITH"].into_iter().any(starts_with));
        self.log.push(statement.to_owned());
    }
}
