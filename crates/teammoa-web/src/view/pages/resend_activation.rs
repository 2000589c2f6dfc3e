//! The form to get the activation mail again.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Invalid, Language};

use crate::view::{Field, Fields, Page, i18n};

/// For those whose activation mail did not come, or is too old.
#[derive(Debug, Clone, Serialize)]
pub struct ResendActivation {
    /// Username or e-mail address.
    pub identifier: Field,
    /// Why nothing was done although the field is fine, in the language of the reader.
    pub problem: Option<String>,
}

impl ResendActivation {
    /// The form before anybody typed.
    pub fn empty() -> Self {
        Self { identifier: Field::empty("identifier"), problem: None }
    }
}

impl Page for ResendActivation {
    const TEMPLATE: &'static str = "pages/accounts/resend.html";

    fn samples(language: Language) -> Vec<Self> {
        let errors = FieldErrors::one("identifier", Invalid::Required);
        let wrong =
            Self { identifier: Fields::new(language, &errors).typed("identifier", ""), ..Self::empty() };
        let too_often = Self {
            identifier: Field::with_value("identifier", "mina@example.com"),
            problem: Some(i18n::text(language, "too-many-requests", &[("seconds", 268_u32.into())])),
        };
        vec![Self::empty(), wrong, too_often]
    }
}
