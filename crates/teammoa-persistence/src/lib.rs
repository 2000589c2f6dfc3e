#![doc = include_str!("../README.md")]

pub mod activation_tokens;
mod conn;
mod counting;
mod db;
mod dialect;
pub mod email_changes;
mod error;
pub mod mail_outbox;
pub mod memberships;
pub mod migrate;
mod page;
pub mod password_resets;
pub mod queries;
pub mod reservations;
mod row;
mod schema;
pub mod sessions;
pub mod teams;
mod token;
mod url;
pub mod users;
pub mod views;

pub use conn::Conn;
pub use db::{Backend, Db, PoolOptions};
pub use error::{Error, Unique};
pub use migrate::SchemaState;
pub use page::{Page, PageRequest};
pub use token::TokenHash;
pub use url::{DatabaseUrl, DatabaseUrlError};
