//! The log: everything goes to standard error, so that standard output holds only what commands answer.

use std::io::{self, IsTerminal};

use tracing_subscriber::{EnvFilter, util::SubscriberInitExt};

use crate::{
    config::{LogConfig, LogFormat},
    failure::Failure,
};

/// What `RUST_LOG` does not speak of: at `info`, actix says at every start how it starts.
const QUIET: &str = "actix_server=warn";

/// Starts logging.
///
/// # Errors
/// When logging was started before.
pub(crate) fn start(config: &LogConfig) -> Result<(), Failure> {
    let failed = |error: &dyn std::error::Error| Failure::Log(error.to_string());
    let filter = EnvFilter::try_new(format!("{QUIET},{}", config.filter)).map_err(|error| failed(&error))?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal());
    let started = match config.format {
        LogFormat::Pretty => builder.finish().try_init(),
        LogFormat::Json => builder.json().flatten_event(true).finish().try_init(),
    };
    started.map_err(|error| failed(&error))
}
