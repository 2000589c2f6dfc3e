//! One conversation with a mail client.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader};
use std::net::{IpAddr, Shutdown, TcpStream};

use mailin::response::{INTERNAL_ERROR, NO_MAILBOX, OK, TRANSACTION_FAILED};
use mailin::{Action, Handler, Response, SessionBuilder};

use super::{Behaviour, ReceivedMail, shared::Shared};

/// Talks until one of the two has had enough, then hangs up.
pub(super) fn serve(stream: &TcpStream, behaviour: Behaviour, shared: &Shared) {
    // A client that disappears is what some tests are about, not a problem of the server.
    drop(converse(stream, behaviour, shared));
    hang_up(stream);
}

/// Closes the connection for the client too, although the acceptor has a second handle to it.
pub(super) fn hang_up(stream: &TcpStream) {
    drop(stream.shutdown(Shutdown::Both));
}

fn converse(stream: &TcpStream, behaviour: Behaviour, shared: &Shared) -> io::Result<()> {
    let (mut input, mut output) = (BufReader::new(stream), stream);
    let hangs_up = Cell::new(false);
    let postman = Postman { behaviour, shared, hangs_up: &hangs_up, mail: ReceivedMail::default() };
    let mut session = SessionBuilder::new("mail.test").build(stream.peer_addr()?.ip(), postman);

    if behaviour == Behaviour::StallBeforeGreeting {
        shared.stall();
    }
    session.greeting().write_to(&mut output)?;
    if behaviour == Behaviour::StallAfterGreeting {
        shared.stall();
    }

    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let response = session.process(&line);
        line.clear();
        if hangs_up.get() {
            break;
        }
        response.write_to(&mut output)?;
        if response.action == Action::Close {
            break;
        }
    }
    Ok(())
}

/// Decides what becomes of the mails of one connection.
struct Postman<'a> {
    behaviour: Behaviour,
    shared: &'a Shared,
    hangs_up: &'a Cell<bool>,
    mail: ReceivedMail,
}

impl Handler for Postman<'_> {
    fn mail(&mut self, _ip: IpAddr, _domain: &str, from: &str) -> Response {
        self.mail = ReceivedMail { from: from.to_owned(), ..ReceivedMail::default() };
        OK
    }

    fn rcpt(&mut self, to: &str) -> Response {
        match self.behaviour {
            Behaviour::RefuseRecipient => NO_MAILBOX,
            Behaviour::TemporaryFailure => INTERNAL_ERROR,
            _ => {
                self.mail.to.push(to.to_owned());
                OK
            }
        }
    }

    fn data(&mut self, line: &[u8]) -> io::Result<()> {
        if self.behaviour == Behaviour::DropInData {
            self.hangs_up.set(true);
        }
        self.mail.data.push_str(&String::from_utf8_lossy(line));
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        match self.behaviour {
            Behaviour::RefuseMessage => return refuse_message(),
            Behaviour::StallAfterData => self.shared.stall(),
            Behaviour::DropAfterData => self.hangs_up.set(true),
            _ => {}
        }
        self.shared.take(std::mem::take(&mut self.mail));
        OK
    }
}

/// `554`, and the end of the conversation: after an error at this place the state machine would take the next
/// command for another line of the mail.
fn refuse_message() -> Response {
    let mut response = TRANSACTION_FAILED;
    response.action = Action::Close;
    response
}
