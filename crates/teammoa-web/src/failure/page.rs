//! Failures for people: the error page, or a plain one when the templates themselves fail.

use std::fmt::Write;

use actix_web::HttpRequest;
use actix_web::web::Data;
use teammoa_domain::Language;

use super::{Failure, person, words::Words};
use crate::view::pages::ErrorPage;
use crate::view::{Shell, Templates};

/// What the page needs to know about the request it answers.
pub(super) struct Visit<'a> {
    pub(super) request: &'a HttpRequest,
    pub(super) language: Language,
    pub(super) request_id: &'a str,
    /// Token for the forms in the frame of the page.
    pub(super) csrf: String,
}

/// The page as HTML. Never fails.
pub(super) fn html(failure: &Failure, visit: &Visit<'_>) -> String {
    let words = Words::of(failure, visit.language);
    let templates = visit.request.app_data::<Data<Templates>>();
    let rendered =
        templates.map(|templates| templates.render(&shell(visit), &error_page(failure, &words, visit)));
    match rendered {
        Some(Ok(page)) => page,
        Some(Err(error)) => {
            tracing::error!(?error, "the error page could not be rendered");
            plain(failure, &words, visit)
        }
        None => plain(failure, &words, visit),
    }
}

fn shell(visit: &Visit<'_>) -> Shell {
    let path = visit.request.uri().path_and_query().map_or("/", |path| path.as_str());
    Shell {
        csrf: visit.csrf.clone(),
        request_id: visit.request_id.into(),
        person: person(visit.request),
        ..Shell::anonymous(visit.language, path)
    }
}

fn error_page(failure: &Failure, words: &Words, visit: &Visit<'_>) -> ErrorPage {
    ErrorPage {
        status: failure.status.as_u16(),
        title: words.title.clone(),
        text: words.text.clone(),
        hint: words.hint.clone(),
        request_id: visit.request_id.into(),
        details: failure.extra.clone(),
    }
}

fn plain(failure: &Failure, words: &Words, visit: &Visit<'_>) -> String {
    let (title, text) = (escaped(&words.title), escaped(&words.text));
    let hint = words.hint.as_deref().map_or_else(String::new, |hint| format!("<p>{}</p>\n", escaped(hint)));
    let mut facts = String::new();
    for (name, value) in &failure.extra {
        // Writing to a string does not fail
        let _ = writeln!(facts, "<p>{}: <code>{}</code></p>", escaped(name), escaped(value));
    }
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <h1>{title}</h1>\n<p>{text}</p>\n{hint}{facts}<p><small>{status} · {id}</small></p>\n</html>\n",
        language = visit.language.tag(),
        status = failure.status.as_u16(),
        id = escaped(visit.request_id),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
