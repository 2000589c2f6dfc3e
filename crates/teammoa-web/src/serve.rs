//! The HTTP server around the site.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::dev::Server;

use crate::App;

/// Longer than the 60 s for which balancers (ALB, nginx) keep connections to us: the side that closes first must be
/// theirs, or a request meets a closed connection and becomes a 502.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// How long the head of a request may take.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// How a server runs.
#[derive(Debug, Clone, Copy)]
pub struct ServeOptions {
    /// Threads that answer requests.
    pub workers: usize,
    /// How long requests in flight may take when it stops; whole seconds count.
    pub shutdown_timeout: Duration,
}

/// Serves the site on a socket that is bound already. The server runs when the result is awaited; it leaves signals to
/// its owner and stops by its handle. Fails when the socket can't be listened on.
pub fn serve(app: &App, listener: TcpListener, options: ServeOptions) -> std::io::Result<Server> {
    let app = app.clone();
    let server = HttpServer::new(move || app.build())
        .workers(options.workers.max(1))
        .keep_alive(KEEP_ALIVE)
        .client_request_timeout(HEAD_TIMEOUT)
        .shutdown_timeout(options.shutdown_timeout.as_secs())
        .disable_signals()
        .listen(listener)?;
    Ok(server.run())
}
