//! Every query, transaction and migration, on SQLite and on PostgreSQL.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod accounts;
mod activation_tokens;
mod away;
mod given;
mod mail_outbox;
mod migrations;
mod outcomes;
mod pool;
mod reservations;
mod schema;
mod sessions;
mod statistics;
mod team_list;
mod teams;
mod together;
mod transactions;
mod unverified;
