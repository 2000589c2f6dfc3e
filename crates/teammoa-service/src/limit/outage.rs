//! Remembers that Redis is away, so that not everybody has to find out anew.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How long Redis is left alone after it did not answer.
const PAUSE: TimeDelta = TimeDelta::seconds(5);

/// When Redis was last found away; `None` while it is there.
#[derive(Debug, Default)]
pub(super) struct Outage(Mutex<Option<DateTime<Utc>>>);

impl Outage {
    /// Whether to ask Redis now. During an outage one caller in [`PAUSE`] is told to, the others go on without waiting.
    pub(super) fn may_ask(&self, now: DateTime<Utc>) -> bool {
        let mut away_since = self.lock();
        match *away_since {
            None => true,
            // A clock that was set back does not make the pause longer.
            Some(failed) if (failed..failed + PAUSE).contains(&now) => false,
            Some(_) => {
                *away_since = Some(now);
                true
            }
        }
    }

    /// Redis did not answer. Gives whether that is news: an outage is worth one line of the log, not one for each login.
    pub(super) fn failed(&self, now: DateTime<Utc>) -> bool {
        self.lock().replace(now).is_none()
    }

    /// Redis answered. Gives whether that is news.
    pub(super) fn answered(&self) -> bool {
        self.lock().take().is_some()
    }

    fn lock(&self) -> MutexGuard<'_, Option<DateTime<Utc>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn after(seconds: i64) -> DateTime<Utc> {
        START + TimeDelta::seconds(seconds)
    }

    #[test]
    fn one_asks_again_when_the_pause_is_over_and_the_others_go_on() {
        let outage = Outage::default();
        assert!(outage.may_ask(START));
        outage.failed(START);
        assert!(!outage.may_ask(START));
        assert!(!outage.may_ask(after(4)));
        assert!(outage.may_ask(after(5)));
        assert!(!outage.may_ask(after(5)), "that one is still waiting");
        outage.answered();
        assert!(outage.may_ask(after(5)));
    }

    #[test]
    fn beginning_and_end_of_an_outage_are_news_once() {
        let outage = Outage::default();
        assert!(!outage.answered());
        assert!(outage.failed(START));
        assert!(!outage.failed(after(5)));
        assert!(outage.answered());
        assert!(!outage.answered());
        assert!(outage.failed(after(6)), "another outage");
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_make_the_pause_longer() {
        let outage = Outage::default();
        outage.failed(after(3600));
        assert!(outage.may_ask(START));
    }
}
