//! A mail server for tests, which can also misbehave in the ways in which mail servers do.
//!
//! The conversation itself is led by the state machine of the `mailin` crate; connections are ours, because a test
//! has to stop them, stall them and drop them.

mod behaviour;
mod received;
mod session;
mod shared;

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

pub use behaviour::Behaviour;
pub use received::ReceivedMail;

use shared::Shared;

/// A mail server on a free loopback port, which stops when it is dropped.
pub struct SmtpServer {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

impl SmtpServer {
    /// Starts a server; it listens when this returns.
    ///
    /// # Panics
    /// When there is no free loopback port.
    pub fn start(behaviour: Behaviour) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .unwrap_or_else(|error| panic!("the mail server finds no port: {error}"));
        let address =
            listener.local_addr().unwrap_or_else(|error| panic!("the mail server has no address: {error}"));
        let shared = Arc::new(Shared::new(behaviour));
        let acceptor = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Self { address, shared, acceptor: Some(acceptor) }
    }

    /// What to configure as `SMTP_URL`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The mails taken so far, oldest first. A mail is in here before the client reads its `250`.
    pub fn received(&self) -> Vec<ReceivedMail> {
        self.shared.received()
    }

    /// How many clients have connected so far.
    pub fn connections(&self) -> usize {
        self.shared.connections()
    }

    /// Behaves differently from the next connection on; those that are there go on as they began. Connections that
    /// are going to stall do so until the next [`SmtpServer::release`].
    pub fn behave(&self, behaviour: Behaviour) {
        self.shared.behave(behaviour);
    }

    /// Lets every stalled connection go on as if nothing had been, and later ones not stall at all.
    pub fn release(&self) {
        self.shared.release();
    }

    /// Waits until at least `count` connections are stalled at the same time.
    ///
    /// # Panics
    /// When that has not come about after a minute.
    pub async fn stalled(&self, count: usize) {
        self.shared.stalled(count).await;
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.shared.stop();
        // Wakes the acceptor up, which then sees that it has to stop.
        drop(TcpStream::connect(self.address));
        if let Some(acceptor) = self.acceptor.take() {
            drop(acceptor.join());
        }
    }
}

/// Serves each connection on a thread of its own until the server stops; then ends them all and waits for them.
fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut connections: Vec<(TcpStream, JoinHandle<()>)> = Vec::new();
    for stream in listener.incoming() {
        if shared.is_stopping() {
            break;
        }
        let Some((ours, theirs)) = stream.and_then(|stream| Ok((stream.try_clone()?, stream))).ok() else {
            continue;
        };
        let behaviour = shared.connected();
        let shared = Arc::clone(shared);
        let thread = thread::spawn(move || session::serve(&theirs, behaviour, &shared));
        connections.push((ours, thread));
    }
    for (stream, thread) in connections {
        session::hang_up(&stream);
        drop(thread.join());
    }
}
