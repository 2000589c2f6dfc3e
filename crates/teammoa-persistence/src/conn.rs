//! The connection: one enum over both databases, so that each query is written once.
//!
//! Alone in its module, because the derive puts its helper types beside the enum. Never call the derived `establish`:
//! it tries one database after the other and loses the real error; [`Connector`](crate::db) knows which one is meant.

/// A connection to one of the two databases. Outside this crate it is only handed on, from
/// [`Db::read`](crate::Db::read) or [`Db::write`](crate::Db::write) to the query functions.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// PostgreSQL, for several servers.
    Postgres(diesel::PgConnection),
    /// SQLite, for one server without anything else installed.
    Sqlite(diesel::SqliteConnection),
}
