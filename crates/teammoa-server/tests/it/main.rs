//! Tests of the binary and of the rules that hold for the whole workspace.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests may panic")]

mod commands;
mod config;
mod layering;
mod licences;
mod readme;
mod serving;
mod support;
