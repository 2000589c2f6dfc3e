//! The command line: what can be typed, and what each command does.

mod check;
mod create_admin;
mod delete_unverified_users;
mod healthcheck;
mod help;
mod migrate;
mod reset_password;
mod seed_demo;
mod serve;

use std::{future::Future, time::Duration};

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::{
    config::{Config, Parts, Sources},
    failure::Failure,
    telemetry,
};

/// TeamMoa: one place for small teams, as one program that serves pages and a JSON API.
///
/// Without a command it serves the site. With no configuration at all it works on SQLite, in ./data, on port 8000
/// of localhost.
#[derive(Debug, Parser)]
#[command(name = "teammoa-server", version)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site (also without a command). Brings the schema up to date, unless `MIGRATE_ON_START=false`.
    Serve,
    /// Bring the schema of the database up to date. Safe to run twice and from several machines at once.
    Migrate,
    /// Look at configuration, database, mail, Redis and file storage; names all problems at once.
    Check,
    /// Ask the running server on BIND whether it is ready; for containers and process managers.
    Healthcheck,
    /// Delete accounts whose activation link was never used, so that name and address are free again.
    DeleteUnverifiedUsers(delete_unverified_users::Options),
    /// Create an active account with staff rights.
    CreateAdmin(create_admin::Options),
    /// Print a link that sets a new password, to be handed over by hand; single use, one hour.
    ///
    /// An account that was never activated gets its activation link instead. Nothing is mailed, so that this also works
    /// without a mail server.
    ResetPassword(reset_password::Options),
    /// Add a team and people to look around with, once; development only.
    SeedDemo,
}

/// Reads the command line and runs what it says. Ends the process itself for `--help` and for what clap refuses.
pub(crate) fn run() -> Result<(), Failure> {
    let matches = Cli::command().after_long_help(help::of_variables()).get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let parts = Parts::read(&Sources::of_process());
    match cli.command.unwrap_or(Command::Serve) {
        Command::Check => block_on(check::run(parts)),
        Command::Healthcheck => healthcheck::run(&quietly(parts)?),
        Command::Serve => block_on(serve::run(&loudly(parts)?)),
        Command::Migrate => block_on(migrate::run(&loudly(parts)?)),
        Command::DeleteUnverifiedUsers(options) => {
            block_on(delete_unverified_users::run(&loudly(parts)?, &options))
        }
        Command::CreateAdmin(options) => block_on(create_admin::run(&loudly(parts)?, options)),
        Command::ResetPassword(options) => block_on(reset_password::run(&loudly(parts)?, &options)),
        Command::SeedDemo => block_on(seed_demo::run(&loudly(parts)?)),
    }
}

/// The configuration, for a command whose answer is its exit code.
fn quietly(parts: Parts) -> Result<Config, Failure> {
    Ok(parts.complete()?.config)
}

/// The configuration, with its warnings said and the log started.
fn loudly(parts: Parts) -> Result<Config, Failure> {
    let loaded = parts.complete()?;
    telemetry::start(&loaded.config.log)?;
    for warning in &loaded.warnings {
        tracing::warn!("{warning}");
    }
    Ok(loaded.config)
}

/// Runs a command on a runtime of its own. Work that blocks for ever does not keep the process.
fn block_on(command: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|source| Failure::System { what: "threads", source })?;
    let result = runtime.block_on(command);
    runtime.shutdown_timeout(Duration::from_millis(200));
    result
}
