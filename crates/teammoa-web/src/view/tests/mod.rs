//! Tests over all texts, pages and templates at once.

mod assets;
mod devices;
mod fluent;
mod forms;
mod html;
mod mails;
mod moments;
mod pages;
mod sources;
mod texts;

use std::sync::LazyLock;

use teammoa_domain::Language;

use super::samples::{Sample, render_all};
use super::{Flash, FlashKind, QueryPanel, Shell, ShellPerson, Templates};

/// Every sample of every page, in every language, for nobody and for somebody.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let templates = Templates::new().unwrap();
    Language::ALL.into_iter().flat_map(shells).flat_map(|shell| render_all(&templates, &shell)).collect()
});

/// The frames of a page: for nobody, and with everything that it can show.
fn shells(language: Language) -> [Shell; 2] {
    let nobody = Shell { csrf: "the-token".to_owned(), ..Shell::anonymous(language, "/") };
    let person = ShellPerson { nickname: "미나".to_owned(), username: "mina".to_owned(), is_staff: false };
    let full = Shell {
        path: "/teams/?page=2".to_owned(),
        person: Some(person),
        flash: Some(Flash { kind: FlashKind::Error, text: "<b>".to_owned() }),
        development: true,
        queries: Some(QueryPanel { count: 1, rows: 2, db_ms: 0.5, list: vec!["SELECT '<'".to_owned()] }),
        ..nobody.clone()
    };
    [nobody, full]
}
