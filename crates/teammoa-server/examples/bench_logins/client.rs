//! As much HTTP as it takes, by hand: a real client would need more of the processor than what it measures.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

/// One connection that is kept, with the session that was begun on it.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    session: String,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> Client {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        Client { stream: BufReader::new(stream), session: String::new() }
    }

    /// Gets a page, and says how long it took until its last byte was there.
    pub(crate) fn get(&mut self, path: &str) -> Duration {
        let session = &self.session;
        let (took, head) = self.exchange(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{session}\r\n"));
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        took
    }

    /// Logs in by the API, keeps the session, and says how long it took.
    pub(crate) fn log_in(&mut self, username: &str, password: &str) -> Duration {
        let body = serde_json::json!({ "username": username, "password": password }).to_string();
        let (took, head) = self.exchange(&format!(
            "POST /api/v1/users/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        ));
        assert!(head.starts_with("HTTP/1.1 200"), "the login of {username}: {head}");
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: sessionid=")).unwrap();
        self.session = format!("Cookie: sessionid={}\r\n", cookie.split(';').next().unwrap());
        took
    }

    fn exchange(&mut self, request: &str) -> (Duration, String) {
        let since = Instant::now();
        self.stream.get_mut().write_all(request.as_bytes()).unwrap();
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(self.stream.read_line(&mut head).unwrap(), 0, "the server hung up: {head}");
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        let mut body = vec![0; length.parse().unwrap()];
        self.stream.read_exact(&mut body).unwrap();
        (since.elapsed(), head)
    }
}
