//! Accounts.
//!
//! A row is *live* until it is deleted; a live account may be not yet activated, or disabled. Deleted rows are kept
//! without anything personal, and no function here finds them.

mod change;
mod find;
mod insert;
mod mail_target;
mod unverified;

pub use change::{
    ProfileChanges, activate, disable, edit_profile, mark_activation_mailed, record_login, set_email,
    set_language, set_password_hash,
};
pub use find::{
    Account, AccountState, Credentials, find, find_credentials, password_hash, username_is_taken,
};
pub use insert::{NewUser, insert};
pub use mail_target::{MailTarget, find_by_email, find_mail_target, find_mail_target_by_id};
pub use unverified::{Unverified, list_unverified, soft_delete_unverified};
