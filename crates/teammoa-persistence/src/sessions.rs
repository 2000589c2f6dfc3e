//! Signed-in browsers.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::{Language, SessionId, UserId};

use crate::counting::CountRows;
use crate::row::{Row, moment, stored};
use crate::schema::{sessions, users};
use crate::{Conn, Error, TokenHash};

/// A session that begins.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The hash of what the cookie holds.
    pub token_hash: TokenHash,
    /// Who signed in.
    pub user: UserId,
    /// When he did.
    pub created_at: DateTime<Utc>,
    /// When he was last there.
    pub last_seen_at: DateTime<Utc>,
    /// When the session ends if he does not come back.
    pub expires_at: DateTime<Utc>,
    /// What the browser calls itself, for the list of his sessions.
    pub user_agent: String,
    /// The address that he came from, for the same list.
    pub address: String,
}

/// A session that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionRow {
    /// The session.
    pub id: SessionId,
    /// When the person was last there, not exact to the request.
    pub last_seen_at: DateTime<Utc>,
    /// When he signed in.
    pub created_at: DateTime<Utc>,
}

/// Whose session it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub id: UserId,
    /// The name to log in with.
    pub username: String,
    /// The name that others see.
    pub nickname: String,
    /// The language of pages and mails.
    pub language: Language,
    /// Whether the admin area is open to him.
    pub is_staff: bool,
}

/// A session as its person sees it in the list of his own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionInfo {
    /// The session.
    pub id: SessionId,
    /// What the browser calls itself.
    pub user_agent: String,
    /// The address that he came from when he signed in.
    pub address: String,
    /// When he signed in.
    pub created_at: DateTime<Utc>,
    /// When he was last there, not exact to the request.
    pub last_seen_at: DateTime<Utc>,
}

#[derive(Insertable)]
#[diesel(table_name = sessions)]
struct NewRow<'a> {
    token_hash: &'a [u8],
    user_id: i64,
    created_at: NaiveDateTime,
    last_seen_at: NaiveDateTime,
    expires_at: NaiveDateTime,
    user_agent: &'a str,
    address: &'a str,
}

#[derive(Queryable)]
struct FoundRow {
    id: i64,
    last_seen_at: NaiveDateTime,
    created_at: NaiveDateTime,
    user_id: i64,
    username: String,
    nickname: String,
    language: String,
    is_staff: bool,
}

#[derive(Queryable)]
struct ListedRow {
    id: i64,
    user_agent: String,
    address: String,
    created_at: NaiveDateTime,
    last_seen_at: NaiveDateTime,
}

/// Begins a session.
pub fn insert(conn: &mut Conn, session: &NewSession) -> Result<SessionId, Error> {
    let row = NewRow {
        token_hash: &session.token_hash,
        user_id: session.user.get(),
        created_at: stored(session.created_at),
        last_seen_at: stored(session.last_seen_at),
        expires_at: stored(session.expires_at),
        user_agent: &session.user_agent,
        address: &session.address,
    };
    let id: i64 =
        diesel::insert_into(sessions::table).values(&row).returning(sessions::id).get_result(conn)?;
    Ok(id.into())
}

/// The session with this hash and its person, in one query; `None` when it has expired or the account is disabled or
/// deleted.
pub fn find_with_person(
    conn: &mut Conn,
    hash: &TokenHash,
    now: DateTime<Utc>,
) -> Result<Option<(SessionRow, Person)>, Error> {
    let row: Option<FoundRow> = sessions::table
        .inner_join(users::table)
        .filter(sessions::token_hash.eq(hash.as_slice()))
        .filter(sessions::expires_at.gt(stored(now)))
        .filter(users::disabled_at.is_null())
        .filter(users::deleted_at.is_null())
        .select((
            sessions::id,
            sessions::last_seen_at,
            sessions::created_at,
            users::id,
            users::username,
            users::nickname,
            users::language,
            users::is_staff,
        ))
        .first(conn)
        .optional()
        .counting_rows()?;
    row.map(found).transpose()
}

fn found(row: FoundRow) -> Result<(SessionRow, Person), Error> {
    let of = Row::of("users", row.user_id);
    let session = SessionRow {
        id: row.id.into(),
        last_seen_at: moment(row.last_seen_at),
        created_at: moment(row.created_at),
    };
    let person = Person {
        id: row.user_id.into(),
        username: row.username,
        nickname: row.nickname,
        language: of.known("language", Language::from_tag(&row.language))?,
        is_staff: row.is_staff,
    };
    Ok((session, person))
}

/// A person's sessions that have not expired, what was used last first, at most `limit`.
pub fn list_for_user(
    conn: &mut Conn,
    user: UserId,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<SessionInfo>, Error> {
    let rows: Vec<ListedRow> = sessions::table
        .filter(sessions::user_id.eq(user.get()))
        .filter(sessions::expires_at.gt(stored(now)))
        .order((sessions::last_seen_at.desc(), sessions::id.desc()))
        .limit(limit)
        .select((
            sessions::id,
            sessions::user_agent,
            sessions::address,
            sessions::created_at,
            sessions::last_seen_at,
        ))
        .load(conn)
        .counting_rows()?;
    Ok(rows.into_iter().map(SessionInfo::from).collect())
}

impl From<ListedRow> for SessionInfo {
    fn from(row: ListedRow) -> Self {
        Self {
            id: row.id.into(),
            user_agent: row.user_agent,
            address: row.address,
            created_at: moment(row.created_at),
            last_seen_at: moment(row.last_seen_at),
        }
    }
}

/// Notes that the person was there; `false` when the session is gone. Time never runs backwards for it, whichever of
/// two requests comes last.
pub fn touch(
    conn: &mut Conn,
    id: SessionId,
    last_seen_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<bool, Error> {
    let seen = stored(last_seen_at);
    let older = sessions::table.find(id.get()).filter(sessions::last_seen_at.le(seen));
    let changed = diesel::update(older)
        .set((sessions::last_seen_at.eq(seen), sessions::expires_at.eq(stored(expires_at))))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Ends the session with this hash; `false` when there was none.
pub fn delete(conn: &mut Conn, hash: &TokenHash) -> Result<bool, Error> {
    let session = sessions::table.filter(sessions::token_hash.eq(hash.as_slice()));
    Ok(diesel::delete(session).execute(conn)? == 1)
}

/// Ends one of a person's own sessions; `false` when it is not there or not his.
pub fn delete_by_id(conn: &mut Conn, user: UserId, id: SessionId) -> Result<bool, Error> {
    let own = sessions::table.find(id.get()).filter(sessions::user_id.eq(user.get()));
    Ok(diesel::delete(own).execute(conn)? == 1)
}

/// Ends a person's sessions, all but one if one is named, and returns how many that were.
pub fn delete_for_user(conn: &mut Conn, user: UserId, except: Option<SessionId>) -> Result<usize, Error> {
    let of_user = sessions::table.filter(sessions::user_id.eq(user.get()));
    let deleted = match except {
        Some(kept) => diesel::delete(of_user.filter(sessions::id.ne(kept.get()))).execute(conn)?,
        None => diesel::delete(of_user).execute(conn)?,
    };
    Ok(deleted)
}

/// Drops expired sessions, and returns how many that were.
pub fn delete_expired(conn: &mut Conn, now: DateTime<Utc>) -> Result<usize, Error> {
    let expired = sessions::table.filter(sessions::expires_at.le(stored(now)));
    Ok(diesel::delete(expired).execute(conn)?)
}
