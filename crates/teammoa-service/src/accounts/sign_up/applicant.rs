//! The form of a sign-up, read.

use teammoa_domain::user::{Email, Nickname, Password, Profile, Username};
use teammoa_domain::{FieldErrors, Language};

use super::SignUp;
use crate::accounts::new_password::{self, NewPassword};

/// Somebody who wants an account and typed only what can be.
#[derive(Debug)]
pub(super) struct Applicant {
    pub(super) username: Username,
    pub(super) email: Email,
    pub(super) nickname: Nickname,
    pub(super) profile: Profile,
    pub(super) password: Password,
    pub(super) language: Language,
}

impl Applicant {
    /// Reads all fields and tells all errors at once.
    pub(super) fn read(form: &SignUp) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let personal = [form.username.as_str(), &form.email, &form.nickname];
        let username = errors.check("username", Username::parse(&form.username));
        let email = errors.check("email", Email::parse(&form.email));
        let nickname = errors.check("nickname", Nickname::parse(&form.nickname));
        let new = NewPassword { password: form.password.clone(), repeated: form.password_repeated.clone() };
        let password = new_password::check(&new, &personal, &mut errors);
        let profile = errors.check("profile", Profile::parse(&form.profile));
        match (username, email, nickname, profile, password) {
            (Some(username), Some(email), Some(nickname), Some(profile), Some(password))
                if errors.is_empty() =>
            {
                Ok(Self { username, email, nickname, profile, password, language: form.language })
            }
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use teammoa_domain::Invalid;

    use super::*;

    fn form() -> SignUp {
        SignUp {
            username: "mina".into(),
            email: "mina@example.com".into(),
            nickname: "미나".into(),
            profile: String::new(),
            password: "correct horse".into(),
            password_repeated: "correct horse".into(),
            language: Language::Ko,
            network: String::new(),
        }
    }

    #[test]
    fn a_right_form_is_an_applicant() {
        assert_eq!(Applicant::read(&form()).unwrap().username.as_str(), "mina");
    }

    #[test]
    fn all_errors_are_told_at_once() {
        let wrong =
            SignUp { username: "m".into(), email: "x".into(), password_repeated: "y".into(), ..form() };
        let errors = Applicant::read(&wrong).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["username", "email", "password2"]);
        assert_eq!(errors.get("password2"), Some(&Invalid::Mismatch));
    }
}
