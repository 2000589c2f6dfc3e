//! Tokens are stored only as hashes.

/// The SHA-256 of a secret that a browser or a mail holds: who reads the database can't use it.
pub type TokenHash = [u8; 32];
