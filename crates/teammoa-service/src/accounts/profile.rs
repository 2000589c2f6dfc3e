//! What a person tells about himself.

use teammoa_domain::user::{Nickname, Profile};
use teammoa_domain::{FieldErrors, Invalid, Language, UserId};
use teammoa_persistence::users::{self, ProfileChanges};

use super::change_password::ChangeError;
use crate::{Fault, Services};

/// What is typed; what is `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct EditProfile {
    /// The name that the others see.
    pub nickname: Option<String>,
    /// A few words.
    pub profile: Option<String>,
    /// The tag of the language of pages and mails.
    pub language: Option<String>,
}

/// Saves nickname, profile and language, as far as they are given.
pub async fn edit_profile(
    services: &Services,
    user: UserId,
    command: &EditProfile,
) -> Result<(), ChangeError> {
    let changes = read(command).map_err(ChangeError::Invalid)?;
    let work = move |conn: &mut _| users::edit_profile(conn, user, &changes);
    services.db.write(work).await.map_err(Fault::Store)?;
    Ok(())
}

fn read(command: &EditProfile) -> Result<ProfileChanges, FieldErrors> {
    let mut errors = FieldErrors::new();
    let nickname = command.nickname.as_deref().map(|typed| errors.check("nickname", Nickname::parse(typed)));
    let profile = command.profile.as_deref().map(|typed| errors.check("profile", Profile::parse(typed)));
    let language = command
        .language
        .as_deref()
        .map(|tag| errors.check("language", Language::from_tag(tag).ok_or(Invalid::Malformed)));
    if errors.is_empty() {
        Ok(ProfileChanges {
            nickname: nickname.flatten(),
            profile: profile.flatten(),
            language: language.flatten(),
        })
    } else {
        Err(errors)
    }
}
