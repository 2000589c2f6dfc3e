//! Helpers to look into rendered pages.

use scraper::{ElementRef, Html, Selector};

use super::SAMPLES;
use crate::view::samples::Sample;

/// A parsed sample and what to call it in messages.
pub(super) struct Parsed {
    pub(super) name: String,
    pub(super) html: Html,
    pub(super) source: &'static str,
}

impl Parsed {
    pub(super) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    pub(super) fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }
}

/// Every sample, parsed.
pub(super) fn parsed() -> Vec<Parsed> {
    let parse = |sample: &'static Sample| {
        let name = format!("{} {}", sample.template, sample.number);
        let source = sample.html.as_ref().unwrap_or_else(|error| panic!("{name}: {error}"));
        Parsed { name, html: Html::parse_document(source), source }
    };
    SAMPLES.iter().map(parse).collect()
}

/// What a person hears or reads of an element.
pub(super) fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
