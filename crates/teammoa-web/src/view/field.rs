//! Form fields as templates show them: what was typed and what is wrong with it.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Language};

use super::i18n;

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The name under which it is sent.
    pub name: &'static str,
    /// What was typed, or what to begin with.
    pub value: String,
    /// What is wrong with it, in the language of the reader.
    pub error: Option<String>,
}

impl Field {
    /// A field before anybody typed.
    pub fn empty(name: &'static str) -> Self {
        Self::with_value(name, "")
    }

    /// A field with something to begin with.
    pub fn with_value(name: &'static str, value: &str) -> Self {
        Self { name, value: value.to_owned(), error: None }
    }
}

/// Makes the fields of a form that comes back, with the first error of each.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a> {
    language: Language,
    errors: &'a FieldErrors,
}

impl<'a> Fields<'a> {
    /// Fields for a reader of `language`, with the errors that were found.
    pub fn new(language: Language, errors: &'a FieldErrors) -> Self {
        Self { language, errors }
    }

    /// A field that keeps what was typed.
    pub fn typed(&self, name: &'static str, value: &str) -> Field {
        Field { name, value: value.to_owned(), error: self.error(name) }
    }

    /// A password field: what was typed is never sent back.
    pub fn secret(&self, name: &'static str) -> Field {
        self.typed(name, "")
    }

    fn error(&self, name: &'static str) -> Option<String> {
        let invalid = self.errors.get(name)?;
        Some(i18n::invalid(self.language, name, invalid))
    }
}
