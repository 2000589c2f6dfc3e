//! Tests of the web layer through its front door.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests fail by panicking")]

mod answer;
mod api;
mod app;
mod budgets;
mod operations;
mod pages;
mod routes;
mod shell;
