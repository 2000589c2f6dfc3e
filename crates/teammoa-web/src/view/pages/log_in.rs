//! The form to come in.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::{Field, Page, i18n};

/// The login form.
#[derive(Debug, Clone, Serialize)]
pub struct LogIn {
    /// Username or e-mail address.
    pub identifier: Field,
    /// The password.
    pub password: Field,
    /// Why it did not work, in the language of the reader.
    pub problem: Option<String>,
    /// Where to go afterwards; empty for the usual place.
    pub next: String,
    /// A way in for developers.
    pub demo: Option<Demo>,
}

/// The account of the demo team, in development only.
#[derive(Debug, Clone, Serialize)]
pub struct Demo {
    /// The name to log in with.
    pub username: String,
}

impl LogIn {
    /// The form before anybody typed.
    pub fn empty(next: &str) -> Self {
        Self {
            identifier: Field::empty("identifier"),
            password: Field::empty("password"),
            problem: None,
            next: next.to_owned(),
            demo: None,
        }
    }
}

impl Page for LogIn {
    const TEMPLATE: &'static str = "pages/accounts/log_in.html";

    fn samples(language: Language) -> Vec<Self> {
        let failed = Self {
            identifier: Field::with_value("identifier", "mina@example.com"),
            problem: Some(i18n::text(language, "log-in-failed", &[])),
            demo: Some(Demo { username: "demo".to_owned() }),
            ..Self::empty("/teams/")
        };
        vec![Self::empty(""), failed]
    }
}
