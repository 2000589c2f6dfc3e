//! Another address: asked for by its owner, proved by a link that goes there.

use teammoa_domain::user::Email;
use teammoa_domain::{FieldErrors, Invalid, UserId};
use teammoa_persistence::email_changes::{self, EmailChange as Row};
use teammoa_persistence::users::{self, MailTarget};
use teammoa_persistence::{Conn, Error as StoreError, Unique};

use super::change_password::ChangeError;
use super::owner;
use super::paths::{EMAIL_CHANGE_LIFETIME, email_change_path};
use crate::mail::{Letter, Message, Recipient, outbox};
use crate::secrets::{Token, TokenHash};
use crate::{Fault, Services};

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct ChangeEmail {
    /// The new address.
    pub email: String,
    /// The password.
    pub password: String,
}

/// A link that proves a new address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailChange {
    /// The new address.
    pub address: String,
}

/// Why no address was changed.
#[derive(Debug, thiserror::Error)]
pub enum ConfirmError {
    /// The link is unknown, used, older than a day or replaced by a newer one, its account is disabled or deleted, or
    /// the address got an account meanwhile.
    #[error("the link is dead")]
    Dead,
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ConfirmError {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

/// Sends a link to the new address; the account keeps the old one until it is pressed. Whether the new address has an
/// account is not told: its owner gets a notice instead of the link.
pub async fn change_email(
    services: &Services,
    user: UserId,
    command: &ChangeEmail,
) -> Result<(), ChangeError> {
    let person = owner::find(services, user).await?;
    let mut errors = FieldErrors::new();
    let email = errors.check("new_email", different(&command.email, &person));
    if !owner::has_password(services, user, &command.password).await? {
        let invalid = if command.password.is_empty() { Invalid::Required } else { Invalid::Mismatch };
        errors.push("password", invalid);
    }
    let (Some(email), true) = (email, errors.is_empty()) else { return Err(ChangeError::Invalid(errors)) };
    services.limiter.take("email-change", &user.to_string(), services.settings.limits.reset).await?;
    let key = email.key();
    let holder =
        services.db.read(move |conn| users::find_by_email(conn, &key)).await.map_err(Fault::Store)?;
    let (token, now) = (Token::new()?, services.now());
    let mail = match &holder {
        Some(owner) => services.letter(Letter::AlreadyRegistered, &owner.into(), "/accounts/login/")?,
        None => proof(services, &person, &email, &token)?,
    };
    // Kept for a taken address too, with a token that nobody gets: the settings show the same address waiting
    let work = move |conn: &mut Conn| {
        email_changes::insert(conn, user, &email, &token.hash(), now, now + EMAIL_CHANGE_LIFETIME)?;
        outbox::push(conn, &mail, now)
    };
    services.db.write(work).await?;
    services.ring();
    Ok(())
}

fn different(typed: &str, person: &MailTarget) -> Result<Email, Invalid> {
    let email = Email::parse(typed)?;
    if email.as_str() == person.email { Err(Invalid::Taken) } else { Ok(email) }
}

fn proof(services: &Services, person: &MailTarget, email: &Email, token: &Token) -> Result<Message, Fault> {
    let to = Recipient { to: email.as_str(), address: email.as_str(), ..person.into() };
    services.letter(Letter::EmailChange, &to, &email_change_path(token))
}

/// The address that waits for its link to be pressed.
pub async fn pending_email(services: &Services, user: UserId) -> Result<Option<String>, Fault> {
    let now = services.now();
    services.db.read(move |conn| email_changes::find_pending(conn, user, now)).await.map_err(Fault::Store)
}

/// Looks at a link without using it up. Fails with [`ConfirmError::Dead`].
pub async fn find_email_change(services: &Services, token: &str) -> Result<EmailChange, ConfirmError> {
    alive(services, token).await.map(|(row, _)| EmailChange { address: row.new_email })
}

/// Gives the account its new address, and the old address a notice. The link is used up.
pub async fn confirm_email(services: &Services, token: &str) -> Result<EmailChange, ConfirmError> {
    let (row, hash) = alive(services, token).await?;
    let new = Email::parse(&row.new_email).map_err(|_invalid: Invalid| ConfirmError::Dead)?;
    let (now, user) = (services.now(), row.user);
    let notice = services.letter(Letter::EmailChanged, &old_address(&row), "/settings/password/")?;
    let work = move |conn: &mut Conn| {
        if !email_changes::use_up(conn, &hash, now)? {
            return Err(ConfirmError::Dead);
        }
        match users::set_email(conn, user, &new) {
            Ok(true) => Ok(outbox::push(conn, &notice, now)?),
            Ok(false) | Err(StoreError::UniqueViolation(Unique::Email)) => Err(ConfirmError::Dead),
            Err(error) => Err(error.into()),
        }
    };
    services.db.write(work).await?;
    services.ring();
    Ok(EmailChange { address: row.new_email })
}

async fn alive(services: &Services, token: &str) -> Result<(Row, TokenHash), ConfirmError> {
    let hash = Token::parse(token).ok_or(ConfirmError::Dead)?.hash();
    let found = services.db.read(move |conn| email_changes::find(conn, &hash)).await.map_err(Fault::Store)?;
    let usable =
        |row: &Row| !(row.used || row.owner_disabled || row.owner_deleted) && services.now() < row.expires_at;
    found.filter(usable).map(|row| (row, hash)).ok_or(ConfirmError::Dead)
}

/// The notice goes to the old address and speaks of the new one.
fn old_address(row: &Row) -> Recipient<'_> {
    Recipient {
        to: &row.old_email,
        language: row.language,
        nickname: &row.nickname,
        username: &row.username,
        address: &row.new_email,
    }
}
