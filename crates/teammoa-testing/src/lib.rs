#![doc = include_str!("../README.md")]
#![expect(
    clippy::panic,
    reason = "this crate is used by tests only, where a panic with a clear text is the right way to fail"
)]

mod builders;
mod clock;
mod cluster;
mod db;
mod inbox;
mod keeper;
mod links;
pub mod queries;
mod redis;
pub mod scratch;
mod services;
mod smtp;

pub use builders::{PASSWORD, Person, PersonBuilder, Team, TeamBuilder};
pub use clock::TestClock;
pub use cluster::Cluster;
pub use db::{TestDb, open, postgres_is_left_out};
pub use inbox::Inbox;
pub use redis::RedisServer;
pub use services::{TestServices, hasher, services, services_with, settings};
pub use smtp::{Behaviour, ReceivedMail, SmtpServer};
