//! `serve` from its start to its end.

mod starting;
mod stopping;
