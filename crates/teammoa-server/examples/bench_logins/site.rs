//! The binary, serving.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};

/// A server as in production; it is killed in the end.
pub(crate) struct Site {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl Site {
    /// Starts it on a free port and waits until it says where it is.
    pub(crate) fn start(binary: &str, data: &Path, hash_concurrency: usize) -> Site {
        let mut child = Command::new(binary)
            .arg("serve")
            .current_dir(data)
            .env_clear()
            .env("TEAMMOA_ENV", "production")
            .env("SITE_URL", "http://localhost")
            .env("SECRET_KEY", "0123456789abcdef0123456789abcdef")
            .env("DATA_DIR", data)
            .env("BIND", "127.0.0.1:0")
            .env("HASH_CONCURRENCY", hash_concurrency.to_string())
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let address = address(&mut log);
        // It must not have to wait for a reader of its log.
        thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Site { child, address }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn address(log: &mut impl BufRead) -> SocketAddr {
    let mut said = String::new();
    for line in log.lines().map_while(Result::ok) {
        let event: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
        if event["message"] == "serving" {
            return event["address"].as_str().unwrap().parse().unwrap();
        }
        said.push_str(&line);
        said.push('\n');
    }
    unreachable!("the server did not start:\n{said}")
}
