//! Tests of the harness itself: it is only worth something if it can be relied upon.
#![expect(clippy::unwrap_used, reason = "test helpers")]

mod builders;
mod cluster;
mod db;
mod redis;
mod services;
mod smtp;
mod victim;

use std::time::Duration;

use teammoa_persistence::{DatabaseUrl, Db, PoolOptions};

/// A pool that gives up soon, for databases that should not be there.
fn open_impatiently(url: &DatabaseUrl) -> Db {
    Db::open(url, &PoolOptions { size: 1, timeout: Duration::from_millis(200) }).unwrap()
}
