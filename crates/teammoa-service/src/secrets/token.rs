//! Opaque secrets that we hand out and store only as a hash.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::Fault;

/// The SHA-256 of a token: what is stored and looked up. A fast hash is enough, because a token can't be guessed.
pub type TokenHash = [u8; 32];

/// 32 random bytes, written as 43 characters of URL-safe base64. It never shows itself in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    const BYTES: usize = 32;

    /// A new one. Fails when the operating system gives no random bytes.
    pub fn new() -> Result<Self, Fault> {
        Ok(Self(URL_SAFE_NO_PAD.encode(super::random::<{ Self::BYTES }>()?)))
    }

    /// Reads a token out of a link or a cookie; `None` for what can't be one, without asking the database.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        (bytes.len() == Self::BYTES).then(|| Self(text.to_owned()))
    }

    /// The token itself, for the link or the cookie.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    pub fn hash(&self) -> TokenHash {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_hashes_the_same() -> Result<(), Fault> {
        let token = Token::new()?;
        assert_eq!(token.expose().len(), 43);
        assert_eq!(Token::parse(token.expose()).map(|read| read.hash()), Some(token.hash()));
        assert_eq!(format!("{token:?}"), "Token(…)");
        Ok(())
    }

    #[test]
    fn what_can_not_be_a_token_is_none() {
        for wrong in ["", "abc", "../../etc/passwd", &"A".repeat(42), &"A".repeat(44)] {
            assert_eq!(Token::parse(wrong), None, "{wrong}");
        }
    }
}
