//! How often somebody may do something: throttles, counted by all servers together where they share a Redis.
//!
//! Why it counts as it does, and what is counted for whom: ADR 9 (`docs/adr/0009-limits.md`).

mod key;
mod limiter;
mod limits;
mod memory;
mod network;
mod outage;

pub use limiter::{Exceeded, Limiter};
pub use limits::{Limits, Quota};
pub use network::network_of;
