//! New accounts.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::user::{Email, Nickname, Profile, Username};
use teammoa_domain::{Language, UserId};

use super::find::username_is_taken;
use crate::row::stored;
use crate::schema::users;
use crate::{Conn, Db, Error, Unique};

/// An account that is to be made.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// The name to log in with.
    pub username: Username,
    /// The address for mail.
    pub email: Email,
    /// The name that others see.
    pub nickname: Nickname,
    /// What the person says about himself.
    pub profile: Profile,
    /// `None` for someone who signs in another way.
    pub password_hash: Option<String>,
    /// The language of pages and mails.
    pub language: Language,
    /// Whether the admin area is open to him.
    pub is_staff: bool,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When the address was shown to be his; `None` until then.
    pub activated_at: Option<DateTime<Utc>>,
    /// When the last activation mail was handed over; unverified accounts are swept counting from then.
    pub activation_mailed_at: Option<DateTime<Utc>>,
}

#[derive(Insertable)]
#[diesel(table_name = users)]
struct NewRow<'a> {
    username: &'a str,
    username_key: String,
    email: &'a str,
    email_key: String,
    nickname: &'a str,
    profile: &'a str,
    password_hash: Option<&'a str>,
    language: &'a str,
    is_staff: bool,
    created_at: NaiveDateTime,
    activated_at: Option<NaiveDateTime>,
    activation_mailed_at: Option<NaiveDateTime>,
}

/// Makes an account and returns its id.
///
/// Fails with [`Error::UniqueViolation`] naming [`Username`](crate::Unique::Username) or
/// [`Email`](crate::Unique::Email) when a live account has it, the username when both are taken; the transaction stays
/// usable then.
pub fn insert(conn: &mut Conn, user: &NewUser) -> Result<UserId, Error> {
    let row = NewRow {
        username: user.username.as_str(),
        username_key: user.username.key(),
        email: user.email.as_str(),
        email_key: user.email.key(),
        nickname: user.nickname.as_str(),
        profile: user.profile.as_str(),
        password_hash: user.password_hash.as_deref(),
        language: user.language.tag(),
        is_staff: user.is_staff,
        created_at: stored(user.created_at),
        activated_at: user.activated_at.map(stored),
        activation_mailed_at: user.activation_mailed_at.map(stored),
    };
    let inserted = Db::savepoint(conn, |conn| {
        let id: i64 = diesel::insert_into(users::table).values(&row).returning(users::id).get_result(conn)?;
        Ok(UserId::from(id))
    });
    match inserted {
        // Which of two violated keys is named is up to the database.
        Err(Error::UniqueViolation(Unique::Email)) if username_is_taken(conn, &row.username_key)? => {
            Err(Error::UniqueViolation(Unique::Username))
        }
        other => other,
    }
}
