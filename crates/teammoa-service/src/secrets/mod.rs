//! Randomness, tokens and password hashes.

mod hasher;
mod token;

pub use hasher::{HashParams, Hasher};
pub use token::{Token, TokenHash};

use crate::Fault;

/// Random bytes from the operating system. Fails with [`Fault::Random`] when it has none.
pub fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
