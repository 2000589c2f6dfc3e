//! From stored plain values to the types of the domain.

use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};

use crate::Error;

/// The row that values come from, for the message when one of them is not valid.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) table: &'static str,
    pub(crate) id: i64,
}

impl Row {
    pub(crate) fn of(table: &'static str, id: i64) -> Self {
        Self { table, id }
    }

    /// The value as the domain knows it.
    pub(crate) fn known<T>(self, column: &'static str, value: Option<T>) -> Result<T, Error> {
        value.ok_or(Error::Corrupt { table: self.table, column, id: self.id })
    }
}

/// A moment as it is stored: UTC without a zone, in microseconds, because PostgreSQL keeps no more and what is read back
/// has to equal what was written.
pub(crate) fn stored(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.naive_utc().trunc_subsecs(6)
}

/// A stored moment.
pub(crate) fn moment(stored: NaiveDateTime) -> DateTime<Utc> {
    stored.and_utc()
}
