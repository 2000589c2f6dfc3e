//! The two doors to the database.

mod connector;
mod file_lock;
mod gate;
mod listener;
mod startup;
mod transaction;

use std::time::Duration;

pub(crate) use connector::Connector;
use connector::Role;
pub(crate) use file_lock::lock_beside;
use gate::Gate;

use crate::{Conn, DatabaseUrl, Error, dialect};

/// How much longer than for a connection to wait for an answer, so that the reason for no connection is told first.
const ANSWER: Duration = Duration::from_secs(1);

/// Which of the two databases is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// One file on this machine.
    Sqlite,
    /// A server, shared by several of ours.
    Postgres,
}

/// How many connections there are, and how long to wait for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolOptions {
    /// The most connections at a time. SQLite has one more, which is the only one that writes.
    pub size: u32,
    /// How long to wait for a connection before [`Error::Unavailable`].
    pub timeout: Duration,
}

impl Default for PoolOptions {
    fn default() -> Self {
        Self { size: 8, timeout: Duration::from_secs(5) }
    }
}

/// A database with its pools. Clones share them.
///
/// Closures run on the threads for blocking work, one connection each, and nothing outside them sees a connection. Calls
/// wait for their turn without a thread. When the caller goes away in the middle, the closure still runs to its end.
#[derive(Clone)]
pub struct Db {
    connector: Connector,
    timeout: Duration,
    readers: Gate,
    writer: Gate,
}

impl Db {
    /// Prepares the pools. No connection is made yet, so this does not fail when the server is away; see
    /// [`Db::wait_until_up`].
    pub fn open(url: &DatabaseUrl, options: &PoolOptions) -> Result<Self, Error> {
        let connector = Connector::new(url, options.timeout)?;
        let readers = Gate::new(connector.with_role(Role::Reader), options);
        let writer = match connector.backend() {
            Backend::Sqlite => {
                let single = PoolOptions { size: 1, ..*options };
                Gate::new(connector.with_role(Role::Writer), &single)
            }
            Backend::Postgres => readers.clone(),
        };
        Ok(Self { connector, timeout: options.timeout, readers, writer })
    }

    /// Which of the two databases this is.
    pub fn backend(&self) -> Backend {
        self.connector.backend()
    }

    /// Runs a closure that reads. On SQLite writing fails there; on PostgreSQL each of its statements would be a
    /// transaction of its own.
    ///
    /// A panic in the closure goes on in the caller.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.readers.run(work).await
    }

    /// Runs a closure as one transaction: all that it writes is committed when it returns `Ok`, and none of it when it
    /// returns `Err` or panics.
    ///
    /// A statement that may fail without the whole having to fail goes into [`Db::savepoint`]: when the closure swallows
    /// a failed statement without one, nothing is committed and [`Error::Driver`] says so. PostgreSQL would roll back
    /// silently and SQLite would commit; this way both do the same.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.writer.run(move |conn| transaction::write(conn, work)).await
    }

    /// Runs a part of a [`Db::write`] closure that can be taken back alone, when it returns `Err`.
    pub fn savepoint<T, E: From<Error>>(
        conn: &mut Conn,
        work: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        transaction::savepoint(conn, work)
    }

    /// Asks the database for a sign of life. Fails with [`Error::Unavailable`] when there is no connection within the
    /// timeout of the pool, or no answer a second later.
    pub async fn ping(&self) -> Result<(), Error> {
        let answer = self.read(dialect::ping);
        match tokio::time::timeout(self.timeout + ANSWER, answer).await {
            Ok(answer) => answer,
            Err(_elapsed) => Err(self.readers.too_slow()),
        }
    }

    pub(crate) fn connector(&self) -> &Connector {
        &self.connector
    }
}
