//! Whether a username is free. Addresses can't be asked for.

use teammoa_domain::user::Username;
use teammoa_domain::{FieldErrors, Invalid};
use teammoa_persistence::{Conn, Error as StoreError, reservations, users};

use super::change_password::ChangeError;
use crate::Services;

/// Why a username can't be had; `None` when it can. A name that a sign-up holds at the moment is taken.
pub async fn username_problem(
    services: &Services,
    typed: &str,
    network: &str,
) -> Result<Option<Invalid>, ChangeError> {
    services.limiter.take("availability", network, services.settings.limits.availability).await?;
    let username = match Username::parse(typed) {
        Ok(username) => username,
        Err(Invalid::Required) => {
            return Err(ChangeError::Invalid(FieldErrors::one("username", Invalid::Required)));
        }
        Err(invalid) => return Ok(Some(invalid)),
    };
    let (key, now) = (username.key(), services.now());
    let work = move |conn: &mut Conn| {
        Ok::<_, StoreError>(
            users::username_is_taken(conn, &key)? || reservations::holds_username(conn, &key, now)?,
        )
    };
    let taken = services.db.read(work).await?;
    Ok(taken.then_some(Invalid::Taken))
}
