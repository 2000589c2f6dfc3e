//! What only a development installation has.

pub(crate) mod log_in;
pub(crate) mod mail;
