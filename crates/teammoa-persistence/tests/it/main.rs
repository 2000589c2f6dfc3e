//! Every query, transaction and migration, on SQLite and on PostgreSQL.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod account_changes;
mod accounts;
mod activation_tokens;
mod away;
mod email_changes;
mod given;
mod mail_outbox;
mod mail_targets;
mod migrations;
mod outcomes;
mod password_resets;
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
