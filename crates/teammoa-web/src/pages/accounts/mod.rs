//! Accounts: sign up, activate, log in, log out, and what mails lead to.

pub(crate) mod activate;
pub(crate) mod confirm_email;
pub(crate) mod forgot_password;
pub(crate) mod log_in;
pub(crate) mod log_out;
pub(crate) mod resend;
pub(crate) mod reset_password;
pub(crate) mod sign_up;
