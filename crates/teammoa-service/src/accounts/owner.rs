//! The person behind a session, as far as changes of his account need him.

use teammoa_domain::UserId;
use teammoa_persistence::users::{self, MailTarget};

use super::change_password::ChangeError;
use crate::{Fault, Services};

/// Who he is and where his mail goes. A session of a deleted account ends before this, so that there is one.
pub(super) async fn find(services: &Services, user: UserId) -> Result<MailTarget, Fault> {
    let found = services.db.read(move |conn| users::find_mail_target_by_id(conn, user)).await?;
    found.ok_or_else(|| Fault::Interrupted("the account was deleted in the meantime".to_owned()))
}

/// Whether this is his password. Wrong answers are counted, so that a session that was left open is no way to guess it.
pub(super) async fn has_password(
    services: &Services,
    user: UserId,
    typed: &str,
) -> Result<bool, ChangeError> {
    let who = user.to_string();
    services.limiter.take("password", &who, services.settings.limits.login).await?;
    let stored =
        services.db.read(move |conn| users::password_hash(conn, user)).await.map_err(Fault::Store)?;
    let matches = services.hasher.verify(typed, stored.flatten().as_deref()).await?;
    if matches {
        services.limiter.forgive("password", &who).await;
    }
    Ok(matches)
}
