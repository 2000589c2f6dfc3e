//! The form to create a team.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Invalid, Language};

use crate::view::{Field, Fields, Page};

/// The form, empty or with what was typed and what is wrong with it.
#[derive(Debug, Clone, Serialize)]
pub struct TeamNew {
    /// The name of the team.
    pub title: Field,
    /// What it is about.
    pub introduction: Field,
    /// How many may be in it.
    pub member_limit: Field,
    /// What newcomers have to know.
    pub password: Field,
    /// Why nothing was done although all fields are fine, in the language of the reader.
    pub problem: Option<String>,
}

impl TeamNew {
    /// The form before anybody typed.
    pub fn empty() -> Self {
        Self {
            title: Field::empty("title"),
            introduction: Field::empty("introduction"),
            member_limit: Field::with_value("member_limit", "10"),
            password: Field::empty("password"),
            problem: None,
        }
    }
}

impl Page for TeamNew {
    const TEMPLATE: &'static str = "pages/teams/new.html";

    fn samples(language: Language) -> Vec<Self> {
        let mut errors = FieldErrors::one("title", Invalid::Required);
        errors.push("member_limit", Invalid::OutOfRange { min: 1, max: 100 });
        errors.push("password", Invalid::TooShort { min: 4 });
        let fields = Fields::new(language, &errors);
        let wrong = Self {
            title: fields.typed("title", ""),
            introduction: fields.typed("introduction", "매주 화요일에 모여요.\n<b>환영해요</b>"),
            member_limit: fields.typed("member_limit", "1000"),
            password: fields.secret("password"),
            problem: None,
        };
        vec![Self::empty(), wrong]
    }
}
