//! The shell around the handlers, in front of a small app of its own.

mod browser;
mod csrf;
mod failures;
mod flash;
mod headers;
mod health;
mod hosts;
mod https;
mod https_sweep;
mod language;
mod log;
mod origin;
mod site;
mod sticky;
