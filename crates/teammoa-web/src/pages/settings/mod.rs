//! The settings of one's own account.

pub(crate) mod email;
pub(crate) mod password;
pub(crate) mod profile;
pub(crate) mod sessions;
