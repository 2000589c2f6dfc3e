//! Accounts.
//!
//! A row is *live* until it is deleted; a live account may be not yet activated, or disabled. Deleted rows are kept
//! without anything personal, and no function here finds them.

mod change;
mod find;
mod insert;
mod unverified;

pub use change::{activate, disable, record_login, set_language, set_password_hash};
pub use find::{
    Account, AccountState, Credentials, Owner, find, find_by_email, find_credentials, username_is_taken,
};
pub use insert::{NewUser, insert};
pub use unverified::{Unverified, list_unverified, soft_delete_unverified};
