//! Settings: another password.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Invalid, Language};

use crate::view::{Field, Fields, Page, i18n};

/// The form to change the password.
#[derive(Debug, Clone, Serialize)]
pub struct SettingsPassword {
    /// The password until now.
    pub old_password: Field,
    /// The new one.
    pub password: Field,
    /// The new one again.
    pub password2: Field,
    /// Why nothing was done although all fields are fine, in the language of the reader.
    pub problem: Option<String>,
}

impl SettingsPassword {
    /// The form before anybody typed.
    pub fn empty() -> Self {
        Self {
            old_password: Field::empty("old_password"),
            password: Field::empty("password"),
            password2: Field::empty("password2"),
            problem: None,
        }
    }
}

impl Page for SettingsPassword {
    const TEMPLATE: &'static str = "pages/settings/password.html";

    fn samples(language: Language) -> Vec<Self> {
        let mut errors = FieldErrors::one("old_password", Invalid::Mismatch);
        errors.push("password", Invalid::OnlyDigits);
        errors.push("password2", Invalid::Mismatch);
        let fields = Fields::new(language, &errors);
        let wrong = Self {
            old_password: fields.secret("old_password"),
            password: fields.secret("password"),
            password2: fields.secret("password2"),
            problem: None,
        };
        let problem = i18n::text(language, "too-many-requests", &[("seconds", 840_u32.into())]);
        vec![Self::empty(), wrong, Self { problem: Some(problem), ..Self::empty() }]
    }
}
