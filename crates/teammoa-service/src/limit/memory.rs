//! Counts in the memory of this server.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::Quota;
use super::key::Key;

/// How many windows are kept: some 20 MB. Who fills them can make us forget the oldest, but not fill the memory.
const MOST: usize = 100_000;

/// What a count gave.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    /// How many times it was, in this window.
    pub(super) count: u64,
    /// When the window ends.
    pub(super) left: Duration,
}

/// Windows by key, the oldest of which go when there are too many.
#[derive(Debug)]
pub(super) struct Memory {
    windows: Mutex<Windows>,
    most: usize,
}

#[derive(Debug, Default)]
struct Windows {
    by_key: HashMap<Key, Window>,
    /// The keys in the order in which their windows began.
    by_age: BTreeMap<u64, Key>,
    next: u64,
}

#[derive(Debug, Clone, Copy)]
struct Window {
    began: DateTime<Utc>,
    per: TimeDelta,
    count: u64,
    /// Its place in `by_age`.
    place: u64,
}

impl Memory {
    pub(super) fn new() -> Self {
        Self::of_at_most(MOST)
    }

    fn of_at_most(most: usize) -> Self {
        Self { windows: Mutex::default(), most }
    }

    /// Counts one.
    pub(super) fn count(&self, key: Key, quota: Quota, now: DateTime<Utc>) -> Counted {
        let mut windows = self.lock();
        windows.drop_finished(now);
        let mut window = match windows.by_key.get(&key) {
            Some(window) if window.left(now) > TimeDelta::zero() => *window,
            Some(_) | None => windows.begin(key, quota, now),
        };
        // A clock that was set back does not make the window longer.
        window.began = window.began.min(now);
        window.count += 1;
        windows.by_key.insert(key, window);
        while windows.by_key.len() > self.most && windows.drop_oldest() {}
        Counted { count: window.count, left: window.left(now).to_std().unwrap_or_default() }
    }

    /// Forgets a count.
    pub(super) fn forget(&self, key: Key) {
        self.lock().remove(key);
    }

    fn lock(&self) -> MutexGuard<'_, Windows> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Windows {
    fn begin(&mut self, key: Key, quota: Quota, now: DateTime<Utc>) -> Window {
        self.remove(key);
        let place = self.next;
        self.next += 1;
        self.by_age.insert(place, key);
        let per = TimeDelta::from_std(quota.window()).unwrap_or(TimeDelta::MAX);
        Window { began: now, per, count: 0, place }
    }

    /// Drops what has ended, from the oldest window to the first that has not.
    fn drop_finished(&mut self, now: DateTime<Utc>) {
        while let Some((_, oldest)) = self.by_age.first_key_value() {
            let goes_on = |window: &Window| window.left(now) > TimeDelta::zero();
            if self.by_key.get(oldest).is_some_and(goes_on) {
                return;
            }
            self.drop_oldest();
        }
    }

    /// Whether there was one.
    fn drop_oldest(&mut self) -> bool {
        let oldest = self.by_age.pop_first();
        oldest.is_some_and(|(_, key)| self.by_key.remove(&key).is_some())
    }

    fn remove(&mut self, key: Key) {
        if let Some(window) = self.by_key.remove(&key) {
            self.by_age.remove(&window.place);
        }
    }
}

impl Window {
    /// How long it still lasts; nothing or less when it has ended.
    fn left(&self, now: DateTime<Utc>) -> TimeDelta {
        self.per - (now - self.began)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_A_MINUTE: Quota = Quota::new(2, Duration::from_mins(1));
    const START: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn sizes(memory: &Memory) -> (usize, usize) {
        let windows = memory.lock();
        (windows.by_key.len(), windows.by_age.len())
    }

    #[test]
    fn the_oldest_windows_go_when_there_are_too_many() {
        let memory = Memory::of_at_most(2);
        let count = |who| memory.count(Key::new("test", who), TWO_A_MINUTE, START).count;
        assert_eq!([count("a"), count("b"), count("a")], [1, 1, 2]);
        assert_eq!(count("c"), 1, "now a, which began first, has to go");
        assert_eq!([count("b"), count("c")], [2, 2]);
        assert_eq!(count("a"), 1);
        assert_eq!(sizes(&memory), (2, 2));
    }

    #[test]
    fn what_has_ended_or_was_forgotten_takes_no_memory() {
        let memory = Memory::new();
        for who in ["a", "b", "c"] {
            memory.count(Key::new("test", who), TWO_A_MINUTE, START);
        }
        memory.forget(Key::new("test", "b"));
        assert_eq!(sizes(&memory), (2, 2));
        memory.count(Key::new("test", "d"), TWO_A_MINUTE, START + TimeDelta::minutes(1));
        assert_eq!(sizes(&memory), (1, 1));
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_make_a_window_longer() {
        let memory = Memory::new();
        let key = Key::new("test", "a");
        memory.count(key, TWO_A_MINUTE, START + TimeDelta::hours(1));
        let counted = memory.count(key, TWO_A_MINUTE, START);
        assert_eq!((counted.count, counted.left), (2, Duration::from_mins(1)));
        assert_eq!(memory.count(key, TWO_A_MINUTE, START + TimeDelta::minutes(1)).count, 1);
    }
}
