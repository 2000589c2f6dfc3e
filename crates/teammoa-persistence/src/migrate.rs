//! The schema's history: `migrations/{sqlite,postgres}`, embedded in the binary.

use diesel_migrations::{EmbeddedMigrations, embed_migrations};

use crate::db::{Connector, lock_beside};
use crate::{Conn, Error, dialect};

pub(crate) const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
pub(crate) const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// How the schema of a database compares with what this program needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemaState {
    /// All migrations of this program are applied, perhaps more.
    Current,
    /// These migrations are missing, in their order.
    Behind(Vec<String>),
}

/// One migration of this program.
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) version: String,
}

pub(crate) fn state(conn: &mut Conn) -> Result<SchemaState, Error> {
    let applied = dialect::applied_versions(conn)?;
    let missing: Vec<String> = dialect::known_migrations(conn)?
        .into_iter()
        .filter(|known| !applied.contains(&known.version))
        .map(|known| known.name)
        .collect();
    if missing.is_empty() { Ok(SchemaState::Current) } else { Ok(SchemaState::Behind(missing)) }
}

/// Applies what is missing, alone: on PostgreSQL under an advisory lock, on SQLite under a lock on a file beside the
/// database. Not inside one big transaction, because rebuilding an SQLite table needs foreign keys off outside of any.
pub(crate) fn run(connector: &Connector) -> Result<Vec<String>, Error> {
    locked(connector, dialect::run_migrations)
}

/// Takes every migration back, the newest first. Only for tests of the `down.sql` files: all data are lost.
#[doc(hidden)]
pub async fn revert_all(db: &crate::Db) -> Result<Vec<String>, Error> {
    let connector = db.connector().clone();
    let work = move || locked(&connector, dialect::revert_migrations);
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(Error::driver(error)),
    }
}

/// The lock ends with the connection or the file handle, so also when this process is killed.
fn locked<T>(connector: &Connector, work: impl FnOnce(&mut Conn) -> Result<T, Error>) -> Result<T, Error> {
    let mut conn = connector.open()?;
    let _lock = connector
        .file()
        .map(lock_beside)
        .transpose()
        .map_err(|error| Error::Unavailable(error.to_string()))?;
    dialect::lock_migrations(&mut conn)?;
    work(&mut conn)
}
