//! A forgotten password: the mail, and the link in it.

use teammoa_domain::FieldErrors;
use teammoa_domain::UserId;
use teammoa_persistence::users::{self, MailTarget};
use teammoa_persistence::{Conn, Error as StoreError, email_changes, password_resets, sessions};

use super::identify::{self, AskError, AskForMail};
use super::new_password::{self, NewPassword};
use super::paths::{RESET_LIFETIME, reset_path};
use super::resend;
use super::session::{self, Device, NewSession};
use crate::mail::{Letter, Recipient, outbox};
use crate::secrets::{Token, TokenHash};
use crate::{Fault, Services};

/// A link that is good for a new password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordReset {
    /// Whose password.
    pub user: UserId,
    /// The name to log in with, so that he knows which account this is.
    pub username: String,
    nickname: String,
    email: String,
    language: teammoa_domain::Language,
}

/// Why no new password was set.
#[derive(Debug, thiserror::Error)]
pub enum ResetError {
    /// The link is unknown, used, older than an hour or replaced by a newer one, or its account is disabled or deleted.
    #[error("the link is dead")]
    Dead,
    /// The password can't be used. Fields: `password`, `password2`.
    #[error("some values can't be used")]
    Invalid(FieldErrors),
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for ResetError {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

/// Sends a link that sets a new password; to an account that was never activated, its activation mail.
pub async fn forgot_password(services: &Services, ask: AskForMail) -> Result<(), AskError> {
    let limit = ("reset", services.settings.limits.reset);
    identify::in_background(services, &ask, limit, |services, target| async move {
        if target.activated { send(&services, &target).await } else { resend::send(&services, &target).await }
    })
    .await
}

async fn send(services: &Services, target: &MailTarget) -> Result<(), Fault> {
    let (token, now, user) = (Token::new()?, services.now(), target.id);
    let mail = services.letter(Letter::PasswordReset, &target.into(), &reset_path(&token))?;
    let work = move |conn: &mut Conn| {
        password_resets::insert(conn, user, &token.hash(), now, now + RESET_LIFETIME)?;
        outbox::push(conn, &mail, now)
    };
    services.db.write(work).await?;
    services.ring();
    Ok(())
}

/// Looks at a link without using it up. Fails with [`ResetError::Dead`].
pub async fn find_password_reset(services: &Services, token: &str) -> Result<PasswordReset, ResetError> {
    alive(services, token).await.map(|(reset, _)| reset)
}

/// Sets a new password, ends all sessions, and begins one here. The link is used up.
pub async fn reset_password(
    services: &Services,
    token: &str,
    new: &NewPassword,
    device: &Device,
) -> Result<NewSession, ResetError> {
    let (reset, hash) = alive(services, token).await?;
    let personal = [reset.username.as_str(), &reset.email, &reset.nickname];
    let password = new_password::read(new, &personal).map_err(ResetError::Invalid)?;
    let password_hash = services.hasher.hash(password.expose()).await?;
    let notice =
        services.letter(Letter::PasswordChanged, &reset.recipient(), "/accounts/password/forgot/")?;
    let (now, user) = (services.now(), reset.user);
    let session = NewSession::new(user, reset.nickname)?;
    let row = session.row(device, now);
    let work = move |conn: &mut Conn| {
        if !password_resets::use_up(conn, &hash, now)?
            || !users::set_password_hash(conn, user, &password_hash)?
        {
            return Err(ResetError::Dead);
        }
        sessions::delete_for_user(conn, user, None)?;
        // An address change that a thief began must not survive the rescue
        email_changes::delete_for_user(conn, user)?;
        outbox::push(conn, &notice, now)?;
        Ok(session::store(conn, &row)?)
    };
    services.db.write(work).await?;
    services.ring();
    Ok(session)
}

impl PasswordReset {
    fn recipient(&self) -> Recipient<'_> {
        let (to, address) = (&*self.email, &*self.email);
        Recipient { to, language: self.language, nickname: &self.nickname, username: &self.username, address }
    }
}

async fn alive(services: &Services, token: &str) -> Result<(PasswordReset, TokenHash), ResetError> {
    let hash = Token::parse(token).ok_or(ResetError::Dead)?.hash();
    let found =
        services.db.read(move |conn| password_resets::find(conn, &hash)).await.map_err(Fault::Store)?;
    let usable = |found: &password_resets::PasswordReset| {
        !(found.used || found.owner_disabled || found.owner_deleted) && services.now() < found.expires_at
    };
    let found = found.filter(usable).ok_or(ResetError::Dead)?;
    let reset = PasswordReset {
        user: found.user,
        username: found.username,
        nickname: found.nickname,
        email: found.email,
        language: found.language,
    };
    Ok((reset, hash))
}
