//! The first account of an installation, made on the command line.

use teammoa_domain::user::{Email, Nickname, Password, PasswordContext, Profile, Username};
use teammoa_domain::{FieldErrors, Invalid, Language, UserId};
use teammoa_persistence::users::{self, NewUser};
use teammoa_persistence::{Error as StoreError, Unique};

use crate::{Fault, Services};

/// What an administrator is called and how he gets in.
#[derive(Debug, Clone)]
pub struct CreateAdmin {
    /// The name to log in with.
    pub username: String,
    /// The address for mails.
    pub email: String,
    /// The name that the others see.
    pub nickname: String,
    /// The password; see [`Password`] for its rules.
    pub password: String,
    /// The language of pages and mails.
    pub language: Language,
}

/// Why there is no new administrator.
#[derive(Debug, thiserror::Error)]
pub enum CreateAdminError {
    /// Something was typed that can't be.
    #[error("some values can't be used")]
    Invalid(FieldErrors),
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Creates an active account with staff rights; no mail is sent, because whoever may do this needs no proof.
pub async fn create_admin(services: &Services, command: CreateAdmin) -> Result<UserId, CreateAdminError> {
    let mut new = read(&command, services).map_err(CreateAdminError::Invalid)?;
    new.password_hash = Some(services.hasher.hash(&command.password).await?);
    let created = services.db.write(move |conn| users::insert(conn, &new)).await;
    created.map_err(|error| match error {
        StoreError::UniqueViolation(Unique::Username) => taken("username"),
        StoreError::UniqueViolation(Unique::Email) => taken("email"),
        other => CreateAdminError::Fault(other.into()),
    })
}

fn taken(field: &'static str) -> CreateAdminError {
    CreateAdminError::Invalid(FieldErrors::one(field, Invalid::Taken))
}

fn read(command: &CreateAdmin, services: &Services) -> Result<NewUser, FieldErrors> {
    let mut errors = FieldErrors::new();
    let personal = [command.username.as_str(), &command.email, &command.nickname];
    let username = errors.check("username", Username::parse(&command.username));
    let email = errors.check("email", Email::parse(&command.email));
    let nickname = errors.check("nickname", Nickname::parse(&command.nickname));
    errors.check("password", Password::parse(&command.password, PasswordContext { personal: &personal }));
    let (Some(username), Some(email), Some(nickname), true) = (username, email, nickname, errors.is_empty())
    else {
        return Err(errors);
    };
    let now = services.now();
    Ok(NewUser {
        username,
        email,
        nickname,
        profile: Profile::empty(),
        password_hash: None,
        language: command.language,
        is_staff: true,
        created_at: now,
        activated_at: Some(now),
        activation_mailed_at: None,
    })
}
