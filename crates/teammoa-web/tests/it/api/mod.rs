//! The API, by its addresses.

pub(crate) mod described;
mod openapi;
mod teams;
mod users;
