use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use crate::support::{Installation, Server};

#[test]
fn sigterm_and_sigint_end_it_with_exit_code_0() {
    for signal in ["TERM", "INT"] {
        let server = Installation::new().serve();
        server.signal(signal);
        let (code, said) = server.wait();
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("stopped"), "{said}");
    }
}

#[tokio::test]
async fn while_it_drains_it_answers_but_is_not_ready() {
    let installation = Installation::new().with("DRAIN_DELAY", "50s").with("SHUTDOWN_DEADLINE", "60s");
    let mut server = installation.serve();
    server.signal("TERM");
    server.wait_for("stopping");
    assert_eq!(reqwest::get(server.url("/health/ready")).await.unwrap().status(), 503);
    let health = reqwest::get(server.url("/health/")).await.unwrap();
    assert_eq!(health.status(), 200);
    assert_eq!(health.headers()["connection"], "close");
}

#[test]
fn a_second_signal_ends_the_waiting() {
    let installation = Installation::new().with("DRAIN_DELAY", "50s").with("SHUTDOWN_DEADLINE", "60s");
    let mut server = installation.serve();
    server.signal("TERM");
    server.wait_for("stopping");
    let (code, took) = stop(server, "INT");
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(20), "{took:?}");
}

#[test]
fn connections_that_wait_for_nothing_do_not_hold_it_up() {
    let server = Installation::new().serve();
    let mut idle = TcpStream::connect(&server.address).unwrap();
    write!(idle, "GET /health/ HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut first_line = String::new();
    BufReader::new(&idle).read_line(&mut first_line).unwrap();
    assert!(first_line.contains("200"), "{first_line}");

    let silent = TcpStream::connect(&server.address).unwrap();
    let (code, took) = stop(server, "TERM");
    drop((idle, silent));
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(20), "{took:?}");
}

#[test]
fn the_deadline_holds() {
    let server = Installation::new().with("SHUTDOWN_DEADLINE", "2s").serve();
    let mut slow = TcpStream::connect(&server.address).unwrap();
    // A request whose body never comes.
    write!(slow, "POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n").unwrap();
    let (code, took) = stop(server, "TERM");
    drop(slow);
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(20), "{took:?}");
}

fn stop(server: Server, signal: &str) -> (Option<i32>, Duration) {
    let since = Instant::now();
    server.signal(signal);
    let (code, _) = server.wait();
    (code, since.elapsed())
}
