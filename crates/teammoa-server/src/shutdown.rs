//! How the process ends: not ready, drain, finish what runs, exit.

use std::{io, pin::pin, time::Duration};

use actix_web::dev::Server;
use teammoa_web::Draining;
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    time::{Instant, sleep, sleep_until},
};

use crate::{config::ShutdownConfig, failure::Failure, workers::Workers};

/// How much of the deadline is kept for the time after the last request.
const RESERVE: Duration = Duration::from_secs(1);

/// The signals that ask the process to end.
pub(crate) struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// Takes the signals from their default, which is to end at once.
    pub(crate) fn listen() -> Result<Signals, Failure> {
        let listen = || {
            Ok::<_, io::Error>(Signals {
                terminate: signal(SignalKind::terminate())?,
                interrupt: signal(SignalKind::interrupt())?,
            })
        };
        listen().map_err(|source| Failure::System { what: "signal handlers", source })
    }

    /// Waits for the next signal and gives its name.
    pub(crate) async fn next(&mut self) -> &'static str {
        tokio::select! {
            _ = self.terminate.recv() => "SIGTERM",
            _ = self.interrupt.recv() => "SIGINT",
        }
    }
}

impl ShutdownConfig {
    /// How long requests in flight may take after the drain delay.
    pub(crate) fn for_requests(&self) -> Duration {
        let rest = self.deadline.saturating_sub(self.drain_delay);
        rest.saturating_sub(RESERVE).max(RESERVE.min(rest))
    }
}

/// Serves until a signal comes, then stops in order and within the deadline. A second signal ends the waiting.
///
/// # Errors
/// When the server ends without having been told.
pub(crate) async fn serve_until_signal(
    server: Server,
    draining: &Draining,
    workers: &Workers,
    config: ShutdownConfig,
    signals: &mut Signals,
) -> Result<(), Failure> {
    let handle = server.handle();
    let mut server = pin!(server);
    let signal = tokio::select! {
        ended = &mut server => return ended_early(ended),
        signal = signals.next() => signal,
    };
    let deadline = Instant::now() + config.deadline;
    draining.start();
    tracing::info!(signal, drain_delay = ?config.drain_delay, deadline = ?config.deadline, "stopping");
    let in_order = async {
        tokio::select! {
            ended = &mut server => return ended_early(ended),
            () = sleep(config.drain_delay) => {}
        }
        let (ended, ()) = tokio::join!(&mut server, handle.stop(true));
        ended.map_err(Failure::Serve)?;
        workers.finish().await;
        Ok(())
    };
    tokio::select! {
        result = in_order => result?,
        () = sleep_until(deadline) => tracing::warn!("the deadline is over; what still runs is cut off"),
        signal = signals.next() => tracing::warn!(signal, "a second signal; what still runs is cut off"),
    }
    tracing::info!("stopped");
    Ok(())
}

fn ended_early(ended: io::Result<()>) -> Result<(), Failure> {
    let error = ended.err().unwrap_or_else(|| io::Error::other("without saying why"));
    Err(Failure::Serve(error))
}
