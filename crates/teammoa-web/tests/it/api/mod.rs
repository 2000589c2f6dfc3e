//! The API, by its addresses.

mod openapi;
mod teams;
mod users;
