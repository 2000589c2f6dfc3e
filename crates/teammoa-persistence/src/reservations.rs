//! Names and addresses that are held while the activation mail of a sign-up is on its way.
//!
//! The order that leaves no gap, also under PostgreSQL's READ COMMITTED: [`reserve`] first, and only then, in the next
//! statement of the same transaction, look for live accounts. Someone else's sign-up that finishes at this moment deletes
//! its reservation and makes its account in one transaction; `reserve` waits for that, and the next statement sees the
//! account. The transaction that makes the account calls [`release`] and gives up when the reservation is gone.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::counting::CountRows;
use crate::row::stored;
use crate::schema::sign_up_reservations as reservations;
use crate::{Conn, Db, Error, Unique, users};

/// A reservation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReservationId(i64);

/// What is to be held.
#[derive(Debug, Clone)]
pub struct NewReservation {
    /// The folded username.
    pub username_key: String,
    /// The folded address.
    pub email_key: String,
    /// When the sign-up began.
    pub created_at: DateTime<Utc>,
    /// When the name is free again although nobody gave it back.
    pub expires_at: DateTime<Utc>,
}

/// The answer to [`reserve`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reserved {
    /// Both are held now.
    Ok(ReservationId),
    /// Another sign-up holds the username (and perhaps the address).
    UsernameTaken,
    /// Another sign-up holds the address.
    EmailPending,
}

#[derive(Insertable)]
#[diesel(table_name = reservations)]
struct NewRow<'a> {
    username_key: &'a str,
    email_key: &'a str,
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
}

/// Holds a name and an address, unless another sign-up that has not expired holds one of them or a live account has the
/// name. Waits for other transactions that are about to take or to give back the same.
///
/// A taken username is told first, whatever the address is. Whether a live account has the address is for the caller to
/// look up next, because the answer must not be told to the one who signs up.
pub fn reserve(conn: &mut Conn, reservation: &NewReservation, now: DateTime<Utc>) -> Result<Reserved, Error> {
    delete_expired(conn, now)?;
    let reserved = match insert(conn, reservation) {
        Ok(id) => Reserved::Ok(id),
        Err(Error::UniqueViolation(Unique::ReservedUsername)) => Reserved::UsernameTaken,
        Err(Error::UniqueViolation(Unique::ReservedEmail)) => Reserved::EmailPending,
        Err(other) => return Err(other),
    };
    let key = &reservation.username_key;
    if reserved == Reserved::UsernameTaken || !users::username_is_taken(conn, key)? {
        // Which of two violated keys is named is up to the database.
        let both = reserved == Reserved::EmailPending && is_reserved(conn, key)?;
        return Ok(if both { Reserved::UsernameTaken } else { reserved });
    }
    if let Reserved::Ok(id) = reserved {
        release(conn, id)?;
    }
    Ok(Reserved::UsernameTaken)
}

fn insert(conn: &mut Conn, reservation: &NewReservation) -> Result<ReservationId, Error> {
    let row = NewRow {
        username_key: &reservation.username_key,
        email_key: &reservation.email_key,
        created_at: stored(reservation.created_at),
        expires_at: stored(reservation.expires_at),
    };
    Db::savepoint(conn, |conn| {
        let id: i64 = diesel::insert_into(reservations::table)
            .values(&row)
            .returning(reservations::id)
            .get_result(conn)?;
        Ok(ReservationId(id))
    })
}

fn is_reserved(conn: &mut Conn, username_key: &str) -> Result<bool, Error> {
    let id: Option<i64> = reservations::table
        .filter(reservations::username_key.eq(username_key))
        .select(reservations::id)
        .first(conn)
        .optional()
        .counting_rows()?;
    Ok(id.is_some())
}

/// Whether a sign-up holds this username at the moment.
pub fn holds_username(conn: &mut Conn, username_key: &str, now: DateTime<Utc>) -> Result<bool, Error> {
    let id: Option<i64> = reservations::table
        .filter(reservations::username_key.eq(username_key))
        .filter(reservations::expires_at.gt(stored(now)))
        .select(reservations::id)
        .first(conn)
        .optional()
        .counting_rows()?;
    Ok(id.is_some())
}

/// Gives a reservation back; `false` when it was gone already, and someone else may hold the name by now.
pub fn release(conn: &mut Conn, id: ReservationId) -> Result<bool, Error> {
    let deleted = diesel::delete(reservations::table.find(id.0)).execute(conn)?;
    Ok(deleted == 1)
}

/// Lets go of the address of a reservation and holds the name alone until `expires_at`; `false` when it was gone already.
///
/// For a sign-up with an address that has an account: to everybody else it must look like one that made an account.
pub fn keep_name(conn: &mut Conn, id: ReservationId, expires_at: DateTime<Utc>) -> Result<bool, Error> {
    // Every address has an `@`, so this key stands in nobody's way
    let no_address = format!("#{}", id.0);
    let kept = diesel::update(reservations::table.find(id.0))
        .set((reservations::email_key.eq(no_address), reservations::expires_at.eq(stored(expires_at))))
        .execute(conn)?;
    Ok(kept == 1)
}

/// Drops what nobody gave back in time, and returns how many that were.
pub fn delete_expired(conn: &mut Conn, now: DateTime<Utc>) -> Result<usize, Error> {
    let expired = reservations::table.filter(reservations::expires_at.le(stored(now)));
    Ok(diesel::delete(expired).execute(conn)?)
}
