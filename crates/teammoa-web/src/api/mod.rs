//! The JSON API, version 1. Its shapes are the types beside the handlers; `docs` describes them to programs.

pub(crate) mod docs;
pub(crate) mod openapi;
mod shapes;
pub(crate) mod teams;
pub(crate) mod users;
