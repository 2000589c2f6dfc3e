//! Password hashes: slow by purpose, so they run off the async threads and only a few at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::Fault;

/// How much work one hash is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashParams {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl HashParams {
    /// Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP Password Storage Cheat Sheet.
    pub const PRODUCTION: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// The least work that Argon2 allows. Only for tests: a hash made with it protects nothing.
    pub const FAST_FOR_TESTS: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };
}

/// Makes and checks Argon2id hashes, at most a fixed number at a time; the others wait in line.
#[derive(Clone)]
pub struct Hasher {
    argon2: Argon2<'static>,
    turns: Arc<Semaphore>,
    decoy: Arc<str>,
    made: Arc<AtomicU64>,
}

impl Hasher {
    /// A hasher that makes at most `concurrency` hashes at a time. Fails when the parameters are none.
    pub fn new(params: HashParams, concurrency: usize) -> Result<Self, Fault> {
        let params = Params::new(params.memory_kib, params.passes, params.lanes, None).map_err(hash_fault)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let decoy = make(&argon2, "nobody has this password")?.into();
        let turns = Arc::new(Semaphore::new(concurrency.max(1)));
        Ok(Self { argon2, turns, decoy, made: Arc::default() })
    }

    /// The hash of a password in PHC string format, with a salt of its own.
    pub async fn hash(&self, password: &str) -> Result<String, Fault> {
        let (argon2, password) = (self.argon2.clone(), password.to_owned());
        self.in_turn(move || make(&argon2, &password)).await
    }

    /// Whether the password belongs to the stored hash. Without a hash (no such account, or one without a password) the
    /// same work is done and the answer is no, so that the time tells nothing.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool, Fault> {
        let (argon2, password) = (self.argon2.clone(), password.to_owned());
        let against = stored.unwrap_or(&self.decoy).to_owned();
        let matches = self
            .in_turn(move || {
                let hash = PasswordHash::new(&against).map_err(hash_fault)?;
                Ok(argon2.verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await?;
        Ok(matches && stored.is_some())
    }

    /// How many hashes were made or checked so far: the work that refusals must share.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// Whether a stored hash was made with other parameters than this hasher's, and should be made anew when the
    /// password is at hand.
    pub fn is_outdated(&self, stored: &str) -> bool {
        let Ok(hash) = PasswordHash::new(stored) else { return true };
        let made_with = (hash.algorithm.as_str(), hash.version, Params::try_from(&hash).ok());
        let wanted = self.argon2.params();
        let same = |made: &Params| {
            (made.m_cost(), made.t_cost(), made.p_cost())
                == (wanted.m_cost(), wanted.t_cost(), wanted.p_cost())
        };
        !(made_with.0 == Algorithm::Argon2id.as_str()
            && made_with.1 == Some(Version::V0x13.into())
            && made_with.2.as_ref().is_some_and(same))
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|error| Fault::Interrupted(error.to_string()))?;
        self.made.fetch_add(1, Ordering::Relaxed);
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(turn);
            result
        });
        done.await.map_err(|error| Fault::Interrupted(error.to_string()))?
    }
}

impl std::fmt::Debug for Hasher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hasher").field("free", &self.turns.available_permits()).finish_non_exhaustive()
    }
}

fn make(argon2: &Argon2<'_>, password: &str) -> Result<String, Fault> {
    argon2.hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(hash_fault)
}

fn hash_fault(error: impl std::fmt::Display) -> Fault {
    Fault::Hash(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_belongs_to_its_password_alone() -> Result<(), Fault> {
        let hasher = Hasher::new(HashParams::FAST_FOR_TESTS, 1)?;
        let hash = hasher.hash("correct horse").await?;
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(hasher.verify("correct horse", Some(&hash)).await?);
        assert!(!hasher.verify("wrong horse", Some(&hash)).await?);
        assert_ne!(hash, hasher.hash("correct horse").await?, "each hash has a salt of its own");
        Ok(())
    }

    #[tokio::test]
    async fn a_hash_with_other_parameters_is_outdated() -> Result<(), Fault> {
        let now = Hasher::new(HashParams::FAST_FOR_TESTS, 1)?;
        let before = Hasher::new(HashParams { memory_kib: 16, passes: 2, lanes: 1 }, 1)?;
        assert!(!now.is_outdated(&now.hash("correct horse").await?));
        assert!(now.is_outdated(&before.hash("correct horse").await?));
        assert!(now.is_outdated("pbkdf2$what"));
        Ok(())
    }

    #[tokio::test]
    async fn without_a_hash_no_password_is_right() -> Result<(), Fault> {
        let hasher = Hasher::new(HashParams::FAST_FOR_TESTS, 1)?;
        assert!(!hasher.verify("nobody has this password", None).await?);
        Ok(())
    }

    #[tokio::test]
    async fn a_hash_with_other_parameters_is_still_checked() -> Result<(), Fault> {
        let old =
            Hasher::new(HashParams { memory_kib: 16, passes: 2, lanes: 1 }, 1)?.hash("correct horse").await?;
        assert!(Hasher::new(HashParams::FAST_FOR_TESTS, 1)?.verify("correct horse", Some(&old)).await?);
        Ok(())
    }
}
