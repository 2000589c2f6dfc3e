//! Whom a mail is meant for, when somebody who is not signed in asks for one.

use std::future::Future;

use teammoa_domain::{FieldErrors, Invalid, text, user};
use teammoa_persistence::users::{self, MailTarget};

use crate::limit::{Exceeded, Quota};
use crate::{Fault, Services};

/// What is typed, and where it comes from.
#[derive(Debug, Clone)]
pub struct AskForMail {
    /// Username or e-mail address.
    pub identifier: String,
    /// The network that the request comes from; see [`network_of`](crate::limit::network_of).
    pub network: String,
}

/// Why nothing was done. Whether there is such an account is not among the answers.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nothing was typed, or more than a name can be.
    #[error("some values can't be used")]
    Invalid(FieldErrors),
    /// Asked for too often.
    #[error(transparent)]
    TooMany(#[from] Exceeded),
}

/// The longest that can be typed: the longest address that mail knows.
const MAX: usize = 254;

/// Counts the request, then finds out in the background whom it means and does the work: the answer is the same and takes
/// the same time whether there is such an account or not.
pub(super) async fn in_background<W>(
    services: &Services,
    ask: &AskForMail,
    (area, quota): (&'static str, Quota),
    work: impl FnOnce(Services, MailTarget) -> W + Send + 'static,
) -> Result<(), AskError>
where
    W: Future<Output = Result<(), Fault>> + Send,
{
    text::bounded_line(&ask.identifier, 1, MAX).map_err(wrong)?;
    let key = user::login_key(&ask.identifier);
    // The network first: one that is refused must not use up what others may ask for
    services.limiter.take("letters", &ask.network, services.settings.limits.letters).await?;
    services.limiter.take(area, &key, quota).await?;
    let background = services.clone();
    services.tasks.start(async move {
        let services = background;
        let find = move |conn: &mut _| users::find_mail_target(conn, &key);
        let done = match services.db.read(find).await {
            Ok(Some(target)) if !target.disabled => work(services, target).await,
            Ok(_) => Ok(()),
            Err(error) => Err(Fault::Store(error)),
        };
        if let Err(error) = done {
            tracing::error!(%error, area, "a mail that was asked for could not be written");
        }
    });
    Ok(())
}

fn wrong(invalid: Invalid) -> AskError {
    AskError::Invalid(FieldErrors::one("identifier", invalid))
}
