//! The mail server, each behaviour seen with nothing but a TCP connection.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "test helpers")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use teammoa_testing::{Behaviour, ReceivedMail, SmtpServer};

/// A client that says and reads lines.
struct Client(BufReader<TcpStream>);

impl Client {
    fn connect(server: &SmtpServer) -> Self {
        Self(BufReader::new(TcpStream::connect(server.address()).unwrap()))
    }

    /// Reads one whole answer and gives its code.
    fn hears(&mut self) -> u16 {
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).unwrap();
            let (code, more) = line.split_at_checked(3).expect("an answer, not the end of the connection");
            if more.starts_with(' ') {
                return code.parse().unwrap();
            }
        }
    }

    fn says(&mut self, line: &str) -> u16 {
        self.writes(line);
        self.hears()
    }

    fn writes(&mut self, line: &str) {
        write!(self.0.get_mut(), "{line}\r\n").unwrap();
    }

    /// Goes as far as the permission to send the mail itself.
    fn up_to_data(&mut self) {
        assert_eq!(self.hears(), 220);
        assert_eq!(self.says("EHLO client.test"), 250);
        assert_eq!(self.says("MAIL FROM:<noreply@teammoa.test> BODY=8BITMIME"), 250);
        assert_eq!(self.says("RCPT TO:<mina@example.com>"), 250);
        assert_eq!(self.says("DATA"), 354);
    }

    fn writes_mail(&mut self) {
        self.writes("Subject: =?utf-8?b?7JWI64WV?=\r\n\r\n안녕\r\n..a dot\r\n.");
    }

    /// Nothing comes before the deadline; the connection stays open.
    fn hears_nothing(&mut self) {
        self.0.get_ref().set_read_timeout(Some(Duration::from_millis(50))).unwrap();
        let error = self.0.read(&mut [0]).unwrap_err();
        assert!(matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut));
        self.0.get_ref().set_read_timeout(None).unwrap();
    }

    /// The server has hung up, politely or not.
    fn hears_the_end(&mut self) {
        assert!(matches!(self.0.read(&mut [0]), Ok(0) | Err(_)));
    }
}

fn mail() -> ReceivedMail {
    ReceivedMail {
        from: "noreply@teammoa.test".to_owned(),
        to: vec!["mina@example.com".to_owned()],
        data: "Subject: =?utf-8?b?7JWI64WV?=\r\n\r\n안녕\r\n.a dot\r\n".to_owned(),
    }
}

#[test]
fn an_accepted_mail_can_be_read_as_soon_as_the_client_knows() {
    let server = SmtpServer::start(Behaviour::Accept);
    let mut client = Client::connect(&server);
    client.up_to_data();
    client.writes_mail();
    assert_eq!(client.hears(), 250);
    assert_eq!(server.received(), [mail()]);
    assert_eq!(server.received()[0].subject(), "안녕");
    assert_eq!(client.says("QUIT"), 221);
    client.hears_the_end();
}

#[test]
fn several_mails_come_through_one_connection() {
    let server = SmtpServer::start(Behaviour::Accept);
    let mut client = Client::connect(&server);
    client.up_to_data();
    client.writes_mail();
    assert_eq!(client.hears(), 250);
    assert_eq!(client.says("MAIL FROM:<noreply@teammoa.test>"), 250);
    assert_eq!(client.says("RCPT TO:<jun@example.com>"), 250);
    assert_eq!(client.says("DATA"), 354);
    client.writes("Subject: two\r\n\r\ntwo\r\n.");
    assert_eq!(client.hears(), 250);
    assert_eq!(server.received()[1].to, ["jun@example.com"]);
    assert_eq!(server.connections(), 1);
}

#[test]
fn recipients_are_refused_for_good_or_for_now() {
    for (behaviour, code) in [(Behaviour::RefuseRecipient, 550), (Behaviour::TemporaryFailure, 451)] {
        let server = SmtpServer::start(behaviour);
        let mut client = Client::connect(&server);
        assert_eq!(client.hears(), 220);
        assert_eq!(client.says("EHLO client.test"), 250);
        assert_eq!(client.says("MAIL FROM:<noreply@teammoa.test>"), 250);
        assert_eq!(client.says("RCPT TO:<mina@example.com>"), code);
        assert_eq!(client.says("DATA"), 503);
        assert_eq!(client.says("QUIT"), 221);
        assert_eq!(server.received(), []);
    }
}

