//! A database per test, on SQLite and on PostgreSQL.

mod on_both;
mod postgres;
mod sqlite;

use std::time::Duration;

use teammoa_persistence::{Backend, DatabaseUrl, Db, PoolOptions};

pub use postgres::is_left_out as postgres_is_left_out;

/// A migrated, empty database that belongs to one test; it is gone when this value is dropped.
///
/// Both kinds are copies of a template that the process migrates once, so a test costs milliseconds. Tests run in
/// parallel without seeing each other.
pub struct TestDb {
    /// The way in.
    pub db: Db,
    url: DatabaseUrl,
}

impl TestDb {
    /// An SQLite file in the scratch folder of the process.
    ///
    /// # Panics
    /// When the template cannot be made, for example because a migration fails.
    pub async fn sqlite() -> Self {
        Self::open(sqlite::migrated().await)
    }

    /// A database in the temporary PostgreSQL cluster of the process.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or was left out by `TEAMMOA_TEST_SQLITE_ONLY=1` (ask
    /// [`postgres_is_left_out`] before), when the cluster does not start, or when a migration fails.
    pub async fn postgres() -> Self {
        Self::open(postgres::migrated().await)
    }

    /// The URL of a new SQLite file without any table, for tests of migrations and of start-up. Removed with the
    /// process.
    pub fn empty_sqlite() -> DatabaseUrl {
        sqlite::empty()
    }

    /// The URL of a new PostgreSQL database without any table, for tests of migrations and of start-up. Removed with
    /// the process.
    ///
    /// # Panics
    /// As [`TestDb::postgres`].
    pub async fn empty_postgres() -> DatabaseUrl {
        postgres::empty().await
    }

    /// Where it is, for a second `Db` or another process on the same database.
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// Which of the two it is.
    pub fn backend(&self) -> Backend {
        self.db.backend()
    }

    fn open(url: DatabaseUrl) -> Self {
        let db = open(&url);
        Self { db, url }
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        match &self.url {
            DatabaseUrl::Sqlite(file) => sqlite::remove(file),
            DatabaseUrl::Postgres(url) => postgres::remove(url),
        }
    }
}

/// Opens a pool as tests want it: small, because hundreds of tests share one server, and patient, because a busy
/// machine must not make a test fail.
///
/// # Panics
/// When the pool cannot be built.
pub fn open(url: &DatabaseUrl) -> Db {
    let options = PoolOptions { size: 4, timeout: Duration::from_secs(30) };
    Db::open(url, &options).unwrap_or_else(|error| panic!("cannot open {url}: {error}"))
}

/// Runs blocking work off the test's only runtime thread.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(value) => value,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
