//! Settings: how others see me, and in which language I read.

use serde::Serialize;
use teammoa_domain::{FieldErrors, Invalid, Language};

use crate::view::{Field, Fields, Page};

/// The form of the profile, which also chooses the language (`language`: `ko` or `en`).
#[derive(Debug, Clone, Serialize)]
pub struct SettingsProfile {
    /// The name that others see.
    pub nickname: Field,
    /// A few words about oneself.
    pub profile: Field,
    /// The language of pages and mails.
    pub language: Language,
    /// The name to log in with, which stays as it is.
    pub username: String,
    /// The address for mails, changed on a page of its own.
    pub email: String,
}

impl Page for SettingsProfile {
    const TEMPLATE: &'static str = "pages/settings/profile.html";

    fn samples(language: Language) -> Vec<Self> {
        let errors = FieldErrors::one("nickname", Invalid::TooLong { max: 10 });
        let fields = Fields::new(language, &errors);
        let page = |nickname, profile| Self {
            nickname,
            profile,
            language,
            username: "mina".to_owned(),
            email: "mina@example.com".to_owned(),
        };
        let about = "디자인을 맡고 있어요. 화요일 저녁이 좋아요.\n<b>환영해요</b>";
        let long = fields.typed("nickname", "<b>모두의 모임장 미나</b>");
        vec![
            page(Field::with_value("nickname", "미나"), Field::with_value("profile", about)),
            page(long, Field::empty("profile")),
        ]
    }
}
