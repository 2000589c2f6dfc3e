//! What a person tells about himself.

use teammoa_domain::user::{Nickname, Profile};
use teammoa_domain::{FieldErrors, Language, UserId};
use teammoa_persistence::{Conn, Error as StoreError, users};

use super::change_password::ChangeError;
use crate::Services;

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct EditProfile {
    /// The name that the others see.
    pub nickname: String,
    /// A few words.
    pub profile: String,
    /// The language of pages and mails.
    pub language: Language,
}

/// Saves nickname, profile and language.
pub async fn edit_profile(
    services: &Services,
    user: UserId,
    command: &EditProfile,
) -> Result<(), ChangeError> {
    let mut errors = FieldErrors::new();
    let nickname = errors.check("nickname", Nickname::parse(&command.nickname));
    let profile = errors.check("profile", Profile::parse(&command.profile));
    let (Some(nickname), Some(profile)) = (nickname, profile) else {
        return Err(ChangeError::Invalid(errors));
    };
    let language = command.language;
    let work = move |conn: &mut Conn| {
        users::set_profile(conn, user, &nickname, &profile)?;
        users::set_language(conn, user, language)?;
        Ok::<_, StoreError>(())
    };
    Ok(services.db.write(work).await?)
}
