//! Changes to an account.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::user::{Email, Nickname, Profile};
use teammoa_domain::{Language, UserId};

use crate::row::stored;
use crate::schema::users;
use crate::{Conn, Db, Error};

/// Activates an account; `false` when it is activated, disabled or deleted, or is not there.
pub fn activate(conn: &mut Conn, id: UserId, now: DateTime<Utc>) -> Result<bool, Error> {
    let dormant = users::table
        .find(id.get())
        .filter(users::activated_at.is_null())
        .filter(users::disabled_at.is_null())
        .filter(users::deleted_at.is_null());
    let changed = diesel::update(dormant).set(users::activated_at.eq(stored(now))).execute(conn)?;
    Ok(changed == 1)
}

/// Notes that an activation mail was handed over, so that the sweep counts from now; `false` when the account is
/// activated, disabled or deleted, or is not there.
pub fn mark_activation_mailed(conn: &mut Conn, id: UserId, now: DateTime<Utc>) -> Result<bool, Error> {
    let dormant = users::table
        .find(id.get())
        .filter(users::activated_at.is_null())
        .filter(users::disabled_at.is_null())
        .filter(users::deleted_at.is_null());
    let changed = diesel::update(dormant).set(users::activation_mailed_at.eq(stored(now))).execute(conn)?;
    Ok(changed == 1)
}

/// Locks an account; `false` when it is disabled or deleted, or is not there. Its sessions are found no more.
pub fn disable(conn: &mut Conn, id: UserId, now: DateTime<Utc>) -> Result<bool, Error> {
    let enabled =
        users::table.find(id.get()).filter(users::disabled_at.is_null()).filter(users::deleted_at.is_null());
    let changed = diesel::update(enabled).set(users::disabled_at.eq(stored(now))).execute(conn)?;
    Ok(changed == 1)
}

/// Stores the hash of a new password, or of the same one with better parameters; `false` when the account is not live.
pub fn set_password_hash(conn: &mut Conn, id: UserId, hash: &str) -> Result<bool, Error> {
    let live = users::table.find(id.get()).filter(users::deleted_at.is_null());
    let changed = diesel::update(live).set(users::password_hash.eq(hash)).execute(conn)?;
    Ok(changed == 1)
}

/// What a person changes of what others see of him; what is `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct ProfileChanges {
    /// The name that others see.
    pub nickname: Option<Nickname>,
    /// A few words.
    pub profile: Option<Profile>,
    /// The language of pages and mails.
    pub language: Option<Language>,
}

#[derive(AsChangeset)]
#[diesel(table_name = users)]
struct ChangedRow<'a> {
    nickname: Option<&'a str>,
    profile: Option<&'a str>,
    language: Option<&'a str>,
}

/// Writes only what changes, in one statement, so that two changes of different things don't undo each other; `false`
/// when the account is not live or nothing changes.
pub fn edit_profile(conn: &mut Conn, id: UserId, changes: &ProfileChanges) -> Result<bool, Error> {
    let row = ChangedRow {
        nickname: changes.nickname.as_ref().map(Nickname::as_str),
        profile: changes.profile.as_ref().map(Profile::as_str),
        language: changes.language.map(Language::tag),
    };
    if row.nickname.is_none() && row.profile.is_none() && row.language.is_none() {
        return Ok(false);
    }
    let live = users::table.find(id.get()).filter(users::deleted_at.is_null());
    Ok(diesel::update(live).set(&row).execute(conn)? == 1)
}

/// Changes the address of a person; `false` when the account is not live.
///
/// Fails with [`Error::UniqueViolation`] naming [`Email`](crate::Unique::Email) when another live account has it; the
/// transaction stays usable then.
pub fn set_email(conn: &mut Conn, id: UserId, email: &Email) -> Result<bool, Error> {
    let live = users::table.find(id.get()).filter(users::deleted_at.is_null());
    let change =
        diesel::update(live).set((users::email.eq(email.as_str()), users::email_key.eq(email.key())));
    Db::savepoint(conn, |conn| Ok(change.execute(conn)? == 1))
}

/// Notes a login.
pub fn record_login(conn: &mut Conn, id: UserId, now: DateTime<Utc>) -> Result<(), Error> {
    diesel::update(users::table.find(id.get())).set(users::last_login_at.eq(stored(now))).execute(conn)?;
    Ok(())
}

/// Remembers the language that a person wants to read.
pub fn set_language(conn: &mut Conn, id: UserId, language: Language) -> Result<(), Error> {
    diesel::update(users::table.find(id.get())).set(users::language.eq(language.tag())).execute(conn)?;
    Ok(())
}
