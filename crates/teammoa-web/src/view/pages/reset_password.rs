//! Where the link of the mail for a forgotten password leads.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Invalid, Language};

use crate::view::{Field, Fields, Page, i18n};

/// The form for a new password, without the old one.
#[derive(Debug, Clone, Serialize)]
pub struct ResetPassword {
    /// The token of the link.
    pub token: String,
    /// Whose password it will be; password managers keep it beside the password.
    pub username: String,
    /// The new password.
    pub password: Field,
    /// The new password again.
    pub password2: Field,
    /// Why nothing was done although all fields are fine, in the language of the reader.
    pub problem: Option<String>,
}

impl ResetPassword {
    /// The form before anybody typed.
    pub fn empty(token: &str, username: &str) -> Self {
        Self {
            token: token.to_owned(),
            username: username.to_owned(),
            password: Field::empty("password"),
            password2: Field::empty("password2"),
            problem: None,
        }
    }
}

impl Page for ResetPassword {
    const TEMPLATE: &'static str = "pages/accounts/reset_password.html";

    fn samples(language: Language) -> Vec<Self> {
        let mut errors = FieldErrors::one("password", Invalid::TooShort { min: 8 });
        errors.push("password2", Invalid::Mismatch);
        let fields = Fields::new(language, &errors);
        let empty = Self::empty("Zm9yLXRoZS1zYW1wbGUtb25seQ", "mina");
        let wrong = Self {
            password: fields.secret("password"),
            password2: fields.secret("password2"),
            ..empty.clone()
        };
        let problem = i18n::text(language, "too-many-requests", &[("seconds", 1800_u32.into())]);
        let too_often = Self { problem: Some(problem), ..empty.clone() };
        vec![empty, wrong, too_often]
    }
}
