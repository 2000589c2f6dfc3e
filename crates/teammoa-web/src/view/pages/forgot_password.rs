//! The form for those who forgot their password.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Invalid, Language};

use crate::view::{Field, Fields, Page, i18n};

/// Asks for whom to mail a link to a new password.
#[derive(Debug, Clone, Serialize)]
pub struct ForgotPassword {
    /// Username or e-mail address.
    pub identifier: Field,
    /// Why nothing was done although the field is fine, in the language of the reader.
    pub problem: Option<String>,
}

impl ForgotPassword {
    /// The form before anybody typed.
    pub fn empty() -> Self {
        Self { identifier: Field::empty("identifier"), problem: None }
    }
}

impl Page for ForgotPassword {
    const TEMPLATE: &'static str = "pages/accounts/forgot_password.html";

    fn samples(language: Language) -> Vec<Self> {
        let errors = FieldErrors::one("identifier", Invalid::Required);
        let wrong =
            Self { identifier: Fields::new(language, &errors).typed("identifier", ""), ..Self::empty() };
        let too_often = Self {
            identifier: Field::with_value("identifier", "mina@example.com"),
            problem: Some(i18n::text(language, "too-many-requests", &[("seconds", 40_u32.into())])),
        };
        vec![Self::empty(), wrong, too_often]
    }
}
