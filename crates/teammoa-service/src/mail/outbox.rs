//! Mails that leave after the answer: written in the transaction of their cause, handed over by a task.
//!
//! A mail is in the table until a mail server has taken it, so a crash loses none. It may be handed over twice, when the
//! server dies between the mail server's yes and the deletion; both copies have the same message id, by which mail
//! programs drop the second. Each mail is claimed by one server at a time.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use teammoa_persistence::mail_outbox::{self, NewOutboxMail, OutboxMail};
use teammoa_persistence::{Conn, Error as StoreError};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::{MailError, Message};
use crate::{Fault, Services};

/// How long to wait after each failed try. After the last one the mail is given up: about two days after it was written.
const PAUSES: [TimeDelta; 8] = [
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(15),
    TimeDelta::hours(1),
    TimeDelta::hours(4),
    TimeDelta::hours(8),
    TimeDelta::hours(12),
    TimeDelta::hours(24),
];
/// How often to look for mails that are due, when nobody says that there is a new one.
const LOOK_EVERY: Duration = Duration::from_secs(20);

/// Tells the task of this server that there is a new mail.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bell(Arc<Notify>);

/// What one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Drained {
    /// Handed over.
    pub sent: usize,
    /// To be tried again.
    pub postponed: usize,
    /// Dropped, with a line in the log.
    pub given_up: usize,
}

/// Writes a mail in the transaction of its cause. Call [`Services::ring`] after the commit.
pub(crate) fn push(conn: &mut Conn, message: &Message, now: DateTime<Utc>) -> Result<(), StoreError> {
    let mail = NewOutboxMail {
        message_id: message.id.clone(),
        recipient: message.to.clone(),
        subject: message.subject.clone(),
        text: message.text.clone(),
        html: message.html.clone(),
        created_at: now,
    };
    mail_outbox::push(conn, &mail).map(drop)
}

impl Services {
    /// Says that a mail was written, so that it leaves at once.
    pub(crate) fn ring(&self) {
        self.bell.0.notify_one();
    }
}

/// Hands over what is due, then mails as they come, until it is told to stop; then it finishes the one that it is at.
pub async fn run(services: &Services, stop: CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(error) = drain_until(services, &stop).await {
            tracing::error!(%error, "the mail outbox can't be read");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = services.bell.0.notified() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
}

/// Hands over all mails that are due now.
pub async fn drain(services: &Services) -> Result<Drained, Fault> {
    drain_until(services, &CancellationToken::new()).await
}

async fn drain_until(services: &Services, stop: &CancellationToken) -> Result<Drained, Fault> {
    let mut drained = Drained::default();
    while !stop.is_cancelled() {
        let Some(mail) = claim(services).await? else { break };
        hand_over(services, mail, &mut drained).await?;
    }
    Ok(drained)
}

/// Claims one mail, for longer than handing it over can take. One at a time, so that a server that is told to stop leaves
/// nothing claimed behind.
async fn claim(services: &Services) -> Result<Option<OutboxMail>, Fault> {
    let now = services.now();
    let one = TimeDelta::from_std(services.settings.smtp_timeout).unwrap_or(TimeDelta::minutes(1));
    let until = now + one + TimeDelta::minutes(1);
    let claim = move |conn: &mut Conn| mail_outbox::claim_due(conn, now, until, 1);
    Ok(services.db.write(claim).await.map_err(Fault::Store)?.pop())
}

async fn hand_over(services: &Services, mail: OutboxMail, drained: &mut Drained) -> Result<(), Fault> {
    let (id, attempts, message_id) = (mail.id, mail.attempts, mail.message_id.clone());
    let message = Message {
        id: mail.message_id,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
    };
    let outcome = services.mailer.send(&message).await;
    let next = outcome.as_ref().err().map(|error| (error.to_string(), pause(error, attempts)));
    let work = move |conn: &mut Conn, now: DateTime<Utc>| match next {
        Some((reason, Some(pause))) => mail_outbox::postpone(conn, id, now + pause, &reason),
        Some((_, None)) | None => mail_outbox::delete(conn, id),
    };
    match &outcome {
        Ok(()) => {
            drained.sent += 1;
            metrics::counter!("mail_outbox_sent_total").increment(1);
        }
        Err(error) if pause(error, attempts).is_some() => {
            drained.postponed += 1;
            metrics::counter!("mail_outbox_postponed_total").increment(1);
        }
        Err(error) => {
            drained.given_up += 1;
            metrics::counter!("mail_outbox_given_up_total").increment(1);
            tracing::error!(message_id, attempts, %error, "a mail is given up");
        }
    }
    let now = services.now();
    services.db.write(move |conn| work(conn, now)).await.map(drop).map_err(Fault::Store)
}

/// How long to wait after this failure; `None` when trying again is pointless.
fn pause(error: &MailError, attempts: i32) -> Option<TimeDelta> {
    match error {
        MailError::RecipientRefused(_why) => None,
        MailError::Failed(_why) => {
            let failed_before = usize::try_from(attempts).unwrap_or(usize::MAX).saturating_sub(1);
            PAUSES.get(failed_before).copied()
        }
    }
}
