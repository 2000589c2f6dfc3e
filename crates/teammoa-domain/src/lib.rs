#![doc = include_str!("../README.md")]

mod ids;
mod invalid;
mod language;
pub mod team;
pub mod text;
pub mod user;
mod value;

pub use ids::{MembershipId, ParseIdError, SessionId, TeamId, UserId};
pub use invalid::{FieldErrors, Invalid};
pub use language::Language;
