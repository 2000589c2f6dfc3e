//! A small shell process that outlives the test process and cleans up after it.
//!
//! Nothing that runs inside a process can clean up after a `kill -9`. So whatever a run puts on the machine is made
//! by a *keeper*: a `/bin/sh` script whose standard input is a pipe that only this process holds open. When the
//! process ends, in whatever way, the pipe closes, the script's `read` returns, and it removes what it made. The
//! script makes things itself, one after the other, so there is no moment in which something exists unwatched.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const FOLDER: &str = include_str!("folder.sh");

/// A running keeper script, and both ends of the conversation with it.
pub(crate) struct Keeper {
    /// `None` only while it is being dropped.
    hears: Option<ChildStdin>,
    says: BufReader<ChildStdout>,
    process: Child,
}

/// How to reach the server that a script has started, and where its files are.
pub(crate) struct Ready {
    pub(crate) port: u16,
    pub(crate) password: String,
    pub(crate) folder: PathBuf,
}

/// As whom a keeper runs.
#[derive(Clone, Copy)]
pub(crate) enum RunAs {
    /// The user of the test process.
    Me,
    /// The same, but if that is root, an unprivileged user: PostgreSQL refuses to run as root.
    NotRoot,
}

impl Keeper {
    /// Starts `script`, which goes on from `folder.sh`, with `arguments`. The script gets a process group of its own, so that Ctrl-C in a terminal,
    /// or a test runner that kills the group of a test, ends the test but not its keeper.
    pub(crate) fn start(script: &str, arguments: &[&str], run_as: RunAs) -> Result<Self, String> {
        let mut command = match run_as {
            RunAs::Me => Command::new("/bin/sh"),
            RunAs::NotRoot => unprivileged_shell()?,
        };
        let mut process = command
            .args(["-c", &format!("{FOLDER}{script}"), "keeper"])
            .args(arguments)
            .current_dir("/")
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("cannot start a keeper process: {error}"))?;
        let (Some(hears), Some(says)) = (process.stdin.take(), process.stdout.take()) else {
            return Err("a keeper process without pipes".to_owned());
        };
        Ok(Self { hears: Some(hears), says: BufReader::new(says), process })
    }

    /// The next line that the script says; `None` when it has ended.
    pub(crate) fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        match self.says.read_line(&mut line) {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(line.trim_end().to_owned()),
        }
    }

    /// Gives the script of a server a free port each time it asks for one (`port?`), until the server answers (`ready PORT
    /// PASSWORD FOLDER`). Fails with whatever else the script says.
    pub(crate) fn until_ready(&mut self) -> Result<Ready, String> {
        loop {
            let line = self.line().unwrap_or_default();
            if line == "port?" {
                self.say(&free_port()?.to_string())?;
                continue;
            }
            let mut words = line.splitn(4, ' ');
            return match (words.next(), words.next().map(str::parse), words.next(), words.next()) {
                (Some("ready"), Some(Ok(port)), Some(password), Some(folder)) => {
                    Ok(Ready { port, password: password.to_owned(), folder: folder.into() })
                }
                _ => Err(format!("{line}\n{}", self.rest())),
            };
        }
    }

    /// Gives the script an order, and waits until it is done. Fails with whatever else the script says.
    pub(crate) fn order(&mut self, order: &str) -> Result<(), String> {
        self.say(order)?;
        match self.line() {
            Some(answer) if answer == "done" => Ok(()),
            answer => Err(format!("{answer:?}")),
        }
    }

    /// Everything that the script still says until it ends: its complaint, after a line that was not expected.
    pub(crate) fn rest(&mut self) -> String {
        let mut rest = String::new();
        match self.says.read_to_string(&mut rest) {
            Ok(_) => rest,
            Err(error) => format!("{rest}\n(and then: {error})"),
        }
    }

    /// Says one line to the script.
    pub(crate) fn say(&mut self, line: &str) -> Result<(), String> {
        let Some(hears) = &mut self.hears else {
            return Err("the keeper process was told to end".to_owned());
        };
        writeln!(hears, "{line}").map_err(|error| format!("the keeper process is gone: {error}"))
    }
}

/// Lets the script clean up, and waits until it has.
impl Drop for Keeper {
    fn drop(&mut self) {
        self.hears = None;
        drop(self.process.wait());
    }
}

fn free_port() -> Result<u16, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("there is no free loopback port: {error}"))
}

/// `/bin/sh`, for root through `setpriv` as user `postgres`, or `nobody` where there is none.
fn unprivileged_shell() -> Result<Command, String> {
    if id(&["-u"]).as_deref() != Some("0") {
        return Ok(Command::new("/bin/sh"));
    }
    let user = ["postgres", "nobody"].into_iter().find_map(|name| {
        let (user, group) = (id(&["-u", name])?, id(&["-g", name])?);
        Some((user, group))
    });
    let (user, group) = user.ok_or("there is neither a user `postgres` nor a user `nobody`")?;
    let mut command = Command::new("setpriv");
    command.args(["--reuid", &user, "--regid", &group, "--clear-groups"]).arg("/bin/sh");
    Ok(command)
}

fn id(arguments: &[&str]) -> Option<String> {
    let output = Command::new("id").args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
