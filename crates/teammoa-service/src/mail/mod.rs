//! Mails: what is in them, how they are written, and how they leave.

mod compose;
pub mod folder;
mod gate;
mod letters;
mod mailer;
mod message;
pub mod outbox;

pub(crate) use compose::Recipient;
pub use gate::{MailGate, MailTurn};
pub use letters::{Letter, LetterContext, Letters};
pub use mailer::{MailError, MailSetUpError, Mailer, MemoryOutbox};
pub use message::Message;
