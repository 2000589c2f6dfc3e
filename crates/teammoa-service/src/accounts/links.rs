//! Links for an installation without a mail server: made on the command line, handed over by hand.

use teammoa_domain::user;
use teammoa_persistence::users::{self, MailTarget};
use teammoa_persistence::{Conn, activation_tokens, password_resets};

use super::paths::{ACTIVATION_LIFETIME, RESET_LIFETIME, activation_path, reset_path};
use crate::secrets::Token;
use crate::{Fault, Services};

/// A link, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Whose account.
    pub username: String,
    /// Where it leads.
    pub address: String,
    /// Whether it activates the account; otherwise it sets a new password.
    pub activates: bool,
}

/// A link for the account with this username or address: to activate it, or to set a new password when it is active.
/// `None` when there is no such account or it is disabled.
pub async fn make_link(services: &Services, identifier: &str) -> Result<Option<Link>, Fault> {
    let key = user::login_key(identifier);
    let found = services.db.read(move |conn| users::find_mail_target(conn, &key)).await?;
    let Some(target) = found.filter(|target| !target.disabled) else { return Ok(None) };
    let token = Token::new()?;
    let path = if target.activated { reset_path(&token) } else { activation_path(&token) };
    store(services, &target, &token).await?;
    let address = format!("{}{path}", services.settings.site_url);
    Ok(Some(Link { username: target.username, address, activates: !target.activated }))
}

async fn store(services: &Services, target: &MailTarget, token: &Token) -> Result<(), Fault> {
    let (user, activated, hash, now) = (target.id, target.activated, token.hash(), services.now());
    let work = move |conn: &mut Conn| {
        if activated {
            password_resets::insert(conn, user, &hash, now, now + RESET_LIFETIME)
        } else {
            activation_tokens::insert(conn, user, &hash, now, now + ACTIVATION_LIFETIME)
        }
    };
    services.db.write(work).await.map(drop).map_err(Fault::Store)
}
