//! `check`: everything that would go wrong, before it does.

use std::{
    fs,
    path::{Path, PathBuf},
};

use teammoa_persistence::{DatabaseUrl, SchemaState};
use teammoa_service::shared::Redis;

use crate::{
    config::{DataConfig, MailConfig, MailTransport, Parts, Problems, Secret, Storage},
    failure::Failure,
    out, wire,
};

/// What was looked at, and what was found.
struct Finding {
    subject: &'static str,
    result: Result<String, String>,
}

pub(super) async fn run(parts: Parts) -> Result<(), Failure> {
    let (data, mail) = (parts.data.clone().ok(), parts.mail.clone().ok());
    let (mut findings, warnings) = configuration(parts);
    if let Some(data) = &data {
        findings.push(Finding { subject: "database", result: database(data).await });
    }
    if let Some(mail) = &mail {
        findings.push(Finding { subject: "mail", result: mailer(mail).await });
    }
    if let Some(data) = &data {
        findings.push(Finding { subject: "redis", result: redis(data.redis_url.as_ref()).await });
        findings.push(Finding { subject: "storage", result: storage(&data.storage) });
    }
    for warning in warnings {
        out::say(format!("warning  {warning}"));
    }
    report(&findings)
}

fn configuration(parts: Parts) -> (Vec<Finding>, Vec<String>) {
    let subject = "configuration";
    match parts.complete() {
        Ok(loaded) => {
            let good = "every variable can be read".to_owned();
            (vec![Finding { subject, result: Ok(good) }], loaded.warnings)
        }
        Err(Problems { problems, warnings }) => {
            let bad =
                problems.into_iter().map(|problem| Finding { subject, result: Err(problem.to_string()) });
            (bad.collect(), warnings)
        }
    }
}

fn report(findings: &[Finding]) -> Result<(), Failure> {
    for Finding { subject, result } in findings {
        match result {
            Ok(good) => out::say(format!("ok       {subject}: {good}")),
            Err(bad) => out::say(format!("PROBLEM  {subject}: {bad}")),
        }
    }
    match findings.iter().filter(|finding| finding.result.is_err()).count() {
        0 => Ok(()),
        problems => Err(Failure::Found(problems)),
    }
}

async fn database(config: &DataConfig) -> Result<String, String> {
    let url = &config.database_url;
    if let DatabaseUrl::Sqlite(file) = url
        && !file.exists()
    {
        return writable(file).map(|()| format!("{url} does not exist yet and can be made"));
    }
    let wrong = |error: teammoa_persistence::Error| {
        format!("{url} does not answer ({error})\n      -> start it, or correct DATABASE_URL")
    };
    let db = wire::open(config).map_err(wrong)?;
    db.ping().await.map_err(wrong)?;
    match db.schema_state().await.map_err(wrong)? {
        SchemaState::Current => Ok(format!("{url} answers, its schema is up to date")),
        SchemaState::Behind(names) if config.migrate_on_start => {
            Ok(format!("{url} answers, serve will apply {} migrations", names.len()))
        }
        SchemaState::Behind(names) => Err(format!(
            "{url} lacks {} migrations ({})\n      -> run: teammoa-server migrate",
            names.len(),
            names.join(", ")
        )),
    }
}

async fn mailer(config: &MailConfig) -> Result<String, String> {
    match &config.transport {
        MailTransport::Folder(folder) => {
            writable(folder).map(|()| format!("goes to files in {}", folder.display()))
        }
        MailTransport::Smtp(_) => {
            let mailer = wire::mailer(config).map_err(|failure| failure.to_string())?;
            let checked = mailer.check().await;
            checked.map_err(|error| format!("{error}\n      -> look at SMTP_URL and at the mail server"))?;
            Ok("the mail server greets".to_owned())
        }
    }
}

async fn redis(url: Option<&Secret>) -> Result<String, String> {
    let Some(url) = url else {
        return Ok("not configured: this server is the only one".to_owned());
    };
    let wrong = |error| format!("{error}\n      -> start it, or correct REDIS_URL");
    Redis::new(url.expose()).map_err(wrong)?.ping().await.map_err(wrong)?;
    Ok("answers".to_owned())
}

fn storage(storage: &Storage) -> Result<String, String> {
    match storage {
        Storage::Folder(folder) => {
            writable(folder).map(|()| format!("{} can be written to", folder.display()))
        }
        Storage::S3(url) => Ok(format!("{url} is not looked at: this version keeps no files yet")),
    }
}

/// Whether a file or folder of this path can be made or written to, without leaving anything behind.
fn writable(path: &Path) -> Result<(), String> {
    let folder = nearest_folder(path);
    let probe = folder.join(format!(".teammoa-check-{}", std::process::id()));
    let tried = fs::write(&probe, b"").and_then(|()| fs::remove_file(&probe));
    tried.map_err(|error| {
        format!("{} cannot be written to: {}: {error}\n      -> make it, or let the user that runs TeamMoa write there", path.display(), folder.display())
    })
}

fn nearest_folder(path: &Path) -> PathBuf {
    let existing = path.ancestors().find(|ancestor| ancestor.is_dir());
    match existing {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ if path.is_absolute() => PathBuf::from("/"),
        _ => PathBuf::from("."),
    }
}
