//! The links with which a forgotten password is replaced. A person has one at most: only the newest works.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::{Language, UserId};

use crate::counting::CountRows;
use crate::row::{Row, moment, stored};
use crate::schema::{password_resets as resets, users};
use crate::{Conn, Error, TokenHash, dialect};

/// A link and the account whose password it replaces.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an independent fact, and the caller decides which of them make the link dead"
)]
pub struct PasswordReset {
    /// The account.
    pub user: UserId,
    /// The name to log in with.
    pub username: String,
    /// The name that others see.
    pub nickname: String,
    /// The address of the account.
    pub email: String,
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
    /// The address was shown to be the owner's.
    pub owner_activated: bool,
}

#[derive(Insertable)]
#[diesel(table_name = resets)]
pub(crate) struct NewReset<'a> {
    user_id: i64,
    token_hash: &'a [u8],
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
}

#[derive(Queryable)]
struct ResetRow {
    user_id: i64,
    expires_at: NaiveDateTime,
    used_at: Option<NaiveDateTime>,
    username: String,
    nickname: String,
    email: String,
    language: String,
    activated_at: Option<NaiveDateTime>,
    disabled_at: Option<NaiveDateTime>,
    deleted_at: Option<NaiveDateTime>,
}

/// Stores a link by the hash of its secret part. An earlier one of the same person is found no more.
pub fn insert(
    conn: &mut Conn,
    user: UserId,
    hash: &TokenHash,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), Error> {
    dialect::replace_password_reset(
        conn,
        &NewReset {
            user_id: user.get(),
            token_hash: hash,
            created_at: stored(created_at),
            expires_at: stored(expires_at),
        },
    )
}

/// The link with this hash, used or not, expired or not.
pub fn find(conn: &mut Conn, hash: &TokenHash) -> Result<Option<PasswordReset>, Error> {
    let row: Option<ResetRow> = resets::table
        .inner_join(users::table)
        .filter(resets::token_hash.eq(hash.as_slice()))
        .select((
            resets::user_id,
            resets::expires_at,
            resets::used_at,
            users::username,
            users::nickname,
            users::email,
            users::language,
            users::activated_at,
            users::disabled_at,
            users::deleted_at,
        ))
        .first(conn)
        .optional()
        .counting_rows()?;
    row.map(PasswordReset::try_from).transpose()
}

impl TryFrom<ResetRow> for PasswordReset {
    type Error = Error;

    fn try_from(row: ResetRow) -> Result<Self, Error> {
        let of = Row::of("users", row.user_id);
        Ok(Self {
            user: row.user_id.into(),
            username: row.username,
            nickname: row.nickname,
            email: row.email,
            language: of.known("language", Language::from_tag(&row.language))?,
            expires_at: moment(row.expires_at),
            used: row.used_at.is_some(),
            owner_disabled: row.disabled_at.is_some(),
            owner_deleted: row.deleted_at.is_some(),
            owner_activated: row.activated_at.is_some(),
        })
    }
}

/// Marks a link as used; `false` when it was used before or is not there. Of two that try at once, one gets `true`.
pub fn use_up(conn: &mut Conn, hash: &TokenHash, now: DateTime<Utc>) -> Result<bool, Error> {
    let unused =
        resets::table.filter(resets::token_hash.eq(hash.as_slice())).filter(resets::used_at.is_null());
    let changed = diesel::update(unused).set(resets::used_at.eq(stored(now))).execute(conn)?;
    Ok(changed == 1)
}

/// Drops a person's link, used or not; `false` when he had none.
pub fn delete_for_user(conn: &mut Conn, user: UserId) -> Result<bool, Error> {
    let of_user = resets::table.filter(resets::user_id.eq(user.get()));
    Ok(diesel::delete(of_user).execute(conn)? == 1)
}
