//! `/api/v1/users/`: accounts and sessions. What people type is named here as in the forms of the pages.

pub(crate) mod availability;
pub(crate) mod email;
pub(crate) mod log_in;
pub(crate) mod me;
pub(crate) mod password;
pub(crate) mod register;
pub(crate) mod sessions;
