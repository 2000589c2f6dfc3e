//! A temporary Redis server.

use std::path::Path;

use teammoa_service::shared::Redis;

use crate::keeper::{Keeper, Ready, RunAs};

const SCRIPT: &str = include_str!("redis.sh");

/// A Redis server of our own on a free loopback port. It and its folder are gone when this value is dropped, and soon
/// after this process ends. It takes some milliseconds to start, so each test can have its own.
pub struct RedisServer {
    ready: Ready,
    keeper: Keeper,
}

impl RedisServer {
    /// Starts a server and waits until it answers.
    ///
    /// # Panics
    /// When Redis is not installed, or does not start.
    pub fn start() -> Self {
        let started = Keeper::start(SCRIPT, &[], RunAs::Me).and_then(|mut keeper| {
            let ready = keeper.until_ready()?;
            Ok(Self { ready, keeper })
        });
        started.unwrap_or_else(|error| match error.trim_end() {
            "missing" => panic!("{NOT_INSTALLED}"),
            error => panic!("Redis's test server did not start:\n{error}"),
        })
    }

    /// Stops the server and ends all connections to it. Returns when nobody can reach it any more.
    ///
    /// # Panics
    /// When the script that watches it is gone.
    pub fn stop(&mut self) {
        self.order("stop");
    }

    /// Starts the stopped server again, empty, on the same port. Returns when it answers.
    ///
    /// # Panics
    /// When it cannot be started, for example because it runs.
    pub fn start_again(&mut self) {
        self.order("start");
    }

    fn order(&mut self, order: &str) {
        let done = self.keeper.order(order);
        done.unwrap_or_else(|error| panic!("Redis's test server does not {order}: {error}"));
    }

    /// What to configure as `REDIS_URL`.
    pub fn url(&self) -> String {
        format!("redis://:{}@127.0.0.1:{}/", self.ready.password, self.ready.port)
    }

    /// A pool of connections to it, as the product has one.
    ///
    /// # Panics
    /// Never, as its address is one.
    pub fn redis(&self) -> Redis {
        Redis::new(&self.url()).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The loopback port on which it listens.
    pub fn port(&self) -> u16 {
        self.ready.port
    }

    /// Where it keeps its configuration and log.
    pub fn folder(&self) -> &Path {
        &self.ready.folder
    }
}

const NOT_INSTALLED: &str = "\
    redis-server is not in PATH.\n\
    Install it (Debian, Ubuntu: apt-get install redis-server; Fedora: dnf install redis; macOS: brew install redis).";
