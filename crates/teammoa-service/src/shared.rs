//! What several servers share beside the database.

use std::time::Duration;

use deadpool_redis::redis::{self, Cmd, FromRedisValue};
use deadpool_redis::{Config, Pool, Runtime};

/// How long a command may wait for Redis. Nothing that a person waits for depends on Redis for its correctness, so a slow
/// one counts as away.
const PATIENCE: Duration = Duration::from_secs(2);

/// A pool of connections to Redis.
#[derive(Clone)]
pub struct Redis(Pool);

/// Redis can't be used.
#[derive(Debug, thiserror::Error)]
pub enum RedisError {
    /// The address is not `redis://…`.
    #[error("the address of Redis is not one: {0}")]
    Url(String),
    /// Redis is away, too slow, or refuses.
    #[error("Redis is away: {0}")]
    Away(String),
}

impl Redis {
    /// A pool for an address; nothing is connected yet. Fails when it is no address of a Redis.
    pub fn new(url: &str) -> Result<Self, RedisError> {
        let built = Config::from_url(url).builder().map_err(|error| RedisError::Url(error.to_string()))?;
        let pool = built
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(PATIENCE))
            .recycle_timeout(Some(PATIENCE))
            .build()
            .map_err(|error| RedisError::Url(error.to_string()))?;
        Ok(Self(pool))
    }

    /// Whether Redis answers.
    pub async fn ping(&self) -> Result<(), RedisError> {
        self.ask::<String>(&redis::cmd("PING")).await.map(drop)
    }

    /// The answer to one command. Fails when Redis is away, refuses, or takes longer than [`PATIENCE`] for everything.
    pub(crate) async fn ask<T: FromRedisValue>(&self, command: &Cmd) -> Result<T, RedisError> {
        let away = |error: &dyn std::fmt::Display| RedisError::Away(error.to_string());
        let answer = async {
            let mut connection = self.0.get().await.map_err(|error| away(&error))?;
            command.query_async(&mut connection).await.map_err(|error| away(&error))
        };
        tokio::time::timeout(PATIENCE, answer).await.map_err(|error| away(&error))?
    }
}

impl std::fmt::Debug for Redis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Redis")
    }
}
