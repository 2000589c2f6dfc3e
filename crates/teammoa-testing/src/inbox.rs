//! The mails that a test's services sent.

use teammoa_service::mail::{MemoryOutbox, Message};

use crate::links::first_link;

/// Reads what was put into a [`MemoryOutbox`], as its recipients would.
#[derive(Clone, Debug)]
pub struct Inbox(MemoryOutbox);

impl Inbox {
    /// The mails of this outbox, those to come included.
    pub fn new(outbox: MemoryOutbox) -> Self {
        Self(outbox)
    }

    /// All mails, oldest first.
    pub fn all(&self) -> Vec<Message> {
        self.0.messages()
    }

    /// The mails to this address, oldest first.
    pub fn to(&self, address: &str) -> Vec<Message> {
        let mut mails = self.all();
        mails.retain(|mail| mail.to == address);
        mails
    }

    /// The first link in the text of the newest mail to this address.
    ///
    /// # Panics
    /// When there is no such mail, or no link in it.
    pub fn latest_link(&self, address: &str) -> String {
        let Some(mail) = self.to(address).pop() else {
            let others: Vec<String> = self.all().into_iter().map(|mail| mail.to).collect();
            panic!("no mail to {address}; there are mails to {others:?}");
        };
        first_link(&mail.text).unwrap_or_else(|| panic!("no link in the mail to {address}:\n{}", mail.text))
    }
}
