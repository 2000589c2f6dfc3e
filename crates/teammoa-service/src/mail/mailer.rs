//! How mails leave: to a mail server, into a folder, or into memory.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::{Message, folder};

/// Hands mails over. Cheap to clone.
#[derive(Debug, Clone)]
pub enum Mailer {
    /// To a mail server, over a connection of its own for each mail.
    Smtp(Smtp),
    /// Into a folder of `.eml` files: development.
    Folder(Folder),
    /// Into memory: tests.
    Memory(MemoryOutbox),
}

/// Why a mail counts as not handed over. Nobody has it, with one exception that no protocol can rule out: when the
/// connection breaks between the mail server's last yes and our reading it, it has the mail and we don't know.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The mail server does not take mail for this address.
    #[error("recipient refused: {0}")]
    RecipientRefused(String),
    /// The mail server is away, too slow, or does not want this mail now.
    #[error("mail not handed over: {0}")]
    Failed(String),
}

/// Why there can be no mailer with this configuration.
#[derive(Debug, thiserror::Error)]
pub enum MailSetUpError {
    /// Not `smtp://…` or `smtps://…`.
    #[error("the mail server's address is not one: {0}")]
    Url(String),
    /// Not `name@domain` or `Name <name@domain>`.
    #[error("the sender is no mail address: {0}")]
    Sender(String),
    /// The folder can't be made.
    #[error("the mail folder can't be made: {0}")]
    Folder(#[from] std::io::Error),
}

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    timeout: Duration,
}

/// A folder for mails.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    from: Mailbox,
}

/// The mails that were handed over in this process, oldest first.
#[derive(Debug, Clone, Default)]
pub struct MemoryOutbox(Arc<Mutex<Vec<Message>>>);

impl Mailer {
    /// A mailer to the server at `smtp://` (with `?tls=required` for STARTTLS) or `smtps://`. `timeout` limits the whole
    /// conversation about one mail: lettre's own covers only connecting.
    pub fn smtp(url: &str, from: &str, timeout: Duration) -> Result<Self, MailSetUpError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| MailSetUpError::Url(error.to_string()))?
            .timeout(Some(timeout))
            .build();
        Ok(Self::Smtp(Smtp { transport, from: sender(from)?, timeout }))
    }

    /// A mailer into a folder, which is made.
    pub fn folder(path: PathBuf, from: &str) -> Result<Self, MailSetUpError> {
        std::fs::create_dir_all(&path)?;
        Ok(Self::Folder(Folder { path, from: sender(from)? }))
    }

    /// A mailer into memory.
    pub fn memory() -> Self {
        Self::Memory(MemoryOutbox::default())
    }

    /// Hands one mail over. When this returns without an error, the other side has it.
    pub async fn send(&self, message: &Message) -> Result<(), MailError> {
        match self {
            Self::Smtp(smtp) => smtp.send(message).await,
            Self::Folder(folder) => folder::write(&folder.path, &message.assemble(&folder.from)?).await,
            Self::Memory(outbox) => {
                outbox.push(message.clone());
                Ok(())
            }
        }
    }

    /// Whether mails could be handed over now: the server greets, the folder can be written to.
    pub async fn check(&self) -> Result<(), MailError> {
        match self {
            Self::Smtp(smtp) => smtp.check().await,
            Self::Folder(folder) => folder::check(&folder.path).await,
            Self::Memory(_) => Ok(()),
        }
    }
}

impl Smtp {
    async fn send(&self, message: &Message) -> Result<(), MailError> {
        let mail = message.assemble(&self.from)?;
        match tokio::time::timeout(self.timeout, self.transport.send(mail)).await {
            Ok(Ok(_accepted)) => Ok(()),
            Ok(Err(error)) => Err(sort(&error)),
            Err(_elapsed) => Err(self.too_slow()),
        }
    }

    async fn check(&self) -> Result<(), MailError> {
        match tokio::time::timeout(self.timeout, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(MailError::Failed("the mail server hung up".to_owned())),
            Ok(Err(error)) => Err(sort(&error)),
            Err(_elapsed) => Err(self.too_slow()),
        }
    }

    fn too_slow(&self) -> MailError {
        MailError::Failed(format!("no answer from the mail server within {} s", self.timeout.as_secs_f32()))
    }
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp")
            .field("from", &self.from)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

impl MemoryOutbox {
    /// All mails, oldest first.
    pub fn messages(&self) -> Vec<Message> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn push(&self, message: Message) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(message);
    }
}

/// The permanent answers that speak of the recipient (RFC 5321, section 4.2.3): no such mailbox, not local, full, not a
/// name. Other permanent ones speak of us, for instance of a login that is wrong.
fn sort(error: &SmtpError) -> MailError {
    let code = error.status().map(u16::from);
    if matches!(code, Some(550..=553)) {
        MailError::RecipientRefused(error.to_string())
    } else {
        MailError::Failed(error.to_string())
    }
}

fn sender(from: &str) -> Result<Mailbox, MailSetUpError> {
    from.parse().map_err(|error: lettre::address::AddressError| MailSetUpError::Sender(error.to_string()))
}