#[test]
fn a_mail_is_refused_after_it_was_read() {
    let server = SmtpServer::start(Behaviour::RefuseMessage);
    let mut client = Client::connect(&server);
    client.up_to_data();
    client.writes_mail();
    assert_eq!(client.hears(), 554);
    client.hears_the_end();
    assert_eq!(server.received(), []);
}

#[tokio::test]
async fn the_greeting_does_not_come_until_the_server_is_released() {
    let server = SmtpServer::start(Behaviour::StallBeforeGreeting);
    let mut client = Client::connect(&server);
    server.stalled(1).await;
    client.hears_nothing();
    server.release();
    client.up_to_data();
    client.writes_mail();
    assert_eq!(client.hears(), 250);
    assert_eq!(server.received(), [mail()]);
}

#[tokio::test]
async fn after_the_greeting_nothing_comes_until_the_server_is_released() {
    let server = SmtpServer::start(Behaviour::StallAfterGreeting);
    let mut client = Client::connect(&server);
    assert_eq!(client.hears(), 220);
    client.writes("EHLO client.test");
    server.stalled(1).await;
    client.hears_nothing();
    server.release();
    assert_eq!(client.hears(), 250);
}

#[tokio::test]
async fn after_the_mail_nothing_comes_until_the_server_is_released() {
    let server = SmtpServer::start(Behaviour::StallAfterData);
    let mut client = Client::connect(&server);
    client.up_to_data();
    client.writes_mail();
    server.stalled(1).await;
    client.hears_nothing();
    assert_eq!(server.received(), []);
    server.release();
    assert_eq!(client.hears(), 250);
    assert_eq!(server.received(), [mail()]);
}

#[tokio::test]
async fn many_connections_stall_at_once_and_all_go_on() {
    let server = SmtpServer::start(Behaviour::StallBeforeGreeting);
    let mut clients: Vec<Client> = (0..20).map(|_| Client::connect(&server)).collect();
    server.stalled(20).await;
    assert_eq!(server.connections(), 20);
    server.release();
    for client in &mut clients {
        assert_eq!(client.hears(), 220);
    }
    assert_eq!(Client::connect(&server).hears(), 220, "later ones do not stall any more");
}

#[test]
fn the_server_hangs_up_in_the_middle_of_a_mail() {
    let server = SmtpServer::start(Behaviour::DropInData);
    let mut client = Client::connect(&server);
    client.up_to_data();
    client.writes("Subject: one line is enough");
    client.hears_the_end();
    assert_eq!(server.received(), []);
}

#[test]
fn the_server_hangs_up_instead_of_saying_that_it_took_the_mail() {
    let server = SmtpServer::start(Behaviour::DropAfterData);
    let mut client = Client::connect(&server);
    client.up_to_data();
    client.writes_mail();
    client.hears_the_end();
    assert_eq!(server.received(), [mail()]);
}

#[tokio::test]
async fn behaviour_can_change_between_connections() {
    let server = SmtpServer::start(Behaviour::StallBeforeGreeting);
    let mut stalled = Client::connect(&server);
    server.stalled(1).await;
    server.behave(Behaviour::Accept);
    assert_eq!(Client::connect(&server).hears(), 220);
    stalled.hears_nothing();
    server.release();
    server.behave(Behaviour::StallAfterGreeting);
    assert_eq!(stalled.hears(), 220);
    let _stalled_again = Client::connect(&server);
    server.stalled(1).await;
}

#[tokio::test]
async fn dropping_the_server_ends_every_connection() {
    let server = SmtpServer::start(Behaviour::StallBeforeGreeting);
    let mut stalled = Client::connect(&server);
    server.stalled(1).await;
    server.behave(Behaviour::Accept);
    let mut waiting = Client::connect(&server);
    assert_eq!(waiting.hears(), 220);
    drop(server);
    waiting.hears_the_end();
    while stalled.0.read(&mut [0; 64]).is_ok_and(|count| count > 0) {}
}
