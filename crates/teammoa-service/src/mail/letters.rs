//! The texts of our mails, in both languages, from `templates/mail/`.

use rust_embed::RustEmbed;
use serde::Serialize;
use std::sync::Arc;
use teammoa_domain::Language;
use tera::{Context, Tera};

use super::Message;
use crate::Fault;

#[derive(RustEmbed)]
#[folder = "../../templates/mail/"]
struct Files;

/// What a mail says; the words stand in its templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    /// The link that activates a new account.
    Activation,
    /// Somebody tried to sign up with an address that has an account.
    AlreadyRegistered,
    /// The link that sets a new password.
    PasswordReset,
    /// The password was changed; for its owner to notice when it was not him.
    PasswordChanged,
    /// The link that proves a new address; goes to the new one.
    EmailChange,
    /// The address was changed; goes to the old one.
    EmailChanged,
}

/// What a template may use.
#[derive(Debug, Clone, Serialize)]
pub struct LetterContext<'a> {
    /// The site's address, without a slash at its end.
    pub site_url: &'a str,
    /// Whom the mail greets.
    pub nickname: &'a str,
    /// The name to log in with.
    pub username: &'a str,
    /// Where its one button leads.
    pub link: &'a str,
    /// The address of the account: for letters about a change of it, the new one.
    pub address: &'a str,
}

/// All mail templates, ready to be filled in.
#[derive(Clone)]
pub struct Letters(Arc<Tera>);

impl Letter {
    /// All of them, for tests.
    pub const ALL: [Self; 6] = [
        Self::Activation,
        Self::AlreadyRegistered,
        Self::PasswordReset,
        Self::PasswordChanged,
        Self::EmailChange,
        Self::EmailChanged,
    ];

    const fn file(self) -> &'static str {
        match self {
            Self::Activation => "activation",
            Self::AlreadyRegistered => "already_registered",
            Self::PasswordReset => "password_reset",
            Self::PasswordChanged => "password_changed",
            Self::EmailChange => "email_change",
            Self::EmailChanged => "email_changed",
        }
    }
}

impl Letters {
    /// Reads the templates inside the binary. Fails when one of them is broken.
    pub fn new() -> Result<Self, tera::Error> {
        let mut tera = Tera::new();
        let names: Vec<_> = Files::iter().collect();
        let files = names.iter().filter_map(|name| Some((name.as_ref(), Files::get(name)?)));
        let texts: Vec<_> =
            files.map(|(name, file)| (name, String::from_utf8_lossy(&file.data).into_owned())).collect();
        tera.add_raw_templates(texts.iter().map(|(name, text)| (*name, text.as_str())))?;
        Ok(Self(Arc::new(tera)))
    }

    /// A letter to somebody in his language. Fails when its templates use what the context does not have.
    pub fn write(
        &self,
        letter: Letter,
        language: Language,
        to: &str,
        context: &LetterContext<'_>,
    ) -> Result<Message, Fault> {
        let context = Context::from_serialize(context)?;
        let part =
            |kind: &str| self.0.render(&format!("{}/{}.{kind}", language.tag(), letter.file()), &context);
        Ok(Message {
            id: Message::new_id()?,
            to: to.to_owned(),
            subject: part("subject.txt")?.trim().to_owned(),
            text: part("txt")?,
            html: part("html")?,
        })
    }
}

impl std::fmt::Debug for Letters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Letters")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_written_in_both_languages_with_its_link_in_both_parts() -> Result<(), Fault> {
        let letters = Letters::new()?;
        let link = "https://team.example/x?a=1&b=2";
        let context = LetterContext {
            site_url: "https://team.example",
            nickname: "<미나>",
            username: "mina",
            link,
            address: "mina@example.com",
        };
        for (letter, language) in
            Letter::ALL.into_iter().flat_map(|l| Language::ALL.map(|language| (l, language)))
        {
            let message = letters.write(letter, language, "mina@example.com", &context)?;
            assert!(!message.subject.is_empty() && !message.subject.contains('\n'), "{message:?}");
            assert!(message.text.contains(link), "a text is not escaped: {}", message.text);
            assert!(message.text.contains("<미나>"), "{}", message.text);
            assert!(message.html.contains("https://team.example/x?a=1&amp;b=2"), "{}", message.html);
            assert!(message.html.contains("&lt;미나&gt;"), "HTML is escaped: {}", message.html);
        }
        Ok(())
    }
}
