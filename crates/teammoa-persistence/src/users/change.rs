//! Changes to an account.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::{Language, UserId};

use crate::row::stored;
use crate::schema::users;
use crate::{Conn, Error};

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
