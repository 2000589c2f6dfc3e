//! Accounts that a mail is to be written to.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use teammoa_domain::{Language, UserId};

use crate::counting::CountRows;
use crate::row::Row;
use crate::schema::users;
use crate::{Conn, Error};

/// What a mail to a person needs, and whether he may get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailTarget {
    /// The account.
    pub id: UserId,
    /// The name to log in with.
    pub username: String,
    /// The address as its owner wrote it.
    pub email: String,
    /// The name that others see.
    pub nickname: String,
    /// The language to write to him in.
    pub language: Language,
    /// The address was shown to be his.
    pub activated: bool,
    /// An admin has locked the account.
    pub disabled: bool,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct TargetRow {
    id: i64,
    username: String,
    email: String,
    nickname: String,
    language: String,
    activated_at: Option<NaiveDateTime>,
    disabled_at: Option<NaiveDateTime>,
}

/// The live account that a folded login name means: an address when it has an `@`, else a username.
pub fn find_mail_target(conn: &mut Conn, login_key: &str) -> Result<Option<MailTarget>, Error> {
    let live = users::table.filter(users::deleted_at.is_null()).select(TargetRow::as_select());
    let row = if login_key.contains('@') {
        live.filter(users::email_key.eq(login_key)).first(conn).optional()
    } else {
        live.filter(users::username_key.eq(login_key)).first(conn).optional()
    }
    .counting_rows()?;
    row.map(MailTarget::try_from).transpose()
}

/// The live account with this folded address.
pub fn find_by_email(conn: &mut Conn, email_key: &str) -> Result<Option<MailTarget>, Error> {
    let row = users::table
        .filter(users::deleted_at.is_null())
        .filter(users::email_key.eq(email_key))
        .select(TargetRow::as_select())
        .first(conn)
        .optional()
        .counting_rows()?;
    row.map(MailTarget::try_from).transpose()
}

/// The live account with this id.
pub fn find_mail_target_by_id(conn: &mut Conn, id: UserId) -> Result<Option<MailTarget>, Error> {
    let row = users::table
        .find(id.get())
        .filter(users::deleted_at.is_null())
        .select(TargetRow::as_select())
        .first(conn)
        .optional()
        .counting_rows()?;
    row.map(MailTarget::try_from).transpose()
}

impl TryFrom<TargetRow> for MailTarget {
    type Error = Error;

    fn try_from(row: TargetRow) -> Result<Self, Error> {
        let of = Row::of("users", row.id);
        Ok(Self {
            id: row.id.into(),
            username: row.username,
            email: row.email,
            nickname: row.nickname,
            language: of.known("language", Language::from_tag(&row.language))?,
            activated: row.activated_at.is_some(),
            disabled: row.disabled_at.is_some(),
        })
    }
}
