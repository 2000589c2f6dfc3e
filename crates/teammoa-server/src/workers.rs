//! What works beside the requests as long as the site is served.

use teammoa_service::{Services, Tasks, mail::outbox};
use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

/// The task that empties the mail outbox, and whatever requests have started and not waited for.
pub(crate) struct Workers {
    /// Started by requests.
    of_requests: Tasks,
    /// Ends only when it is told to.
    outbox: Tasks,
    stop: CancellationToken,
}

impl Workers {
    /// Begins to hand over mails, those first that an earlier process left behind. Runs on the current tokio runtime.
    pub(crate) fn start(services: &Services) -> Workers {
        let (outbox, stop) = (Tasks::new(Handle::current()), CancellationToken::new());
        let (services, told) = (services.clone(), stop.clone());
        let of_requests = services.tasks().clone();
        outbox.start(async move { outbox::run(&services, told).await });
        Workers { of_requests, outbox, stop }
    }

    /// Lets all work come to its end. What requests have started goes first, because it may write mails; what is in the
    /// outbox then and not on its way stays there for the next process.
    pub(crate) async fn finish(&self) {
        self.of_requests.finish().await;
        self.stop.cancel();
        self.outbox.finish().await;
    }
}
