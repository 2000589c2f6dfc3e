//! The mail folder of a development installation: one `.eml` file for each mail.

use std::io;
use std::path::Path;

use chrono::{DateTime, Utc};
use mail_parser::{Address, MessageParser};

use super::MailError;

/// A mail as it lies in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMail {
    /// The file's name without `.eml`: names a mail in links.
    pub name: String,
    /// The recipient.
    pub to: String,
    /// The sender.
    pub from: String,
    /// One line.
    pub subject: String,
    /// When it was written.
    pub sent: DateTime<Utc>,
    /// The text part.
    pub text: String,
}

/// The mails of a folder, newest first; at most 200. A folder that is not there yet has none. Blocks.
pub fn list(folder: &Path) -> io::Result<Vec<StoredMail>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names: Vec<String> =
        entries.filter_map(Result::ok).filter_map(|entry| mail_name(&entry.path())).collect();
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.truncate(200);
    Ok(names.iter().filter_map(|name| read(folder, name).ok().flatten()).collect())
}

/// One mail by its name; `None` when there is none, or the name could not be one of ours. Blocks.
pub fn read(folder: &Path, name: &str) -> io::Result<Option<StoredMail>> {
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Ok(None);
    }
    match std::fs::read(folder.join(format!("{name}.eml"))) {
        Ok(bytes) => Ok(parse(name, &bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a mail under a name that sorts by time. It appears whole or not at all.
pub(super) async fn write(folder: &Path, mail: &lettre::Message) -> Result<(), MailError> {
    let unique =
        super::super::secrets::random::<4>().map_err(|error| MailError::Failed(error.to_string()))?;
    let stamp = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let name = format!("{:016}-{:08x}", stamp.as_micros(), u32::from_be_bytes(unique));
    let (draft, path) = (folder.join(format!("{name}.draft")), folder.join(format!("{name}.eml")));
    let written = async {
        tokio::fs::write(&draft, mail.formatted()).await?;
        tokio::fs::rename(&draft, &path).await
    };
    written.await.map_err(|error| MailError::Failed(format!("{}: {error}", folder.display())))
}

/// Whether the folder can be written to.
pub(super) async fn check(folder: &Path) -> Result<(), MailError> {
    let probe = folder.join("check.draft");
    let tried = async {
        tokio::fs::write(&probe, b"").await?;
        tokio::fs::remove_file(&probe).await
    };
    tried.await.map_err(|error| MailError::Failed(format!("{}: {error}", folder.display())))
}

fn mail_name(path: &Path) -> Option<String> {
    (path.extension()? == "eml").then(|| path.file_stem()?.to_str().map(str::to_owned))?
}

fn parse(name: &str, bytes: &[u8]) -> Option<StoredMail> {
    let mail = MessageParser::default().parse(bytes)?;
    let address = |list: Option<&Address<'_>>| {
        list.and_then(Address::first)
            .and_then(|first| first.address.as_deref())
            .unwrap_or_default()
            .to_owned()
    };
    Some(StoredMail {
        name: name.to_owned(),
        to: address(mail.to()),
        from: address(mail.from()),
        subject: mail.subject().unwrap_or_default().to_owned(),
        sent: mail
            .date()
            .and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0))
            .unwrap_or_default(),
        text: mail.body_text(0).unwrap_or_default().into_owned(),
    })
}
