//! Activation: the link in the mail, and the button behind it.

use teammoa_domain::UserId;
use teammoa_persistence::activation_tokens::{self, ActivationToken};
use teammoa_persistence::users;

use super::session::{self, Device, NewSession};
use crate::secrets::{Token, TokenHash};
use crate::{Fault, Services};

/// An account that waits for its button to be pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activation {
    /// Whose link it is.
    pub user: UserId,
    /// How he is greeted.
    pub nickname: String,
    /// His login name, so that he knows which account this is.
    pub username: String,
}

/// Why nothing was activated.
#[derive(Debug, thiserror::Error)]
pub enum ActivationError {
    /// The link is unknown, used, older than three days, or its account is active, disabled or deleted.
    #[error("the activation link is dead")]
    Dead,
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<teammoa_persistence::Error> for ActivationError {
    fn from(error: teammoa_persistence::Error) -> Self {
        Self::Fault(error.into())
    }
}

/// Looks at a link without using it up: mail scanners follow links. Fails with [`ActivationError::Dead`].
pub async fn find_activation(services: &Services, token: &str) -> Result<Activation, ActivationError> {
    alive(services, token).await.map(|(activation, _)| activation)
}

/// Uses the link up, activates the account and signs its owner in.
pub async fn activate(
    services: &Services,
    token: &str,
    device: &Device,
) -> Result<NewSession, ActivationError> {
    let (activation, hash) = alive(services, token).await?;
    let now = services.now();
    let new = NewSession::new(activation.user, activation.nickname)?;
    let (row, user) = (new.row(device, now), new.user);
    let work = move |conn: &mut _| {
        let first = activation_tokens::use_up(conn, &hash, now)? && users::activate(conn, user, now)?;
        if !first {
            return Err(ActivationError::Dead);
        }
        Ok(session::store(conn, &row)?)
    };
    services.db.write(work).await?;
    Ok(new)
}

async fn alive(services: &Services, token: &str) -> Result<(Activation, TokenHash), ActivationError> {
    let hash = Token::parse(token).ok_or(ActivationError::Dead)?.hash();
    let found =
        services.db.read(move |conn| activation_tokens::find(conn, &hash)).await.map_err(Fault::Store)?;
    let usable = |found: &ActivationToken| {
        let spent = found.used || found.owner_activated || found.owner_disabled || found.owner_deleted;
        !spent && services.now() < found.expires_at
    };
    let token = found.filter(usable).ok_or(ActivationError::Dead)?;
    Ok((Activation { user: token.user, nickname: token.nickname, username: token.username }, hash))
}
