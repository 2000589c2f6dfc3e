//! Time that moves only when a test says so.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use teammoa_service::Clock;

/// A clock that stands still. Clones show the same time.
#[derive(Clone, Debug)]
pub struct TestClock(Arc<Mutex<DateTime<Utc>>>);

impl TestClock {
    /// Where every test clock begins: Sunday, 1 March 2026, 20:00 UTC. In Seoul it is Monday already, so that a
    /// confusion of the two shows. Builders date what they make with it, unless they are told otherwise.
    pub const START: DateTime<Utc> = DateTime::from_timestamp_nanos(1_772_395_200_000_000_000);

    /// A clock that shows [`TestClock::START`].
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(Self::START)))
    }

    /// The time that it shows.
    pub fn now(&self) -> DateTime<Utc> {
        *self.time()
    }

    /// Shows this time from now on.
    pub fn set(&self, time: DateTime<Utc>) {
        *self.time() = time;
    }

    /// Moves forward; or back, with a negative difference.
    pub fn advance(&self, difference: TimeDelta) {
        *self.time() += difference;
    }

    /// The same clock as the code under test wants it.
    pub fn clock(&self) -> Clock {
        let clock = self.clone();
        Clock::from_fn(move || clock.now())
    }

    fn time(&self) -> MutexGuard<'_, DateTime<Utc>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for TestClock {
    fn default() -> Self {
        Self::new()
    }
}
