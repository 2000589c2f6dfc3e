//! The binary as a process of its own: commands that run to their end, and servers that run until they are told.

mod server;

use std::{
    ffi::OsStr,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
    sync::Arc,
};

use teammoa_persistence::DatabaseUrl;
use teammoa_testing::SmtpServer;
use tempfile::TempDir;

pub(crate) use server::Server;

/// An installation in a folder of its own, with nothing from the environment of the test.
pub(crate) struct Installation {
    folder: Arc<TempDir>,
    variables: Vec<(String, String)>,
}

/// What a command left behind.
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Installation {
    /// One that takes any free port.
    pub(crate) fn new() -> Installation {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Installation { folder, variables: Vec::new() }.with("BIND", "127.0.0.1:0")
    }

    pub(crate) fn with(mut self, name: &str, value: impl Into<String>) -> Installation {
        self.variables.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn with_database(self, url: &DatabaseUrl) -> Installation {
        self.with(
            "DATABASE_URL",
            match url {
                DatabaseUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
                DatabaseUrl::Postgres(url) => url.clone(),
            },
        )
    }

    /// With this mail server, and patience enough for a test to hold it up.
    pub(crate) fn with_mail(self, mail: &SmtpServer) -> Installation {
        self.with("SMTP_URL", mail.url())
            .with("MAIL_FROM", "moa@example.com")
            .with("SMTP_TIMEOUT", "50s")
            .with("SHUTDOWN_DEADLINE", "60s")
    }

    /// As production wants it.
    pub(crate) fn in_production(self) -> Installation {
        self.with("TEAMMOA_ENV", "production")
            .with("SITE_URL", "https://teammoa.example.com")
            .with("SECRET_KEY", "0123456789abcdef0123456789abcdef")
    }

    /// Its working folder, with `data` in it.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_with_input(arguments, "")
    }

    /// Runs a command that reads `input` from its standard input.
    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Outcome {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A command that does not read its input closes it, which is its right.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Outcome::from(child.wait_with_output().unwrap())
    }

    /// Starts the site and waits until it listens.
    pub(crate) fn serve(&self) -> Server {
        Server::start(self.command(&["serve"]), &self.folder)
    }

    /// Starts `serve` without waiting for anything.
    pub(crate) fn begin_to_serve(&self) -> Server {
        Server::begin(self.command(&["serve"]), &self.folder)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the binary needs what finds its libraries and temporary files"
    )]
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_teammoa-server"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        for name in ["PATH", "TMPDIR"] {
            command.envs(std::env::var_os(name).map(|value| (OsStr::new(name).to_owned(), value)));
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }
}

impl From<Output> for Outcome {
    fn from(output: Output) -> Outcome {
        Outcome {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Outcome {
    /// The standard output of a command that succeeded.
    pub(crate) fn good(self) -> String {
        assert_eq!(self.code, Some(0), "{}\n{}", self.stdout, self.stderr);
        self.stdout
    }

    /// The standard error of a command that failed in order, not by a panic or a signal.
    pub(crate) fn bad(self) -> String {
        assert_eq!(self.code, Some(1), "{}\n{}", self.stdout, self.stderr);
        self.stderr
    }
}

/// An address on which nobody listens.
pub(crate) fn closed_address() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}
