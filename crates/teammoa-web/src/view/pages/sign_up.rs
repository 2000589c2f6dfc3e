//! The form to get an account.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Invalid, Language};

use crate::view::{Field, Fields, Page, i18n};

/// The sign-up form, empty or with what was typed and what is wrong with it.
#[derive(Debug, Clone, Serialize)]
pub struct SignUp {
    /// The name to log in with.
    pub username: Field,
    /// Where the activation mail goes.
    pub email: Field,
    /// The name that others see.
    pub nickname: Field,
    /// A few words about oneself.
    pub profile: Field,
    /// The password.
    pub password: Field,
    /// The password again.
    pub password2: Field,
    /// Why nothing was done although all fields are fine, in the language of the reader.
    pub problem: Option<String>,
}

impl SignUp {
    /// The form before anybody typed.
    pub fn empty() -> Self {
        Self {
            username: Field::empty("username"),
            email: Field::empty("email"),
            nickname: Field::empty("nickname"),
            profile: Field::empty("profile"),
            password: Field::empty("password"),
            password2: Field::empty("password2"),
            problem: None,
        }
    }
}

impl Page for SignUp {
    const TEMPLATE: &'static str = "pages/accounts/sign_up.html";

    fn samples(language: Language) -> Vec<Self> {
        let mut errors = FieldErrors::new();
        errors.push("username", Invalid::Taken);
        errors.push("nickname", Invalid::TooLong { max: 10 });
        errors.push("password", Invalid::Common);
        errors.push("password2", Invalid::Mismatch);
        let fields = Fields::new(language, &errors);
        let wrong = Self {
            username: fields.typed("username", "mina"),
            email: fields.typed("email", "mina@example.com"),
            nickname: fields.typed("nickname", "<b>모두의 모임장 미나</b>"),
            profile: fields.typed("profile", ""),
            password: fields.secret("password"),
            password2: fields.secret("password2"),
            problem: None,
        };
        let refused = Self {
            username: Field::with_value("username", "mina"),
            problem: Some(i18n::text(language, "sign-up-mail-refused", &[])),
            ..Self::empty()
        };
        vec![Self::empty(), wrong, refused]
    }
}
