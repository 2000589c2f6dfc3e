//! A temporary PostgreSQL cluster for this test process.

mod binaries;

use std::path::Path;

use crate::keeper::{Keeper, Ready, RunAs};

const SCRIPT: &str = include_str!("cluster.sh");

/// A PostgreSQL server of our own on a free loopback port. It and its folder are gone when this value is dropped, and
/// soon after this process ends.
pub struct Cluster {
    ready: Ready,
    keeper: Keeper,
}

impl Cluster {
    /// Makes a cluster and waits until it answers. Takes about a second, so one per process is enough: use
    /// [`TestDb`](crate::TestDb) unless the test is about the server itself.
    ///
    /// # Errors
    /// A text for people: PostgreSQL is not installed, or what its programs complained about.
    #[expect(clippy::disallowed_methods, reason = "programs are found by PATH")]
    pub fn start() -> Result<Self, String> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let programs = binaries::find(&path, Path::new("/usr/lib/postgresql")).ok_or(NOT_INSTALLED)?;
        let mut keeper = Keeper::start(SCRIPT, &[&programs.to_string_lossy()], RunAs::NotRoot)?;
        let ready = keeper
            .until_ready()
            .map_err(|error| format!("PostgreSQL's test cluster did not start:\n{error}"))?;
        Ok(Self { ready, keeper })
    }

    /// Stops the server and ends all connections to it; its data stay. Returns when nobody can reach it any more.
    ///
    /// # Panics
    /// When it cannot be stopped, for example because it is.
    pub fn stop(&mut self) {
        self.order("stop");
    }

    /// Starts the stopped server again, on the same port. Returns when it answers.
    ///
    /// # Panics
    /// When it cannot be started, for example because it runs.
    pub fn start_again(&mut self) {
        self.order("start");
    }

    fn order(&mut self, order: &str) {
        let done = self.keeper.order(order);
        done.unwrap_or_else(|error| panic!("PostgreSQL's test cluster does not {order}: {error}"));
    }

    /// The URL of one of its databases; `postgres` always exists.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://teammoa:{}@127.0.0.1:{}/{database}", self.ready.password, self.ready.port)
    }

    /// The loopback port on which it listens.
    pub fn port(&self) -> u16 {
        self.ready.port
    }

    /// Where it keeps its data and log.
    pub fn folder(&self) -> &Path {
        &self.ready.folder
    }
}

const NOT_INSTALLED: &str = "\
    PostgreSQL's programs (initdb, pg_ctl, postgres) are neither in PATH nor in /usr/lib/postgresql/*/bin.\n\
    Install them (Debian, Ubuntu: apt-get install postgresql; Fedora: dnf install postgresql-server; \
    macOS: brew install postgresql),\n\
    or leave PostgreSQL out on purpose by setting TEAMMOA_TEST_SQLITE_ONLY=1.";
