//! Counting of rows: what instrumentation can't see.

use diesel::QueryResult;

use crate::queries;

/// Adds the rows of a result to the [statistics](crate::queries) of the running closure.
pub(crate) trait CountRows {
    /// The same result, counted. Every query function that reads rows ends its query with it.
    fn counting_rows(self) -> Self;
}

impl<T> CountRows for QueryResult<Vec<T>> {
    fn counting_rows(self) -> Self {
        self.inspect(|rows| queries::add_rows(rows.len()))
    }
}

impl<T> CountRows for QueryResult<Option<T>> {
    fn counting_rows(self) -> Self {
        self.inspect(|row| queries::add_rows(usize::from(row.is_some())))
    }
}
