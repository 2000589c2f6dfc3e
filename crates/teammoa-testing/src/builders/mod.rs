//! People and teams that are simply there, so that a test says only what matters to it.
//!
//! Builders write through `teammoa-persistence`, past the rules of the use cases: what a test builds on does not
//! have to be reached the long way, and may be in a state that takes weeks to get into.

mod person;
mod team;

use teammoa_domain::Invalid;
use tokio::sync::OnceCell;

pub use person::{Person, PersonBuilder};
pub use team::{Team, TeamBuilder};

use crate::services::hasher;

/// The password of every person and every team that is built.
pub const PASSWORD: &str = "violet-teapot-42";

/// A hash of [`PASSWORD`], made once.
async fn password_hash() -> String {
    static HASH: OnceCell<String> = OnceCell::const_new();
    let make = || async { hasher().hash(PASSWORD).await };
    match HASH.get_or_try_init(make).await {
        Ok(hash) => hash.clone(),
        Err(error) => panic!("the password cannot be hashed: {error}"),
    }
}

/// The value, or a panic that says which one a test got wrong.
#[track_caller]
fn valid<T>(what: &str, parsed: Result<T, Invalid>) -> T {
    parsed.unwrap_or_else(|invalid| panic!("the builder's {what} is not valid: {invalid:?}"))
}
