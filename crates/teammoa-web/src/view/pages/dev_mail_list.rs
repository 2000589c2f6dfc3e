//! The mails that development kept in a folder.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::{Moment, Page};

/// All mails, newest first.
#[derive(Debug, Clone, Serialize)]
pub struct DevMailList {
    /// The mails.
    pub mails: Vec<DevMailLine>,
}

/// One mail in the list.
#[derive(Debug, Clone, Serialize)]
pub struct DevMailLine {
    /// The name of its file, part of its address.
    pub name: String,
    /// To whom.
    pub to: String,
    /// About what.
    pub subject: String,
    /// When.
    pub sent: Moment,
}

impl Page for DevMailList {
    const TEMPLATE: &'static str = "pages/dev/mail_list.html";

    fn samples(language: Language) -> Vec<Self> {
        let line = |to: &str, subject: &str| DevMailLine {
            name: "20261123T140000-1.eml".to_owned(),
            to: to.to_owned(),
            subject: subject.to_owned(),
            sent: Moment::sample(language),
        };
        let mails = vec![
            line("mina@example.com", "팀모아 계정을 열어 주세요"),
            line("jun@example.com", "Open your TeamMoa account"),
        ];
        vec![Self { mails }, Self { mails: Vec::new() }]
    }
}
