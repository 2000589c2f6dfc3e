//! The handlers of the pages: extract, ask one use case, render or redirect.

pub(crate) mod accounts;
mod again;
pub(crate) mod assets;
pub(crate) mod dev;
pub(crate) mod health;
pub(crate) mod landing;
pub(crate) mod language;
pub(crate) mod settings;
pub(crate) mod teams;
