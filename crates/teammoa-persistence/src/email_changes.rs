//! The links that confirm a new address. A person has one at most: what he asked for last.
//!
//! The new address is not held for him: whether someone else has it by then, `users::set_email` finds out.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::user::Email;
use teammoa_domain::{Language, UserId};

use crate::counting::CountRows;
use crate::row::{Row, moment, stored};
use crate::schema::{email_changes as changes, users};
use crate::{Conn, Error, TokenHash, dialect};

/// A link and the account whose address it changes.
#[derive(Debug, Clone)]
pub struct EmailChange {
    /// The account.
    pub user: UserId,
    /// The name to log in with.
    pub username: String,
    /// The name that others see.
    pub nickname: String,
    /// The address of the account as it is now.
    pub old_email: String,
    /// The address that the link was sent to.
    pub new_email: String,
    /// The language of the account.
    pub language: Language,
    /// When the link dies of age.
    pub expires_at: DateTime<Utc>,
    /// It was used.
    pub used: bool,
    /// An admin has locked the account.
    pub owner_disabled: bool,
    /// The account was deleted.
    pub owner_deleted: bool,
}

#[derive(Insertable)]
#[diesel(table_name = changes)]
pub(crate) struct NewChange<'a> {
    user_id: i64,
    new_email: &'a str,
    new_email_key: String,
    token_hash: &'a [u8],
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
}

#[derive(Queryable)]
struct ChangeRow {
    user_id: i64,
    new_email: String,
    expires_at: NaiveDateTime,
    used_at: Option<NaiveDateTime>,
    username: String,
    nickname: String,
    email: String,
    language: String,
    disabled_at: Option<NaiveDateTime>,
    deleted_at: Option<NaiveDateTime>,
}

/// Stores a link by the hash of its secret part. An earlier one of the same person is found no more.
#[expect(clippy::too_many_arguments, reason = "the same as for the other links, and the address")]
pub fn insert(
    conn: &mut Conn,
    user: UserId,
    new_email: &Email,
    hash: &TokenHash,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), Error> {
    dialect::replace_email_change(
        conn,
        &NewChange {
            user_id: user.get(),
            new_email: new_email.as_str(),
            new_email_key: new_email.key(),
            token_hash: hash,
            created_at: stored(created_at),
            expires_at: stored(expires_at),
        },
    )
}

/// The link with this hash, used or not, expired or not.
pub fn find(conn: &mut Conn, hash: &TokenHash) -> Result<Option<EmailChange>, Error> {
    let row: Option<ChangeRow> = changes::table
        .inner_join(users::table)
        .filter(changes::token_hash.eq(hash.as_slice()))
        .select((
            changes::user_id,
            changes::new_email,
            changes::expires_at,
            changes::used_at,
            users::username,
            users::nickname,
            users::email,
            users::language,
            users::disabled_at,
            users::deleted_at,
        ))
        .first(conn)
        .optional()
        .counting_rows()?;
    row.map(EmailChange::try_from).transpose()
}

impl TryFrom<ChangeRow> for EmailChange {
    type Error = Error;

    fn try_from(row: ChangeRow) -> Result<Self, Error> {
        let of = Row::of("users", row.user_id);
        Ok(Self {
            user: row.user_id.into(),
            username: row.username,
            nickname: row.nickname,
            old_email: row.email,
            new_email: row.new_email,
            language: of.known("language", Language::from_tag(&row.language))?,
            expires_at: moment(row.expires_at),
            used: row.used_at.is_some(),
            owner_disabled: row.disabled_at.is_some(),
            owner_deleted: row.deleted_at.is_some(),
        })
    }
}

/// The address that a person asked for and can still confirm.
pub fn find_pending(conn: &mut Conn, user: UserId, now: DateTime<Utc>) -> Result<Option<String>, Error> {
    Ok(changes::table
        .filter(changes::user_id.eq(user.get()))
        .filter(changes::used_at.is_null())
        .filter(changes::expires_at.gt(stored(now)))
        .select(changes::new_email)
        .first(conn)
        .optional()
        .counting_rows()?)
}

/// Marks a link as used; `false` when it was used before or is not there. Of two that try at once, one gets `true`.
pub fn use_up(conn: &mut Conn, hash: &TokenHash, now: DateTime<Utc>) -> Result<bool, Error> {
    let unused =
        changes::table.filter(changes::token_hash.eq(hash.as_slice())).filter(changes::used_at.is_null());
    let changed = diesel::update(unused).set(changes::used_at.eq(stored(now))).execute(conn)?;
    Ok(changed == 1)
}

/// Drops a person's link, used or not; `false` when he had none.
pub fn delete_for_user(conn: &mut Conn, user: UserId) -> Result<bool, Error> {
    let of_user = changes::table.filter(changes::user_id.eq(user.get()));
    Ok(diesel::delete(of_user).execute(conn)? == 1)
}
