//! Makes connections: to the database that the URL names, with the settings that the rest relies on.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use diesel::connection::{Connection, SimpleConnection};
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::{PgConnection, SqliteConnection};

use super::Backend;
use super::file_lock::{has_write_ahead_log, lock_beside};
use super::listener::Listener;
use crate::{Conn, DatabaseUrl, Error};

/// What a connection is for. PostgreSQL makes no difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Reader,
    Writer,
}

/// Why a connection could not be made, in the words of the driver.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct ConnectError(String);

impl From<ConnectError> for Error {
    fn from(error: ConnectError) -> Self {
        Self::Unavailable(error.0.trim().to_owned())
    }
}

/// A maker of connections. Own, because the derived `establish` guesses the database and loses the real error.
#[derive(Clone)]
pub(crate) struct Connector {
    target: Target,
    role: Role,
}

#[derive(Clone)]
enum Target {
    Sqlite { path: PathBuf, name: String },
    Postgres { url: String },
}

impl Connector {
    pub(crate) fn new(url: &DatabaseUrl, timeout: Duration) -> Result<Self, ConnectError> {
        let target = match url {
            DatabaseUrl::Sqlite(path) => Target::Sqlite { path: path.clone(), name: file_name(path)? },
            DatabaseUrl::Postgres(url) => Target::Postgres { url: with_connect_timeout(url, timeout) },
        };
        Ok(Self { target, role: Role::Writer })
    }

    pub(crate) fn with_role(&self, role: Role) -> Self {
        Self { target: self.target.clone(), role }
    }

    pub(crate) fn backend(&self) -> Backend {
        match self.target {
            Target::Sqlite { .. } => Backend::Sqlite,
            Target::Postgres { .. } => Backend::Postgres,
        }
    }

    /// The database file, when it is one.
    pub(crate) fn file(&self) -> Option<&Path> {
        match &self.target {
            Target::Sqlite { path, .. } => Some(path),
            Target::Postgres { .. } => None,
        }
    }

    /// Makes one connection outside the pools.
    pub(crate) fn open(&self) -> Result<Conn, ConnectError> {
        let mut conn = match &self.target {
            Target::Sqlite { path, name } => {
                create_folder(path)?;
                Conn::Sqlite(open_sqlite(path, name, self.role)?)
            }
            Target::Postgres { url } => Conn::Postgres(PgConnection::establish(url).map_err(failed)?),
        };
        conn.set_instrumentation(Listener);
        Ok(conn)
    }
}

impl ManageConnection for Connector {
    type Connection = Conn;
    type Error = ConnectError;

    fn connect(&self) -> Result<Conn, ConnectError> {
        self.open()
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), ConnectError> {
        conn.ping().map_err(failed)
    }

    /// A connection that was left in the middle of something is closed, which makes the database roll back.
    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || conn.is_broken()
    }
}

fn open_sqlite(path: &Path, name: &str, role: Role) -> Result<SqliteConnection, ConnectError> {
    // The wait for locks comes first, because switching to the write-ahead log takes one. Foreign keys are off in some
    // builds of SQLite. FULL, because what was acknowledged has to survive a power cut.
    const SETTINGS: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; \
                            PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
    // Two connections that switch a new database to the write-ahead log at the same moment would find it locked, whatever
    // they are willing to wait: SQLite breaks the deadlock by refusing one. So they go one after the other.
    let switching = if has_write_ahead_log(path) { None } else { Some(lock_beside(path).map_err(failed)?) };
    let mut conn = SqliteConnection::establish(name).map_err(failed)?;
    conn.batch_execute(SETTINGS).map_err(failed)?;
    drop(switching);
    if role == Role::Reader {
        conn.batch_execute("PRAGMA query_only = ON;").map_err(failed)?;
    }
    Ok(conn)
}

fn create_folder(path: &Path) -> Result<(), ConnectError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::create_dir_all(folder)
            .map_err(|error| ConnectError(format!("cannot create {}: {error}", folder.display()))),
        _ => Ok(()),
    }
}

fn file_name(path: &Path) -> Result<String, ConnectError> {
    let name = path.to_str();
    name.map(str::to_owned).ok_or_else(|| ConnectError(format!("{} is not UTF-8", path.display())))
}

fn failed(error: impl std::fmt::Display) -> ConnectError {
    ConnectError(error.to_string())
}

/// libpq waits for minutes for a host that does not answer at all, unless it is told otherwise.
fn with_connect_timeout(url: &str, timeout: Duration) -> String {
    if url.contains("connect_timeout=") {
        return url.to_owned();
    }
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}connect_timeout={}", timeout.as_secs().max(2))
}
