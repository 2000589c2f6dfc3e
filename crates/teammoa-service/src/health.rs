//! Whether this server should get requests.

use teammoa_persistence::SchemaState;

use crate::Services;

/// What a balancer wants to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readiness {
    /// All is well.
    Ready,
    /// Requests are answered, but something shared is away: taking every server out would be worse.
    Degraded(Vec<&'static str>),
    /// Requests would fail.
    NotReady(&'static str),
}

/// Asks the database and, where there is one, Redis. Never fails: the answer is the result.
pub async fn readiness(services: &Services) -> Readiness {
    match services.db.schema_state().await {
        Err(error) => {
            tracing::warn!(%error, "the database does not answer");
            return Readiness::NotReady("database");
        }
        Ok(SchemaState::Behind(missing)) => {
            tracing::warn!(?missing, "the database schema is too old");
            return Readiness::NotReady("schema");
        }
        Ok(SchemaState::Current) => {}
    }
    match &services.redis {
        Some(redis) if redis.ping().await.is_err() => Readiness::Degraded(vec!["redis"]),
        Some(_) | None => Readiness::Ready,
    }
}
