//! The values of an account.

mod email;
mod names;
mod password;

pub use email::Email;
pub use names::{Nickname, Profile, Username, login_key};
pub use password::{Password, PasswordContext};
