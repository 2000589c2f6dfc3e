//! Another password for somebody who is signed in.

use teammoa_domain::{FieldErrors, Invalid, SessionId, UserId};
use teammoa_persistence::{Conn, Error as StoreError, email_changes, password_resets, sessions, users};

use super::new_password::{self, NewPassword};
use super::owner;
use crate::limit::Exceeded;
use crate::mail::{Letter, outbox};
use crate::{Fault, Services};

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct ChangePassword {
    /// The password so far.
    pub old: String,
    /// The new one, twice.
    pub new: NewPassword,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// Something was typed that can't be; a wrong password so far is a mismatch of its field.
    #[error("some values can't be used")]
    Invalid(FieldErrors),
    /// The password so far was wrong too often.
    #[error(transparent)]
    TooMany(#[from] Exceeded),
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

/// Sets a new password and ends all other sessions of the person. A notice goes to his address.
pub async fn change_password(
    services: &Services,
    (user, session): (UserId, SessionId),
    command: &ChangePassword,
) -> Result<(), ChangeError> {
    let person = owner::find(services, user).await?;
    let mut errors = FieldErrors::new();
    let personal = [person.username.as_str(), &person.email, &person.nickname];
    let password = new_password::check(&command.new, &personal, &mut errors);
    if !owner::has_password(services, user, &command.old).await? {
        errors
            .push("old_password", if command.old.is_empty() { Invalid::Required } else { Invalid::Mismatch });
    }
    let (Some(password), true) = (password, errors.is_empty()) else {
        return Err(ChangeError::Invalid(errors));
    };
    let hash = services.hasher.hash(password.expose()).await?;
    let notice = services.letter(Letter::PasswordChanged, &(&person).into(), "/accounts/password/forgot/")?;
    let now = services.now();
    let work = move |conn: &mut Conn| {
        users::set_password_hash(conn, user, &hash)?;
        sessions::delete_for_user(conn, user, Some(session))?;
        password_resets::delete_for_user(conn, user)?;
        email_changes::delete_for_user(conn, user)?;
        outbox::push(conn, &notice, now)
    };
    services.db.write(work).await?;
    services.ring();
    Ok(())
}
