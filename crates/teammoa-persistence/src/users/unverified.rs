//! Sign-ups that were never activated: they would keep a mistyped address, or someone else's name, for ever.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::UserId;

use crate::counting::CountRows;
use crate::row::{moment, stored};
use crate::schema::{activation_tokens, email_changes, password_resets, sessions, users};
use crate::{Conn, Error, dialect};

/// How many ids go into one statement: SQLite takes at most 32,766 values.
const BATCH: usize = 500;

/// A live account that was never activated.
#[derive(Debug, Clone)]
pub struct Unverified {
    /// The account.
    pub id: UserId,
    /// The name that it keeps from others.
    pub username: String,
    /// The address that it keeps from others.
    pub email: String,
    /// The name that others would see.
    pub nickname: String,
    /// What was written about the person.
    pub profile: String,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When the last activation mail was handed over.
    pub activation_mailed_at: Option<DateTime<Utc>>,
}

#[derive(Queryable)]
struct UnverifiedRow {
    id: i64,
    username: String,
    email: String,
    nickname: String,
    profile: String,
    created_at: NaiveDateTime,
    activation_mailed_at: Option<NaiveDateTime>,
}

/// Live accounts that are neither activated nor disabled by an admin and whose last activation mail (or, without one,
/// whose creation) lies before `mailed_before`; in the order of their ids, from behind `after` on, at most `limit`.
pub fn list_unverified(
    conn: &mut Conn,
    mailed_before: DateTime<Utc>,
    after: Option<UserId>,
    limit: i64,
) -> Result<Vec<Unverified>, Error> {
    let rows: Vec<UnverifiedRow> = users::table
        .filter(unverified(stored(mailed_before)))
        .filter(users::id.gt(after.map_or(0, UserId::get)))
        .order(users::id)
        .limit(limit)
        .select((
            users::id,
            users::username,
            users::email,
            users::nickname,
            users::profile,
            users::created_at,
            users::activation_mailed_at,
        ))
        .load(conn)
        .counting_rows()?;
    Ok(rows.into_iter().map(Unverified::from).collect())
}

/// What makes an account one of these.
#[diesel::dsl::auto_type]
fn unverified(mailed_before: NaiveDateTime) -> _ {
    let mailed = users::activation_mailed_at
        .is_not_null()
        .and(users::activation_mailed_at.assume_not_null().lt(mailed_before));
    let never_mailed = users::activation_mailed_at.is_null().and(users::created_at.lt(mailed_before));
    users::activated_at
        .is_null()
        .and(users::disabled_at.is_null())
        .and(users::deleted_at.is_null())
        .and(mailed.or(never_mailed))
}

impl From<UnverifiedRow> for Unverified {
    fn from(row: UnverifiedRow) -> Self {
        Self {
            id: row.id.into(),
            username: row.username,
            email: row.email,
            nickname: row.nickname,
            profile: row.profile,
            created_at: moment(row.created_at),
            activation_mailed_at: row.activation_mailed_at.map(moment),
        }
    }
}

/// Deletes those of the accounts that [`list_unverified`] would still list, and returns how many that were. Their rows
/// stay without anything personal, their links and sessions go, and their names and addresses are free again.
pub fn soft_delete_unverified(
    conn: &mut Conn,
    ids: &[UserId],
    mailed_before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<usize, Error> {
    let mut deleted = 0;
    for batch in ids.chunks(BATCH) {
        let batch: Vec<i64> = batch.iter().map(|id| id.get()).collect();
        let gone = anonymise(conn, &batch, stored(mailed_before), stored(now))?;
        delete_links_and_sessions(conn, &gone)?;
        deleted += gone.len();
    }
    Ok(deleted)
}

fn delete_links_and_sessions(conn: &mut Conn, users: &[i64]) -> Result<(), Error> {
    diesel::delete(activation_tokens::table.filter(activation_tokens::user_id.eq_any(users)))
        .execute(conn)?;
    diesel::delete(password_resets::table.filter(password_resets::user_id.eq_any(users))).execute(conn)?;
    diesel::delete(email_changes::table.filter(email_changes::user_id.eq_any(users))).execute(conn)?;
    diesel::delete(sessions::table.filter(sessions::user_id.eq_any(users))).execute(conn)?;
    Ok(())
}

fn anonymise(
    conn: &mut Conn,
    ids: &[i64],
    mailed_before: NaiveDateTime,
    now: NaiveDateTime,
) -> Result<Vec<i64>, Error> {
    let still_unverified = users::table.filter(users::id.eq_any(ids)).filter(unverified(mailed_before));
    let gone = diesel::update(still_unverified)
        .set((
            users::deleted_at.eq(now),
            users::username.eq(dialect::deleted_username()),
            users::username_key.eq(dialect::deleted_username()),
            users::email.eq(dialect::deleted_email()),
            users::email_key.eq(dialect::deleted_email()),
            users::nickname.eq(""),
            users::profile.eq(""),
            users::password_hash.eq(None::<String>),
        ))
        .returning(users::id)
        .get_results(conn)?;
    Ok(gone)
}
