//! The mails that left this installation, for reading them without a mail server.

use actix_web::HttpResponse;
use actix_web::web::Path;
use teammoa_service::mail::folder::{self, StoredMail};

use crate::extract::Visit;
use crate::failure::Failure;
use crate::view::{Moment, Reader, pages};

/// All mails, newest first.
pub(crate) async fn list(visit: Visit) -> Result<HttpResponse, Failure> {
    let path = folder_of(&visit)?;
    let mails = in_background(move || folder::list(&path)).await?;
    let line = |mail: StoredMail| pages::DevMailLine {
        sent: moment(&visit, &mail),
        name: mail.name,
        to: mail.to,
        subject: mail.subject,
    };
    visit.render(&pages::DevMailList { mails: mails.into_iter().map(line).collect() })
}

/// One mail.
pub(crate) async fn show(visit: Visit, name: Path<String>) -> Result<HttpResponse, Failure> {
    let path = folder_of(&visit)?;
    let found = in_background(move || folder::read(&path, &name)).await?;
    let mail = found.ok_or_else(Failure::not_found)?;
    visit.render(&pages::DevMail {
        sent: moment(&visit, &mail),
        links: links(&mail.text),
        name: mail.name,
        to: mail.to,
        from: mail.from,
        subject: mail.subject,
        text: mail.text,
    })
}

fn folder_of(visit: &Visit) -> Result<std::path::PathBuf, Failure> {
    visit.app().dev.as_ref().map(|dev| dev.mail_folder.clone()).ok_or_else(Failure::not_found)
}

async fn in_background<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, Failure> {
    let done = actix_web::web::block(work).await.map_err(|error| error.to_string());
    done.and_then(|result| result.map_err(|error| error.to_string())).map_err(|error| {
        tracing::error!(%error, "the mail folder can't be read");
        Failure::internal()
    })
}

fn moment(visit: &Visit, mail: &StoredMail) -> Moment {
    let reader =
        Reader { language: visit.language, zone: chrono_tz::Tz::Asia__Seoul, now: visit.services().now() };
    reader.moment(mail.sent)
}

fn links(text: &str) -> Vec<String> {
    text.split_whitespace().filter(|word| word.starts_with("http")).map(str::to_owned).collect()
}
