use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// Far more than anything here takes; only there so that a hanging process makes a failing test.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running `serve`; it is killed when the test ends before it does.
pub(crate) struct Server {
    child: Child,
    lines: Receiver<String>,
    seen: Vec<String>,
    /// Which of the lines seen `wait_for` has given already.
    given: HashSet<usize>,
    /// Stays as long as the server, also when the installation is dropped before it.
    _folder: Arc<TempDir>,
    /// Where it listens, as `127.0.0.1:4711`.
    pub(crate) address: String,
}

impl Server {
    /// Starts it and waits until it listens.
    pub(super) fn start(command: Command, folder: &Arc<TempDir>) -> Server {
        let mut server = Server::begin(command, folder);
        let line = server.wait_for("serving");
        server.address = address_of(&line);
        server
    }

    /// Starts it.
    pub(super) fn begin(mut command: Command, folder: &Arc<TempDir>) -> Server {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (sender, lines) = channel();
        forward(child.stdout.take().unwrap(), sender.clone());
        forward(child.stderr.take().unwrap(), sender);
        Server {
            child,
            lines,
            seen: Vec::new(),
            given: HashSet::new(),
            _folder: Arc::clone(folder),
            address: String::new(),
        }
    }

    /// Waits for a line, of the log or of standard output, that contains this text, and gives it; each line once. It may
    /// have come before a line of the other pipe that was waited for: nothing orders the two.
    pub(crate) fn wait_for(&mut self, text: &str) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let found =
                |(number, line): &(usize, &String)| line.contains(text) && !self.given.contains(number);
            if let Some((number, line)) = self.seen.iter().enumerate().find(found) {
                self.given.insert(number);
                return line.clone();
            }
            match self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => self.seen.push(line),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("{text:?} was not said:\n{}", self.seen.join("\n"))
                }
            }
        }
    }

    /// Sends a signal by its name, as `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Waits until it has ended; gives its exit code (none after a signal) and everything that it said.
    pub(crate) fn wait(mut self) -> (Option<i32>, String) {
        let end = Instant::now() + PATIENCE;
        // Both pipes are closed when it has ended.
        while let Ok(line) = self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.seen.push(line);
        }
        assert!(Instant::now() < end, "it goes on:\n{}", self.seen.join("\n"));
        let code = self.child.wait().unwrap().code();
        (code, self.seen.join("\n"))
    }

    /// The address of a page.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Either it has ended already, or it has to now.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn forward(pipe: impl Read + Send + 'static, lines: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if lines.send(line).is_err() {
                return;
            }
        }
    });
}

/// From a line of the log, pretty or JSON: `… address=127.0.0.1:4711 …`, `… "address":"127.0.0.1:4711" …`.
fn address_of(line: &str) -> String {
    let start = line.find("127.0.0.1:").unwrap_or_else(|| panic!("no address in {line}"));
    let rest = &line[start..];
    let end = rest.find(|character: char| !"0123456789.:".contains(character)).unwrap_or(rest.len());
    rest[..end].to_owned()
}

#[test]
fn a_line_that_came_before_one_that_was_waited_for_is_still_found() {
    let folder = Arc::new(TempDir::new().unwrap());
    let mut command = Command::new("sh");
    command.args(["-c", "echo first one; echo second; echo first two"]);
    let mut server = Server::begin(command, &folder);
    server.wait_for("second");
    assert_eq!([server.wait_for("first"), server.wait_for("first")], ["first one", "first two"]);
}
