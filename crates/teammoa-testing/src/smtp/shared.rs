//! What the threads of a mail server share.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use super::{Behaviour, ReceivedMail};

/// More than anything takes on the busiest machine: a test that waits in vain should say so.
const PATIENCE: Duration = Duration::from_mins(1);

pub(super) struct Shared {
    state: Mutex<State>,
    /// Notified when stalled connections may go on.
    gate: Condvar,
    stalled: watch::Sender<usize>,
}

struct State {
    behaviour: Behaviour,
    /// Whether connections that should stall do not, because they were released.
    gate_open: bool,
    /// Counted, so that connections that were released go on even when the gate is closed at once behind them.
    releases: usize,
    stopping: bool,
    connections: usize,
    received: Vec<ReceivedMail>,
}

impl Shared {
    pub(super) fn new(behaviour: Behaviour) -> Self {
        Self {
            state: Mutex::new(State {
                behaviour,
                gate_open: false,
                releases: 0,
                stopping: false,
                connections: 0,
                received: Vec::new(),
            }),
            gate: Condvar::new(),
            stalled: watch::Sender::new(0),
        }
    }

    /// Counts a connection, and says how to treat it.
    pub(super) fn connected(&self) -> Behaviour {
        let mut state = self.state();
        state.connections += 1;
        state.behaviour
    }

    pub(super) fn connections(&self) -> usize {
        self.state().connections
    }

    pub(super) fn take(&self, mail: ReceivedMail) {
        self.state().received.push(mail);
    }

    pub(super) fn received(&self) -> Vec<ReceivedMail> {
        self.state().received.clone()
    }

    pub(super) fn behave(&self, behaviour: Behaviour) {
        let mut state = self.state();
        state.behaviour = behaviour;
        if behaviour.stalls() {
            state.gate_open = false;
        }
    }

    pub(super) fn release(&self) {
        let mut state = self.state();
        state.gate_open = true;
        state.releases += 1;
        self.gate.notify_all();
    }

    pub(super) fn stop(&self) {
        self.state().stopping = true;
        self.release();
    }

    pub(super) fn is_stopping(&self) -> bool {
        self.state().stopping
    }

    /// Blocks the calling thread until the next release, or not at all while the gate is open.
    pub(super) fn stall(&self) {
        let state = self.state();
        if state.gate_open || state.stopping {
            return;
        }
        let releases = state.releases;
        self.stalled.send_modify(|count| *count += 1);
        drop(
            self.gate
                .wait_while(state, |state| state.releases == releases)
                .unwrap_or_else(PoisonError::into_inner),
        );
        self.stalled.send_modify(|count| *count -= 1);
    }

    pub(super) async fn stalled(&self, count: usize) {
        let mut stalled = self.stalled.subscribe();
        let enough = stalled.wait_for(|stalled| *stalled >= count);
        // The sender is in `self`, so waiting does not fail because it is gone.
        let found = timeout(PATIENCE, enough).await.is_ok();
        assert!(found, "{count} connections should stall at the mail server, {} do", *self.stalled.borrow());
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
