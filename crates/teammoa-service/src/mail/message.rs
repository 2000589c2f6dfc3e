//! One mail, before it becomes bytes.

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::MailError;
use crate::{Fault, secrets};

/// A mail to one person, as text and as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Names this mail for ever, 32 hexadecimal digits: a mail that is handed over twice has the same one twice, so that
    /// mail programs show it once.
    pub id: String,
    /// The address that it goes to.
    pub to: String,
    /// One line.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part, which says the same.
    pub html: String,
}

impl Message {
    /// A new name for a mail. Fails when the operating system gives no random bytes.
    pub fn new_id() -> Result<String, Fault> {
        Ok(format!("{:032x}", u128::from_be_bytes(secrets::random()?)))
    }

    /// The mail as it goes over the wire, with its date and its id at the sender's domain. Fails with
    /// [`MailError::RecipientRefused`] when the recipient is no address.
    pub(super) fn assemble(&self, from: &Mailbox) -> Result<lettre::Message, MailError> {
        let to =
            self.to.parse::<Mailbox>().map_err(|error| MailError::RecipientRefused(error.to_string()))?;
        let id = format!("<{}@{}>", self.id, from.email.domain());
        let mut mail = lettre::Message::builder()
            .from(from.clone())
            .to(to)
            .subject(self.subject.clone())
            .message_id(Some(id))
            .multipart(MultiPart::alternative_plain_html(self.text.clone(), self.html.clone()))
            .map_err(|error| MailError::Failed(error.to_string()))?;
        mail.headers_mut().insert_raw(automatic());
        Ok(mail)
    }
}

/// Tells other programs not to answer (RFC 3834, section 5).
fn automatic() -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned())
}
