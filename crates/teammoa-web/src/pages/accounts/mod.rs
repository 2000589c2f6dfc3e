//! Accounts: sign up, activate, log in, log out.

pub(crate) mod activate;
pub(crate) mod log_in;
pub(crate) mod log_out;
pub(crate) mod sign_up;
