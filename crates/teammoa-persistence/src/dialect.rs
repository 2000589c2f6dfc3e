//! The few places where the two databases differ, and all hand-written SQL.

use chrono::NaiveDateTime;
use diesel::backend::Backend;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::expression::SqlLiteral;
use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel::upsert::excluded;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness};

use crate::counting::CountRows;
use crate::email_changes::NewChange;
use crate::mail_outbox::NewMail;
use crate::migrate::{Known, POSTGRES, SQLITE};
use crate::password_resets::NewReset;
use crate::schema::{email_changes, mail_outbox, password_resets, teams};
use crate::{Conn, Error};

/// The key of PostgreSQL's advisory lock on migrations: any number that no one else uses.
const MIGRATION_LOCK: &str = "SELECT pg_advisory_lock(7234881)";

pub(crate) fn ping(conn: &mut Conn) -> Result<(), Error> {
    diesel::sql_query("SELECT 1").execute(conn)?;
    Ok(())
}

pub(crate) fn begin_write(conn: &mut Conn) -> Result<(), Error> {
    match conn {
        Conn::Postgres(conn) => AnsiTransactionManager::begin_transaction(conn)?,
        Conn::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
    }
    Ok(())
}

/// Locks a team's row until the end of the transaction; `false` when there is no such team. On SQLite the transaction
/// itself is the lock.
pub(crate) fn lock_team(conn: &mut Conn, team: i64) -> Result<bool, Error> {
    let row = teams::table.find(team).select(teams::id);
    let id: Option<i64> = match conn {
        Conn::Postgres(conn) => row.for_update().first(conn).optional().counting_rows()?,
        Conn::Sqlite(conn) => row.first(conn).optional().counting_rows()?,
    };
    Ok(id.is_some())
}

/// Writes a link in place of the person's earlier one.
pub(crate) fn replace_password_reset(conn: &mut Conn, reset: &NewReset<'_>) -> Result<(), Error> {
    use password_resets as resets;
    let replace =
        diesel::insert_into(resets::table).values(reset).on_conflict(resets::user_id).do_update().set((
            resets::token_hash.eq(excluded(resets::token_hash)),
            resets::created_at.eq(excluded(resets::created_at)),
            resets::expires_at.eq(excluded(resets::expires_at)),
            resets::used_at.eq(None::<NaiveDateTime>),
        ));
    match conn {
        Conn::Postgres(conn) => replace.execute(conn)?,
        Conn::Sqlite(conn) => replace.execute(conn)?,
    };
    Ok(())
}

/// Writes a link in place of the person's earlier one.
pub(crate) fn replace_email_change(conn: &mut Conn, change: &NewChange<'_>) -> Result<(), Error> {
    use email_changes as changes;
    let replace =
        diesel::insert_into(changes::table).values(change).on_conflict(changes::user_id).do_update().set((
            changes::new_email.eq(excluded(changes::new_email)),
            changes::new_email_key.eq(excluded(changes::new_email_key)),
            changes::token_hash.eq(excluded(changes::token_hash)),
            changes::created_at.eq(excluded(changes::created_at)),
            changes::expires_at.eq(excluded(changes::expires_at)),
            changes::used_at.eq(None::<NaiveDateTime>),
        ));
    match conn {
        Conn::Postgres(conn) => replace.execute(conn)?,
        Conn::Sqlite(conn) => replace.execute(conn)?,
    };
    Ok(())
}

/// Writes a mail unless there is one with its message id, and returns its id.
pub(crate) fn insert_mail_once(conn: &mut Conn, mail: &NewMail<'_>) -> Result<Option<i64>, Error> {
    let insert = diesel::insert_into(mail_outbox::table)
        .values(mail)
        .on_conflict(mail_outbox::message_id)
        .do_nothing()
        .returning(mail_outbox::id);
    let id = match conn {
        Conn::Postgres(conn) => insert.get_result(conn).optional()?,
        Conn::Sqlite(conn) => insert.get_result(conn).optional()?,
    };
    Ok(id)
}

