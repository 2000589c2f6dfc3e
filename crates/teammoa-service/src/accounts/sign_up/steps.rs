//! The single steps of a sign-up.

use chrono::TimeDelta;
use teammoa_persistence::reservations::{self, NewReservation, ReservationId, Reserved};
use teammoa_persistence::users::{self, MailTarget, NewUser};
use teammoa_persistence::{Conn, Error as StoreError, TokenHash, Unique, activation_tokens};

use super::applicant::Applicant;
use super::{SignUpError, username_taken};
use crate::accounts::paths::{ACTIVATION_LIFETIME, activation_path};
use crate::mail::{Letter, Message, Recipient};
use crate::secrets::Token;
use crate::{Fault, Services};

/// How much longer than its mail a reservation lives: hashing may wait in line, and the last transaction too.
const MARGIN: TimeDelta = TimeDelta::minutes(2);

/// Where a sign-up stands after its first step: name and address are held for it.
pub(super) struct Place {
    pub(super) reservation: ReservationId,
    /// Whose the address is, if it has an account already.
    pub(super) owner: Option<MailTarget>,
}

/// Holds name and address, and looks whose the address is. A taken username is told first, whatever the address is, so
/// that the answer says nothing about the address.
pub(super) async fn reserve(services: &Services, applicant: &Applicant) -> Result<Place, SignUpError> {
    let now = services.now();
    let patience = TimeDelta::from_std(services.settings.smtp_timeout).unwrap_or(MARGIN);
    let (username_key, email_key) = (applicant.username.key(), applicant.email.key());
    let new =
        NewReservation { username_key, email_key, created_at: now, expires_at: now + patience + MARGIN };
    let work = move |conn: &mut Conn| match reservations::reserve(conn, &new, now)? {
        Reserved::Ok(reservation) => {
            let owner = users::find_by_email(conn, &new.email_key)?;
            Ok(Place { reservation, owner })
        }
        Reserved::UsernameTaken => Err(username_taken()),
        Reserved::EmailPending => Err(SignUpError::UnderWay),
    };
    services.db.write(work).await
}

/// Gives name and address free again. A failure is only logged: the reservation runs out by itself.
pub(super) async fn release(services: &Services, reservation: ReservationId) {
    let released = services.db.write(move |conn| reservations::release(conn, reservation)).await;
    if let Err(error) = released {
        tracing::warn!(%error, "a sign-up reservation is left until it runs out");
    }
}

/// The mail with the activation link.
pub(super) fn activation_mail(
    services: &Services,
    applicant: &Applicant,
    token: &Token,
) -> Result<Message, Fault> {
    let recipient = Recipient {
        to: applicant.email.as_str(),
        language: applicant.language,
        nickname: applicant.nickname.as_str(),
        username: applicant.username.as_str(),
        address: applicant.email.as_str(),
    };
    services.letter(Letter::Activation, &recipient, &activation_path(token))
}

/// The notice to somebody whose address was used for another sign-up.
pub(super) fn notice_mail(services: &Services, owner: &MailTarget) -> Result<Message, Fault> {
    services.letter(Letter::AlreadyRegistered, &owner.into(), "/accounts/login/")
}

/// Holds the username as long as an account that nobody activates would, so that asking for it again does not tell
/// whether the address had an account.
pub(super) async fn keep_name(services: &Services, reservation: ReservationId) -> Result<(), SignUpError> {
    let until = services.now() + ACTIVATION_LIFETIME;
    let kept = services.db.write(move |conn| reservations::keep_name(conn, reservation, until)).await?;
    if kept { Ok(()) } else { Err(SignUpError::UnderWay) }
}

/// Turns the reservation into an account with its activation token. Fails when the reservation ran out or somebody got
/// the name past it (an administrator on the command line): the link in the mail is dead then and says so.
pub(super) async fn create(
    services: &Services,
    applicant: Applicant,
    password_hash: String,
    (reservation, token): (ReservationId, TokenHash),
) -> Result<(), SignUpError> {
    let now = services.now();
    let new = NewUser {
        username: applicant.username,
        email: applicant.email,
        nickname: applicant.nickname,
        profile: applicant.profile,
        password_hash: Some(password_hash),
        language: applicant.language,
        is_staff: false,
        created_at: now,
        activated_at: None,
        activation_mailed_at: Some(now),
    };
    let work = move |conn: &mut Conn| {
        if !reservations::release(conn, reservation)? {
            return Err(SignUpError::UnderWay);
        }
        let user = users::insert(conn, &new).map_err(clash)?;
        activation_tokens::insert(conn, user, &token, now, now + ACTIVATION_LIFETIME)?;
        Ok(())
    };
    services.db.write(work).await
}

fn clash(error: StoreError) -> SignUpError {
    match error {
        StoreError::UniqueViolation(Unique::Username) => username_taken(),
        StoreError::UniqueViolation(Unique::Email) => SignUpError::UnderWay,
        other => other.into(),
    }
}
