//! What can go wrong in a database, sorted by what a caller can do about it.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind};

/// Why a database call failed. A missing row is never an error: lookups return `Option`.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database cannot be reached, or has no connection or lock to spare in time. Trying again later may help.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A value that must be unique is taken.
    #[error("already taken: {0:?}")]
    UniqueViolation(Unique),
    /// A row that is pointed to is not there, or one that is still pointed to was to be removed.
    #[error("a row that this one belongs to does not exist, or others still belong to it")]
    ForeignKey,
    /// Someone else changed the same rows at the same time; nothing was written. Trying again may help.
    #[error("the rows were changed by someone else at the same time")]
    Conflict,
    /// A stored value breaks the rules of the domain.
    #[error("the stored value of {table}.{column} in row {id} is not valid")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's id.
        id: i64,
    },
    /// Anything else: a mistake in a query, a full disk, a failed migration.
    #[error("the database failed: {0}")]
    Driver(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Which value was taken, where a caller wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unique {
    /// The username of a live account.
    Username,
    /// The address of a live account.
    Email,
    /// The username of a sign-up that is under way.
    ReservedUsername,
    /// The address of a sign-up that is under way.
    ReservedEmail,
    /// The invite code of a team.
    InviteCode,
    /// The person is a member of the team already.
    Membership,
    /// Another one, such as the hash of a random token.
    Other,
}

/// Each unique value with its index (PostgreSQL names it) and its columns (SQLite names those).
const UNIQUE_VALUES: [(Unique, &str, &str); 6] = [
    (Unique::Username, "users_username_key_live", "users.username_key"),
    (Unique::Email, "users_email_key_live", "users.email_key"),
    (Unique::ReservedUsername, "sign_up_reservations_username_key", "sign_up_reservations.username_key"),
    (Unique::ReservedEmail, "sign_up_reservations_email_key", "sign_up_reservations.email_key"),
    (Unique::InviteCode, "teams_invite_code", "teams.invite_code"),
    (Unique::Membership, "memberships_team_id_user_id", "memberships.team_id, memberships.user_id"),
];

impl Unique {
    /// SQLite says `UNIQUE constraint failed: table.column`, PostgreSQL gives the name of the index.
    fn of(information: &dyn DatabaseErrorInformation) -> Self {
        let columns = information.message().rsplit(": ").next();
        UNIQUE_VALUES
            .iter()
            .find(|(_, index, named)| match information.constraint_name() {
                Some(constraint) => constraint == *index,
                None => columns == Some(*named),
            })
            .map_or(Self::Other, |(unique, ..)| *unique)
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::Error as Diesel;
        match error {
            Diesel::DatabaseError(kind, information) => of_database(kind, information),
            other => Self::driver(other),
        }
    }
}

impl Error {
    pub(crate) fn driver(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Driver(source.into())
    }
}

type Information = Box<dyn DatabaseErrorInformation + Send + Sync>;

fn of_database(kind: DatabaseErrorKind, information: Information) -> Error {
    match kind {
        DatabaseErrorKind::UniqueViolation => Error::UniqueViolation(Unique::of(&*information)),
        DatabaseErrorKind::ForeignKeyViolation | DatabaseErrorKind::RestrictViolation => Error::ForeignKey,
        DatabaseErrorKind::SerializationFailure => Error::Conflict,
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => {
            Error::Unavailable(information.message().trim().to_owned())
        }
        _ => of_message(kind, information),
    }
}

/// What both drivers report without a kind of its own and can only be told by its words.
fn of_message(kind: DatabaseErrorKind, information: Information) -> Error {
    let message = information.message();
    if message.starts_with("database is locked") || message.starts_with("database table is locked") {
        Error::Unavailable(message.to_owned())
    } else if message.starts_with("deadlock detected") {
        Error::Conflict
    } else if message.starts_with("FOREIGN KEY constraint failed") {
        // SQLite reports a forbidden removal (ON DELETE RESTRICT) as the failure of a trigger.
        Error::ForeignKey
    } else {
        Error::driver(diesel::result::Error::DatabaseError(kind, information))
    }
}
