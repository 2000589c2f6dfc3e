//! The parts of the configuration, each with the function that reads it.

mod data;
mod later;
pub(super) mod limits;
mod log;
mod mail;
mod running;
mod site;

pub use self::{
    data::{DataConfig, Storage},
    later::{ClientSecret, LoginConfig, SocketConfig, TeamConfig},
    log::{LogConfig, LogFormat},
    mail::{MailConfig, MailTransport},
    running::ShutdownConfig,
    site::{Environment, SiteConfig},
};

use std::{fmt, num::NonZero, thread};

/// A text that must not get into logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub(super) fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The text itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// How many things this machine does at a time.
pub(super) fn cores() -> usize {
    thread::available_parallelism().map_or(2, NonZero::get)
}
