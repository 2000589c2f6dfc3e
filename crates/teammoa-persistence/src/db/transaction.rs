//! Transactions and savepoints. Nothing else in the workspace starts one.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use diesel::connection::{Connection, TransactionManager};

use super::listener::replace_failed;
use crate::{Conn, Error, dialect};

type Manager = <Conn as Connection>::TransactionManager;

/// One transaction that takes the write lock at once on SQLite: one that reads first and takes it later fails under load.
pub(super) fn write<T, E: From<Error>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<T, E> {
    dialect::begin_write(conn)?;
    replace_failed(false);
    finish(conn, work)
}

pub(super) fn savepoint<T, E: From<Error>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<T, E> {
    let depth = Manager::transaction_manager_status_mut(conn).transaction_depth().map_err(Error::from)?;
    if depth.is_none() {
        return Err(Error::driver(diesel::result::Error::NotInTransaction).into());
    }
    Manager::begin_transaction(conn).map_err(Error::from)?;
    let failed_before = replace_failed(false);
    let result = finish(conn, work);
    replace_failed(failed_before);
    result
}

fn finish<T, E: From<Error>>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
    match catch_unwind(AssertUnwindSafe(|| work(conn))) {
        Ok(Ok(_)) if replace_failed(false) || is_broken(conn) => {
            roll_back(conn);
            Err(Error::driver("a failed statement was swallowed outside a savepoint").into())
        }
        Ok(Ok(value)) => {
            Manager::commit_transaction(conn).map_err(Error::from)?;
            Ok(value)
        }
        Ok(Err(error)) => {
            roll_back(conn);
            Err(error)
        }
        Err(panic) => {
            roll_back(conn);
            resume_unwind(panic)
        }
    }
}

/// When it fails, the pool finds the connection broken and closes it, which rolls back too.
fn roll_back(conn: &mut Conn) {
    if let Err(error) = Manager::rollback_transaction(conn) {
        tracing::warn!(%error, "rollback failed, the connection is closed: {error}");
    }
}

/// The connection was lost, or the server ended the transaction by itself.
fn is_broken(conn: &mut Conn) -> bool {
    let depth = Manager::transaction_manager_status_mut(conn).transaction_depth();
    !matches!(depth, Ok(Some(_)))
}
