//! Looking accounts up. Only live ones are found.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::{Language, UserId};

use crate::counting::CountRows;
use crate::row::{Row, moment};
use crate::schema::users;
use crate::{Conn, Error};

/// Whether an account may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountState {
    /// The address was shown to be his.
    pub activated: bool,
    /// An admin has locked it.
    pub disabled: bool,
}

/// What a login is checked against.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The account.
    pub id: UserId,
    /// `None` for someone who signs in another way.
    pub password_hash: Option<String>,
    /// The name that others see.
    pub nickname: String,
    /// The language of the account.
    pub language: Language,
    /// Whether it may be used.
    pub state: AccountState,
}

#[derive(Queryable)]
struct CredentialsRow {
    id: i64,
    password_hash: Option<String>,
    nickname: String,
    language: String,
    activated_at: Option<NaiveDateTime>,
    disabled_at: Option<NaiveDateTime>,
}

/// The account that a folded login name means: an address when it has an `@`, else a username.
pub fn find_credentials(conn: &mut Conn, login_key: &str) -> Result<Option<Credentials>, Error> {
    let live = users::table.filter(users::deleted_at.is_null()).select((
        users::id,
        users::password_hash,
        users::nickname,
        users::language,
        users::activated_at,
        users::disabled_at,
    ));
    let row: Option<CredentialsRow> = if login_key.contains('@') {
        live.filter(users::email_key.eq(login_key)).first(conn).optional()
    } else {
        live.filter(users::username_key.eq(login_key)).first(conn).optional()
    }
    .counting_rows()?;
    row.map(Credentials::try_from).transpose()
}

impl TryFrom<CredentialsRow> for Credentials {
    type Error = Error;

    fn try_from(row: CredentialsRow) -> Result<Self, Error> {
        let of = Row::of("users", row.id);
        Ok(Self {
            id: row.id.into(),
            password_hash: row.password_hash,
            nickname: row.nickname,
            language: of.known("language", Language::from_tag(&row.language))?,
            state: AccountState {
                activated: row.activated_at.is_some(),
                disabled: row.disabled_at.is_some(),
            },
        })
    }
}

/// What the password of a live account is checked against; `Some(None)` for someone who signs in another way.
pub fn password_hash(conn: &mut Conn, id: UserId) -> Result<Option<Option<String>>, Error> {
    Ok(users::table
        .find(id.get())
        .filter(users::deleted_at.is_null())
        .select(users::password_hash)
        .first(conn)
        .optional()
        .counting_rows()?)
}

/// Whether a live account has this folded username.
pub fn username_is_taken(conn: &mut Conn, username_key: &str) -> Result<bool, Error> {
    let id: Option<i64> = users::table
        .filter(users::deleted_at.is_null())
        .filter(users::username_key.eq(username_key))
        .select(users::id)
        .first(conn)
        .optional()
        .counting_rows()?;
    Ok(id.is_some())
}

/// What a person sees of his own account.
#[derive(Debug, Clone)]
pub struct Account {
    /// The account.
    pub id: UserId,
    /// The name to log in with.
    pub username: String,
    /// The name that others see.
    pub nickname: String,
    /// The address for mail.
    pub email: String,
    /// What he says about himself.
    pub profile: String,
    /// The language of pages and mails.
    pub language: Language,
    /// Whether the admin area is open to him.
    pub is_staff: bool,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When he last logged in.
    pub last_login_at: Option<DateTime<Utc>>,
}

#[derive(Queryable)]
struct AccountRow {
    id: i64,
    username: String,
    nickname: String,
    email: String,
    profile: String,
    language: String,
    is_staff: bool,
    created_at: NaiveDateTime,
    last_login_at: Option<NaiveDateTime>,
}

/// A live account.
pub fn find(conn: &mut Conn, id: UserId) -> Result<Option<Account>, Error> {
    let row: Option<AccountRow> = users::table
        .find(id.get())
        .filter(users::deleted_at.is_null())
        .select((
            users::id,
            users::username,
            users::nickname,
            users::email,
            users::profile,
            users::language,
            users::is_staff,
            users::created_at,
            users::last_login_at,
        ))
        .first(conn)
        .optional()
        .counting_rows()?;
    row.map(Account::try_from).transpose()
}

impl TryFrom<AccountRow> for Account {
    type Error = Error;

    fn try_from(row: AccountRow) -> Result<Self, Error> {
        let of = Row::of("users", row.id);
        Ok(Self {
            id: row.id.into(),
            username: row.username,
            nickname: row.nickname,
            email: row.email,
            profile: row.profile,
            language: of.known("language", Language::from_tag(&row.language))?,
            is_staff: row.is_staff,
            created_at: moment(row.created_at),
            last_login_at: row.last_login_at.map(moment),
        })
    }
}
