//! What a count is filed under.

use std::fmt;

use sha2::{Digest, Sha256};

/// One count: what is counted, and a hash of for whom, so that neither Redis nor a memory dump shows names and addresses
/// in plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key {
    area: &'static str,
    who: [u8; 32],
}

impl Key {
    pub(super) fn new(area: &'static str, who: &str) -> Self {
        Self { area, who: Sha256::digest(who.as_bytes()).into() }
    }
}

/// The key in Redis.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "teammoa:limit:{}:", self.area)?;
        self.who.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
