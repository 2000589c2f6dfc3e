use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use super::Secret;
use crate::config::{
    reader::{Noted, Reader},
    values::{self, Wrong},
    variables,
};

/// How mail leaves.
#[derive(Debug, Clone)]
pub struct MailConfig {
    /// By which way.
    pub transport: MailTransport,
    /// `MAIL_FROM`, or a sender that is good enough for files.
    pub from: String,
    /// `SMTP_TIMEOUT`.
    pub timeout: Duration,
    /// `SMTP_CONCURRENCY`.
    pub concurrency: usize,
}

/// The two ways mail can leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailTransport {
    /// To this server.
    Smtp(Secret),
    /// Into this folder, one file per mail.
    Folder(PathBuf),
}

impl MailConfig {
    pub(in crate::config) fn read(
        reader: &mut Reader<'_>,
        data_dir: Result<&Path, Noted>,
    ) -> Result<MailConfig, Noted> {
        let smtp_url = reader.optional(variables::SMTP_URL, |text| {
            let example = "smtp://mail.example.com:587?tls=required";
            values::service_url(text, &["smtp", "smtps"], example)?;
            Ok(Secret::new(text))
        });
        let from = reader.optional(variables::MAIL_FROM, sender);
        if matches!(smtp_url, Ok(Some(_))) && from == Ok(None) {
            reader.wrong(
                variables::MAIL_FROM,
                "is missing, and SMTP_URL needs it",
                "set it to the sender of all mail: TeamMoa <teammoa@example.com>",
            );
        }
        let timeout = reader.value(variables::SMTP_TIMEOUT, values::some_duration);
        let concurrency = reader.value(variables::SMTP_CONCURRENCY, values::number);
        let transport = match smtp_url? {
            Some(url) => MailTransport::Smtp(url),
            None => MailTransport::Folder(data_dir?.join("mail")),
        };
        Ok(MailConfig {
            transport,
            from: from?.unwrap_or_else(|| "TeamMoa <teammoa@localhost>".to_owned()),
            timeout: timeout?,
            concurrency: concurrency?,
        })
    }
}

/// A rough look only: the mailer reads it exactly, and [`crate::wire`] names this variable when it objects.
fn sender(text: &str) -> Result<String, Wrong> {
    if text.contains('@') && !text.contains(['\r', '\n']) {
        return Ok(text.to_owned());
    }
    Err(Wrong::new("is no sender", "write TeamMoa <teammoa@example.com> or only the address"))
}
