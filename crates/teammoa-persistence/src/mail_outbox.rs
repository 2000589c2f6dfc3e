//! Mails that are written in the transaction of their cause and sent after it.
//!
//! A mail is claimed for a while, sent outside of any transaction, and then deleted or postponed. Whoever dies in between
//! leaves it to the next one when the claim ends, so a mail may be sent twice but is never lost. Both times it has the same
//! message id, by which the recipient's side can tell.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::row::{moment, stored};
use crate::schema::mail_outbox as outbox;
use crate::{Conn, Error, dialect};

/// A mail that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OutboxMailId(i64);

/// A mail that is to be sent.
#[derive(Debug, Clone)]
pub struct NewOutboxMail {
    /// Its `Message-ID`; while it waits, another mail with the same one is not taken.
    pub message_id: String,
    /// The address of the recipient.
    pub recipient: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// When it was written; it is due at once.
    pub created_at: DateTime<Utc>,
}

/// A mail that was claimed for sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxMail {
    /// The mail.
    pub id: OutboxMailId,
    /// Its `Message-ID`, the same at every attempt.
    pub message_id: String,
    /// The address of the recipient.
    pub recipient: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// How often it was claimed, this time included.
    pub attempts: i32,
}

#[derive(Queryable)]
struct MailRow {
    id: i64,
    message_id: String,
    recipient: String,
    subject: String,
    text_body: String,
    html_body: String,
    created_at: NaiveDateTime,
    attempts: i32,
}

#[derive(Insertable)]
#[diesel(table_name = outbox)]
pub(crate) struct NewMail<'a> {
    message_id: &'a str,
    recipient: &'a str,
    subject: &'a str,
    text_body: &'a str,
    html_body: &'a str,
    created_at: NaiveDateTime,
    next_attempt_at: NaiveDateTime,
}

/// Writes a mail for sending after the commit; `None` when one with its message id waits already.
pub fn push(conn: &mut Conn, mail: &NewOutboxMail) -> Result<Option<OutboxMailId>, Error> {
    let written = stored(mail.created_at);
    let row = NewMail {
        message_id: &mail.message_id,
        recipient: &mail.recipient,
        subject: &mail.subject,
        text_body: &mail.text,
        html_body: &mail.html,
        created_at: written,
        next_attempt_at: written,
    };
    Ok(dialect::insert_mail_once(conn, &row)?.map(OutboxMailId))
}

/// Claims up to `limit` mails that are due, so that no one else gets them before `claimed_until`.
pub fn claim_due(
    conn: &mut Conn,
    now: DateTime<Utc>,
    claimed_until: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<OutboxMail>, Error> {
    let (inner, due_at) = (diesel::alias!(outbox as due), stored(now));
    let due = inner
        .filter(inner.field(outbox::next_attempt_at).le(due_at))
        .order((inner.field(outbox::next_attempt_at), inner.field(outbox::id)))
        .limit(i64::from(limit))
        .select(inner.field(outbox::id));
    // Asked twice: on PostgreSQL the rows may have been claimed between the inner query and the lock.
    let still_due = outbox::table.filter(outbox::id.eq_any(due)).filter(outbox::next_attempt_at.le(due_at));
    let mut rows: Vec<MailRow> = diesel::update(still_due)
        .set((outbox::next_attempt_at.eq(stored(claimed_until)), outbox::attempts.eq(outbox::attempts + 1)))
        .returning((
            outbox::id,
            outbox::message_id,
            outbox::recipient,
            outbox::subject,
            outbox::text_body,
            outbox::html_body,
            outbox::created_at,
            outbox::attempts,
        ))
        .get_results(conn)?;
    rows.sort_by_key(|row| row.id);
    Ok(rows.into_iter().map(OutboxMail::from).collect())
}

impl From<MailRow> for OutboxMail {
    fn from(row: MailRow) -> Self {
        Self {
            id: OutboxMailId(row.id),
            message_id: row.message_id,
            recipient: row.recipient,
            subject: row.subject,
            text: row.text_body,
            html: row.html_body,
            created_at: moment(row.created_at),
            attempts: row.attempts,
        }
    }
}

/// Drops a mail that was handed over, or is given up; `false` when it was gone.
pub fn delete(conn: &mut Conn, id: OutboxMailId) -> Result<bool, Error> {
    Ok(diesel::delete(outbox::table.find(id.0)).execute(conn)? == 1)
}

/// Notes why a mail could not be handed over and when to try again; `false` when it was gone.
pub fn postpone(
    conn: &mut Conn,
    id: OutboxMailId,
    next_attempt_at: DateTime<Utc>,
    error: &str,
) -> Result<bool, Error> {
    let changed = diesel::update(outbox::table.find(id.0))
        .set((outbox::next_attempt_at.eq(stored(next_attempt_at)), outbox::last_error.eq(error)))
        .execute(conn)?;
    Ok(changed == 1)
}
