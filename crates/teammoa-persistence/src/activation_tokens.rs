//! The links in activation mails.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::{Language, UserId};

use crate::counting::CountRows;
use crate::row::{Row, moment, stored};
use crate::schema::{activation_tokens as tokens, users};
use crate::{Conn, Error, TokenHash};

/// A link and the account that it activates.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an independent fact, and any of them makes the link dead"
)]
pub struct ActivationToken {
    /// The account.
    pub user: UserId,
    /// When the link dies of age.
    pub expires_at: DateTime<Utc>,
    /// It was used.
    pub used: bool,
    /// The account is active already.
    pub owner_activated: bool,
    /// An admin has locked the account.
    pub owner_disabled: bool,
    /// The account was deleted.
    pub owner_deleted: bool,
    /// The name to log in with.
    pub username: String,
    /// The name that others see.
    pub nickname: String,
    /// The language of the account.
    pub language: Language,
}

#[derive(Queryable)]
struct TokenRow {
    user_id: i64,
    expires_at: NaiveDateTime,
    used_at: Option<NaiveDateTime>,
    activated_at: Option<NaiveDateTime>,
    disabled_at: Option<NaiveDateTime>,
    deleted_at: Option<NaiveDateTime>,
    username: String,
    nickname: String,
    language: String,
}

/// Stores a link by the hash of its secret part.
pub fn insert(
    conn: &mut Conn,
    user: UserId,
    hash: &TokenHash,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), Error> {
    diesel::insert_into(tokens::table)
        .values((
            tokens::user_id.eq(user.get()),
            tokens::token_hash.eq(hash.as_slice()),
            tokens::created_at.eq(stored(created_at)),
            tokens::expires_at.eq(stored(expires_at)),
        ))
        .execute(conn)?;
    Ok(())
}

/// The link with this hash, used or not, expired or not.
pub fn find(conn: &mut Conn, hash: &TokenHash) -> Result<Option<ActivationToken>, Error> {
    let row: Option<TokenRow> = tokens::table
        .inner_join(users::table)
        .filter(tokens::token_hash.eq(hash.as_slice()))
        .select((
            tokens::user_id,
            tokens::expires_at,
            tokens::used_at,
            users::activated_at,
            users::disabled_at,
            users::deleted_at,
            users::username,
            users::nickname,
            users::language,
        ))
        .first(conn)
        .optional()
        .counting_rows()?;
    row.map(ActivationToken::try_from).transpose()
}

impl TryFrom<TokenRow> for ActivationToken {
    type Error = Error;

    fn try_from(row: TokenRow) -> Result<Self, Error> {
        let of = Row::of("users", row.user_id);
        Ok(Self {
            user: row.user_id.into(),
            expires_at: moment(row.expires_at),
            used: row.used_at.is_some(),
            owner_activated: row.activated_at.is_some(),
            owner_disabled: row.disabled_at.is_some(),
            owner_deleted: row.deleted_at.is_some(),
            username: row.username,
            nickname: row.nickname,
            language: of.known("language", Language::from_tag(&row.language))?,
        })
    }
}

/// Marks a link as used; `false` when it was used before or is not there. Of two that try at once, one gets `true`.
pub fn use_up(conn: &mut Conn, hash: &TokenHash, now: DateTime<Utc>) -> Result<bool, Error> {
    let unused =
        tokens::table.filter(tokens::token_hash.eq(hash.as_slice())).filter(tokens::used_at.is_null());
    let changed = diesel::update(unused).set(tokens::used_at.eq(stored(now))).execute(conn)?;
    Ok(changed == 1)
}
