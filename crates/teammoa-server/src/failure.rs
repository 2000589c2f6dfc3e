//! Why a command ends with a non-zero exit code: one sentence for the person who typed it.

use std::{io, net::SocketAddr};

use teammoa_service::{Fault, SetUpError, demo::DemoError, mail::MailSetUpError, shared::RedisError};
use teammoa_web::view::ViewError;

use crate::config::{Problems, SecretKeyError};

/// Every way in which a command can fail.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The configuration is wrong.
    #[error(transparent)]
    Configuration(#[from] Problems),
    /// There is no key to sign with.
    #[error(transparent)]
    SecretKey(#[from] SecretKeyError),
    /// The async runtime or the signal handlers cannot be set up.
    #[error("the operating system refuses {what}: {source}")]
    System {
        /// What was asked for.
        what: &'static str,
        /// What it answered.
        source: io::Error,
    },
    /// The log cannot be set up.
    #[error("the log cannot be set up: {0}")]
    Log(String),
    /// The address is taken or not ours.
    #[error(
        "cannot listen on {address}: {source}\n  -> stop what uses this address, or set BIND to another one"
    )]
    Listen {
        /// `BIND`.
        address: SocketAddr,
        /// What the operating system said.
        source: io::Error,
    },
    /// The database did not answer in time.
    #[error("the database {url} does not answer: {source}\n  -> start it, or correct DATABASE_URL")]
    Database {
        /// Its address, without its password.
        url: String,
        /// Why.
        source: teammoa_persistence::Error,
    },
    /// The schema is older than this program, and nobody may change it now.
    #[error("the database lacks {count} migrations ({names})\n  -> run: teammoa-server migrate")]
    SchemaBehind {
        /// How many.
        count: usize,
        /// Which.
        names: String,
    },
    /// A migration failed.
    #[error("the database cannot be migrated: {0}")]
    Migration(teammoa_persistence::Error),
    /// `SMTP_URL`, `MAIL_FROM` or the folder for mail is wrong.
    #[error("mail cannot be set up: {0}\n  -> look at SMTP_URL, MAIL_FROM and DATA_DIR")]
    Mail(#[from] MailSetUpError),
    /// `REDIS_URL` is wrong.
    #[error("{0}\n  -> look at REDIS_URL")]
    Redis(#[from] RedisError),
    /// A mail template is broken.
    #[error(transparent)]
    Letters(#[from] SetUpError),
    /// A page template is broken.
    #[error("page templates: {0}")]
    Pages(#[from] ViewError),
    /// The web server ended by itself.
    #[error("the web server ended: {0}")]
    Serve(io::Error),
    /// A use case failed.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The demo team failed.
    #[error("no demo team: {0}")]
    Demo(#[from] DemoError),
    /// The command was used in a way that it refuses.
    #[error("{0}")]
    Refused(String),
    /// `check` found this many problems and has shown them.
    #[error("{0} {noun}", noun = if *.0 == 1 { "problem" } else { "problems" })]
    Found(usize),
}
