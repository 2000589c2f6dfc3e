#![doc = include_str!("../README.md")]

mod cli;
pub mod config;
mod failure;
mod out;
mod shutdown;
mod telemetry;
mod wire;
mod workers;

use std::process::ExitCode;

/// The whole program: reads the command line, runs the command, says what went wrong.
pub fn run() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            out::complain(format!("teammoa-server: {failure}"));
            ExitCode::FAILURE
        }
    }
}
