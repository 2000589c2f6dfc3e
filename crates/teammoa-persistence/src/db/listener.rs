//! What a connection does, heard through Diesel's instrumentation.

use std::cell::Cell;

use diesel::connection::{Instrumentation, InstrumentationEvent};

use crate::queries;

thread_local! {
    static FAILED: Cell<bool> = const { Cell::new(false) };
}

/// Listens to one connection, on whichever thread it is used.
pub(super) struct Listener;

impl Instrumentation for Listener {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { query, .. } => queries::started(query),
            InstrumentationEvent::FinishQuery { error, .. } => {
                if error.is_some() {
                    FAILED.set(true);
                }
                queries::finished();
            }
            _ => {}
        }
    }
}

/// Whether a statement failed on this thread since this was last set to `false`; and what it is from now on.
pub(super) fn replace_failed(failed: bool) -> bool {
    FAILED.replace(failed)
}
