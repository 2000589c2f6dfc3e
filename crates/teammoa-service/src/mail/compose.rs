//! A letter to somebody, ready to leave.

use teammoa_domain::Language;
use teammoa_persistence::users::MailTarget;

use super::{Letter, LetterContext, Message};
use crate::{Fault, Services};

/// Somebody who gets a letter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Recipient<'a> {
    /// Where it goes.
    pub(crate) to: &'a str,
    /// The language of the letter.
    pub(crate) language: Language,
    /// How it greets.
    pub(crate) nickname: &'a str,
    /// The name to log in with.
    pub(crate) username: &'a str,
    /// The address that it speaks of.
    pub(crate) address: &'a str,
}

impl Services {
    /// A letter whose button leads to a path of the site. Fails when its template is broken.
    pub(crate) fn letter(&self, letter: Letter, to: &Recipient<'_>, path: &str) -> Result<Message, Fault> {
        let site_url = &self.settings.site_url;
        let link = format!("{site_url}{path}");
        let (nickname, username, address) = (to.nickname, to.username, to.address);
        let context = LetterContext { site_url, nickname, username, link: &link, address };
        self.letters.write(letter, to.language, to.to, &context)
    }
}

impl<'a> From<&'a MailTarget> for Recipient<'a> {
    fn from(target: &'a MailTarget) -> Self {
        let MailTarget { email, language, nickname, username, .. } = target;
        Self { to: email, language: *language, nickname, username, address: email }
    }
}
