use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use teammoa_persistence::{DatabaseUrl, Error, users};
use teammoa_testing::{Behaviour, SmtpServer};

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

#[tokio::test]
async fn a_request_in_flight_gets_its_answer() {
    let mail = SmtpServer::start(Behaviour::StallAfterData);
    let mut server = Installation::new().with_mail(&mail).serve();
    let (answer, ()) = tokio::join!(sign_up(server.address.clone()), async {
        mail.stalled(1).await;
        server.signal("TERM");
        server.wait_for("stopping");
        mail.release();
    });
    assert_eq!(answer.unwrap().status(), 202);
    assert_eq!(server.wait().0, Some(0));
}

#[tokio::test]
async fn a_sign_up_whose_client_hung_up_comes_to_its_end() {
    let mail = SmtpServer::start(Behaviour::StallAfterData);
    let installation = Installation::new().with_mail(&mail);
    let mut server = installation.serve();
    tokio::select! {
        _ = sign_up(server.address.clone()) => panic!("answered while the mail server said nothing"),
        () = mail.stalled(1) => {}
    }
    server.signal("TERM");
    server.wait_for("stopping");
    mail.release();
    assert_eq!(server.wait().0, Some(0));

    assert_eq!(mail.received().len(), 1);
    let db = teammoa_testing::open(&DatabaseUrl::Sqlite(installation.folder().join("data/teammoa.db")));
    let is_there: Result<bool, Error> = db.read(|conn| users::username_is_taken(conn, "mina")).await;
    assert!(is_there.unwrap(), "the mail was sent, so the account has to be there");
}

async fn sign_up(address: String) -> reqwest::Result<reqwest::Response> {
    let person = serde_json::json!({
        "username": "mina",
        "email": "mina@example.com",
        "nickname": "미나",
        "password": "violet otter by the river",
        "password2": "violet otter by the river",
    });
    let url = format!("http://{address}/api/v1/users/register/");
    reqwest::Client::new().post(url).json(&person).send().await
}

fn stop(server: Server, signal: &str) -> (Option<i32>, Duration) {
    let since = Instant::now();
    server.signal(signal);
    let (code, _) = server.wait();
    (code, since.elapsed())
}
