//! The activation mail once more.

use teammoa_persistence::users::{self, MailTarget};
use teammoa_persistence::{Conn, Error as StoreError, activation_tokens};

use super::identify::{self, AskError, AskForMail};
use super::paths::{ACTIVATION_LIFETIME, activation_path};
use crate::mail::{Letter, outbox};
use crate::secrets::Token;
use crate::{Fault, Services};

/// Sends a new activation link to an account that waits for one. Earlier links stay good until they run out.
pub async fn resend_activation(services: &Services, ask: AskForMail) -> Result<(), AskError> {
    let limit = ("resend", services.settings.limits.resend);
    identify::in_background(services, &ask, limit, |services, target| async move {
        if target.activated { Ok(()) } else { send(&services, &target).await }
    })
    .await
}

/// Writes the mail, and counts the days until the account is swept anew.
pub(super) async fn send(services: &Services, target: &MailTarget) -> Result<(), Fault> {
    let (token, now, user) = (Token::new()?, services.now(), target.id);
    let mail = services.letter(Letter::Activation, &target.into(), &activation_path(&token))?;
    let work = move |conn: &mut Conn| {
        if users::mark_activation_mailed(conn, user, now)? {
            activation_tokens::insert(conn, user, &token.hash(), now, now + ACTIVATION_LIFETIME)?;
            outbox::push(conn, &mail, now)?;
        }
        Ok::<_, StoreError>(())
    };
    services.db.write(work).await?;
    services.ring();
    Ok(())
}
