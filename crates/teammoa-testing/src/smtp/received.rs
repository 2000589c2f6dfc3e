//! Mails that the server took.

use mail_parser::{Message, MessageParser};

use crate::links::first_link;

/// A mail as it came over the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReceivedMail {
    /// The sender of the envelope.
    pub from: String,
    /// The recipients of the envelope.
    pub to: Vec<String>,
    /// Header and body, as sent.
    pub data: String,
}

impl ReceivedMail {
    /// The subject, decoded.
    ///
    /// # Panics
    /// When the mail cannot be parsed or has no subject.
    pub fn subject(&self) -> String {
        found("subject", self.parsed().subject()).to_owned()
    }

    /// The plain text, decoded.
    ///
    /// # Panics
    /// When the mail cannot be parsed or has no text.
    pub fn text(&self) -> String {
        found("plain text", self.parsed().body_text(0)).into_owned()
    }

    /// The HTML, decoded.
    ///
    /// # Panics
    /// When the mail cannot be parsed or has no HTML.
    pub fn html(&self) -> String {
        found("HTML", self.parsed().body_html(0)).into_owned()
    }

    /// The first link in the plain text.
    ///
    /// # Panics
    /// When the mail cannot be parsed or has no link in its text.
    pub fn link(&self) -> String {
        found("link", first_link(&self.text()))
    }

    fn parsed(&self) -> Message<'_> {
        found("readable content", MessageParser::default().parse(&self.data))
    }
}

fn found<T>(what: &str, part: Option<T>) -> T {
    part.unwrap_or_else(|| panic!("the mail has no {what}"))
}
