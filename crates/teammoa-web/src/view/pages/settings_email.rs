//! Settings: another e-mail address.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Invalid, Language};

use crate::view::{Field, Fields, Page, i18n};

/// The form to change the address, which counts once it is confirmed by a mail to the new one.
#[derive(Debug, Clone, Serialize)]
pub struct SettingsEmail {
    /// The address now.
    pub email: String,
    /// The address that waits to be confirmed.
    pub pending: Option<String>,
    /// The new address.
    pub new_email: Field,
    /// The password, so that an open screen is not enough to take over an account.
    pub password: Field,
    /// Why nothing was done although all fields are fine, in the language of the reader.
    pub problem: Option<String>,
}

impl SettingsEmail {
    /// The form before anybody typed.
    pub fn empty(email: &str, pending: Option<String>) -> Self {
        Self {
            email: email.to_owned(),
            pending,
            new_email: Field::empty("new_email"),
            password: Field::empty("password"),
            problem: None,
        }
    }
}

impl Page for SettingsEmail {
    const TEMPLATE: &'static str = "pages/settings/email.html";

    fn samples(language: Language) -> Vec<Self> {
        let mut errors = FieldErrors::one("new_email", Invalid::Malformed);
        errors.push("password", Invalid::Mismatch);
        let fields = Fields::new(language, &errors);
        let empty = Self::empty("mina@example.com", None);
        let waiting = Self::empty("mina@example.com", Some("mina.kim@new.example.com".to_owned()));
        let wrong = Self {
            new_email: fields.typed("new_email", "mina.kim"),
            password: fields.secret("password"),
            ..empty.clone()
        };
        let too_often = Self {
            new_email: Field::with_value("new_email", "mina.kim@new.example.com"),
            problem: Some(i18n::text(language, "too-many-requests", &[("seconds", 3000_u32.into())])),
            ..waiting.clone()
        };
        vec![empty, waiting, wrong, too_often]
    }
}
