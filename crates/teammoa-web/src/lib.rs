#![doc = include_str!("../README.md")]

mod api;
mod app;
pub mod cookies;
pub mod csrf;
mod draining;
mod errors;
mod extract;
pub mod failure;
pub mod flash;
pub mod middleware;
mod next;
mod pages;
pub mod proxy;
mod routes;
mod serve;
pub mod settings;
pub mod view;

pub use api::openapi::document as openapi;
pub use app::{App, DevTools};
pub use draining::Draining;
pub use extract::SESSION_COOKIE;
pub use routes::{Access, RouteInfo, table};
pub use serve::{ServeOptions, serve};
