//! Keys that sign what browsers keep for us.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The keys of `SECRET_KEY` and `SECRET_KEY_FALLBACKS`: the first signs, all verify, so that a key can be
/// changed without throwing anybody out.
#[derive(Clone)]
pub struct SecretKeys(Vec<Hmac<Sha256>>);

impl SecretKeys {
    /// Takes the keys in their order of use. Empty ones are left out; with none left nothing verifies, so
    /// that a missing key can never be guessed.
    pub fn new(keys: Vec<String>) -> Self {
        let prepared = keys
            .into_iter()
            .filter(|key| !key.is_empty())
            .filter_map(|key| Hmac::new_from_slice(key.as_bytes()).ok());
        Self(prepared.collect())
    }

    /// Signs `data` for one purpose, so that a signature made for one place is worth nothing in another.
    /// Returns base64url of HMAC-SHA256; empty when there is no key.
    pub fn sign(&self, purpose: &str, data: &str) -> String {
        self.0.first().map_or_else(String::new, |key| {
            let signature = feed(key, purpose, data).finalize().into_bytes();
            URL_SAFE_NO_PAD.encode(signature)
        })
    }

    /// Whether any of the keys made this signature, compared in constant time.
    pub fn verify(&self, purpose: &str, data: &str, signature: &str) -> bool {
        let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else {
            return false;
        };
        self.0.iter().any(|key| feed(key, purpose, data).verify_slice(&signature).is_ok())
    }
}

/// The length in front keeps ("ab", "c") and ("a", "bc") apart.
fn feed(key: &Hmac<Sha256>, purpose: &str, data: &str) -> Hmac<Sha256> {
    let mut mac = key.clone();
    mac.update(&(purpose.len() as u64).to_be_bytes());
    mac.update(purpose.as_bytes());
    mac.update(data.as_bytes());
    mac
}

impl fmt::Debug for SecretKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKeys({} hidden)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(list: &[&str]) -> SecretKeys {
        SecretKeys::new(list.iter().map(|key| String::from(*key)).collect())
    }

    #[test]
    fn a_signature_holds_for_its_purpose_and_data_only() {
        let keys = keys(&["one"]);
        let signature = keys.sign("flash", "data");
        assert!(keys.verify("flash", "data", &signature));
        assert!(!keys.verify("flash", "date", &signature));
        assert!(!keys.verify("flas", "hdata", &signature));
        assert!(!keys.verify("csrf", "data", &signature));
        assert!(!keys.verify("flash", "data", ""));
        assert!(!keys.verify("flash", "data", "not base64!"));
    }

    #[test]
    fn an_old_key_still_verifies_and_the_new_one_signs() {
        let old = keys(&["old"]);
        let both = keys(&["new", "old"]);
        assert!(both.verify("p", "d", &old.sign("p", "d")));
        assert!(!old.verify("p", "d", &both.sign("p", "d")));
    }

    #[test]
    fn without_a_key_nothing_verifies() {
        for none in [keys(&[]), keys(&[""])] {
            assert!(!none.verify("p", "d", &none.sign("p", "d")));
            let made_with_empty_key =
                Hmac::new_from_slice(b"").map(|key| feed(&key, "p", "d").finalize().into_bytes()).unwrap();
            let signature = URL_SAFE_NO_PAD.encode(made_with_empty_key);
            assert!(!none.verify("p", "d", &signature));
        }
    }

    #[test]
    fn keys_do_not_show_in_debug_output() {
        assert_eq!(format!("{:?}", keys(&["secret"])), "SecretKeys(1 hidden)");
    }
}