/// What a deleted account is called: by its id, so that it says nothing about the person.
pub(crate) fn deleted_username() -> SqlLiteral<Text> {
    diesel::dsl::sql("'deleted_' || id")
}

/// The address of a deleted account, which no mail can reach (RFC 2606).
pub(crate) fn deleted_email() -> SqlLiteral<Text> {
    diesel::dsl::sql("'deleted_' || id || '@deleted.invalid'")
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version: String,
}

#[derive(QueryableByName)]
struct Exists {
    #[diesel(sql_type = Bool)]
    found: bool,
}

/// The versions of the applied migrations; none when nothing was ever migrated. Unlike the harness of `diesel_migrations`
/// it creates nothing, because it also runs on a connection that can't write.
pub(crate) fn applied_versions(conn: &mut Conn) -> Result<Vec<String>, Error> {
    let has_table = match conn {
        Conn::Postgres(_) => "SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS found",
        Conn::Sqlite(_) => {
            "SELECT count(*) > 0 AS found FROM sqlite_master WHERE name = '__diesel_schema_migrations'"
        }
    };
    let exists: Exists = diesel::sql_query(has_table).get_result(conn)?;
    if !exists.found {
        return Ok(Vec::new());
    }
    let rows: Vec<Version> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations").load(conn).counting_rows()?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

/// All migrations of this program for this database, in their order.
pub(crate) fn known_migrations(conn: &mut Conn) -> Result<Vec<Known>, Error> {
    let mut known: Vec<Known> = match conn {
        Conn::Postgres(_) => names(MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES)),
        Conn::Sqlite(_) => names(MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)),
    }?;
    known.sort_by(|a, b| a.version.cmp(&b.version));
    Ok(known)
}

fn names<DB: Backend>(
    migrations: diesel::migration::Result<Vec<Box<dyn Migration<DB>>>>,
) -> Result<Vec<Known>, Error> {
    let known = |migration: Box<dyn Migration<DB>>| Known {
        name: migration.name().to_string(),
        version: migration.name().version().to_string(),
    };
    let migrations = migrations.map_err(Error::driver)?;
    Ok(migrations.into_iter().map(known).collect())
}

/// Waits until no one else migrates this database; on SQLite a file lock does it.
pub(crate) fn lock_migrations(conn: &mut Conn) -> Result<(), Error> {
    if let Conn::Postgres(conn) = conn {
        conn.batch_execute(MIGRATION_LOCK)?;
    }
    Ok(())
}

/// Applies what is missing and returns its names.
pub(crate) fn run_migrations(conn: &mut Conn) -> Result<Vec<String>, Error> {
    match conn {
        Conn::Postgres(conn) => run_on(conn, POSTGRES),
        Conn::Sqlite(conn) => run_on(conn, SQLITE),
    }
    .map_err(Error::driver)
}

fn run_on<DB: Backend>(
    conn: &mut impl MigrationHarness<DB>,
    migrations: EmbeddedMigrations,
) -> diesel::migration::Result<Vec<String>> {
    let mut applied = Vec::new();
    for migration in conn.pending_migrations(migrations)? {
        conn.run_migration(&migration)?;
        applied.push(migration.name().to_string());
    }
    Ok(applied)
}

/// Takes everything back, the newest first, and returns the versions.
pub(crate) fn revert_migrations(conn: &mut Conn) -> Result<Vec<String>, Error> {
    match conn {
        Conn::Postgres(conn) => revert_on(conn, POSTGRES),
        Conn::Sqlite(conn) => revert_on(conn, SQLITE),
    }
    .map_err(Error::driver)
}

fn revert_on<DB: Backend>(
    conn: &mut impl MigrationHarness<DB>,
    migrations: EmbeddedMigrations,
) -> diesel::migration::Result<Vec<String>> {
    let reverted = conn.revert_all_migrations(migrations)?;
    Ok(reverted.iter().map(ToString::to_string).collect())
}
