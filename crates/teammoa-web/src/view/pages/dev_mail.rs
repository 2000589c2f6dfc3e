//! One mail that development kept in a folder.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::{Moment, Page};

/// The mail, with its links to click.
#[derive(Debug, Clone, Serialize)]
pub struct DevMail {
    /// The name of its file.
    pub name: String,
    /// To whom.
    pub to: String,
    /// From whom.
    pub from: String,
    /// About what.
    pub subject: String,
    /// When.
    pub sent: Moment,
    /// Its plain text.
    pub text: String,
    /// The addresses in it; the first one gets a button.
    pub links: Vec<String>,
}

impl Page for DevMail {
    const TEMPLATE: &'static str = "pages/dev/mail.html";

    fn samples(language: Language) -> Vec<Self> {
        let link = "http://localhost:8000/accounts/activate/Zm9yLXRoZS1zYW1wbGUtb25seQ/";
        let mail = Self {
            name: "20261123T140000-1.eml".to_owned(),
            to: "mina@example.com".to_owned(),
            from: "TeamMoa <moa@example.com>".to_owned(),
            subject: "팀모아 계정을 열어 주세요".to_owned(),
            sent: Moment::sample(language),
            text: format!("미나 님, 안녕하세요.\n\n아래 주소를 열어 주세요.\n{link}\n\n<팀모아>"),
            links: vec![link.to_owned()],
        };
        let plain = Self { text: "Hello".to_owned(), links: Vec::new(), ..mail.clone() };
        vec![mail, plain]
    }
}
