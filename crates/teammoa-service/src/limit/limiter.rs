//! Counts, and says when it is too much.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use deadpool_redis::redis;

use super::Quota;
use super::key::Key;
use super::memory::{Counted, Memory};
use super::outage::Outage;
use crate::Clock;
use crate::shared::{Redis, RedisError};

/// Counts one and begins the window with the first, in one step that nobody gets between. Gives the count and the
/// milliseconds that are left. A key without an end, which should not be, gets one.
const COUNT: &str = "\
local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {count, left}";

/// Counts how often somebody does something; clones count together.
#[derive(Clone)]
pub struct Limiter {
    memory: Arc<Memory>,
    clock: Clock,
    shared: Option<Arc<Shared>>,
}

struct Shared {
    redis: Redis,
    outage: Outage,
}

/// It was too often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too often; again in {} seconds", self.seconds())]
pub struct Exceeded {
    /// When the window ends, and with it the refusals.
    pub retry_after: Duration,
}

impl Exceeded {
    /// The same in whole seconds, for people and for `Retry-After`: rounded up, so that nobody comes back too early.
    pub fn seconds(&self) -> u64 {
        self.retry_after.as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX).max(1)
    }
}

impl Limiter {
    /// Counts in the memory of this server.
    pub fn memory(clock: Clock) -> Self {
        Self { memory: Arc::new(Memory::new()), clock, shared: None }
    }

    /// Counts in Redis, together with all servers that use it; in memory, by `clock`, while Redis is away. Nobody is
    /// refused, and nobody waits for longer than two seconds, because of Redis.
    pub fn redis(redis: Redis, clock: Clock) -> Self {
        let shared = Shared { redis, outage: Outage::default() };
        Self { shared: Some(Arc::new(shared)), ..Self::memory(clock) }
    }

    /// Counts that `who` does what `area` names. Fails when `quota` is used up: in a window, which begins with the first
    /// count and lasts `quota.per`, this succeeds `quota.count` times, however many ask at the same time.
    pub async fn take(&self, area: &'static str, who: &str, quota: Quota) -> Result<(), Exceeded> {
        let key = Key::new(area, who);
        let counted = match self.ask(|redis| count_in(redis, key, quota)).await {
            Some(counted) => counted,
            None => self.memory.count(key, quota, self.clock.now()),
        };
        match counted {
            Counted { count, .. } if count <= u64::from(quota.count) => Ok(()),
            Counted { left, .. } => Err(Exceeded { retry_after: left }),
        }
    }

    /// Forgets what was counted for `who`: he has shown that he means well, for instance by the right password.
    pub async fn forgive(&self, area: &'static str, who: &str) {
        let key = Key::new(area, who);
        self.memory.forget(key);
        self.ask(|redis| forget_in(redis, key)).await;
    }

    /// What Redis answers; `None` when there is none, or when it is away.
    async fn ask<'a, T, F>(&'a self, question: impl FnOnce(&'a Redis) -> F) -> Option<T>
    where
        F: Future<Output = Result<T, RedisError>>,
    {
        let Shared { redis, outage } = self.shared.as_deref()?;
        if !outage.may_ask(self.clock.now()) {
            return None;
        }
        // The future of a command is large, and every use case that counts would carry it
        match Box::pin(question(redis)).await {
            Ok(answer) => {
                if outage.answered() {
                    tracing::info!("Redis is back: throttles are counted by all servers together again");
                }
                Some(answer)
            }
            Err(error) => {
                if outage.failed(self.clock.now()) {
                    tracing::warn!(%error, "throttles are counted by this server alone until Redis is back");
                }
                None
            }
        }
    }
}

async fn count_in(redis: &Redis, key: Key, quota: Quota) -> Result<Counted, RedisError> {
    let mut command = redis::cmd("EVAL");
    let window = u64::try_from(quota.window().as_millis()).unwrap_or(u64::MAX);
    command.arg(COUNT).arg(1).arg(key.to_string()).arg(window);
    let (count, left) = redis.ask::<(u64, u64)>(&command).await?;
    Ok(Counted { count, left: Duration::from_millis(left) })
}

async fn forget_in(redis: &Redis, key: Key) -> Result<(), RedisError> {
    redis.ask::<()>(redis::cmd("DEL").arg(key.to_string())).await
}

impl fmt::Debug for Limiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.shared.is_some() { "Limiter(Redis)" } else { "Limiter(memory)" })
    }
}
