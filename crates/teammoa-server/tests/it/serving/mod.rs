//! `serve` from its start to its end.

mod mailing;
mod starting;
mod stopping;
