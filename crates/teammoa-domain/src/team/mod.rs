//! The values of a team.

mod invite_code;
mod values;

pub use invite_code::InviteCode;
pub use values::{Introduction, MemberLimit, TeamPassword, TeamTitle};
