//! The templates as they are written.

use std::collections::BTreeSet;

use rust_embed::RustEmbed;

use super::SAMPLES;

#[derive(RustEmbed)]
#[folder = "../../templates/"]
struct Files;

#[test]
fn every_template_of_a_page_belongs_to_a_page() {
    let written: BTreeSet<_> = sources().into_iter().map(|(path, _)| path).collect();
    let written: BTreeSet<_> =
        written.iter().filter(|path| path.starts_with("pages/")).map(String::as_str).collect();
    let used: BTreeSet<_> = SAMPLES.iter().map(|sample| sample.template).collect();
    assert_eq!(written, used);
}

#[test]
fn no_template_has_words_of_its_own() {
    for (path, source) in sources() {
        assert!(!source.chars().any(|c| ('가'..='힣').contains(&c)), "Hangul in {path}");
        let markup = without_tera(&source);
        let words: Vec<_> = text_nodes(&markup).chain(spoken_attributes(&markup)).filter(has_words).collect();
        assert!(words.is_empty(), "{path}: {words:?} belongs into locales/");
    }
}

#[test]
fn a_word_in_a_template_would_be_found() {
    let page = "{% if a > b %}<p class=\"x\">{{ a }} Hello</p>{# Note #}<i aria-label=\"Close\" title=\"{{ b }}\"></i>";
    let markup = without_tera(page);
    let found: Vec<_> = text_nodes(&markup).chain(spoken_attributes(&markup)).filter(has_words).collect();
    assert_eq!(found, ["Hello", "Close"]);
}

fn has_words(text: &&str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// The templates of pages by path. Those of mails are written in their languages.
fn sources() -> Vec<(String, String)> {
    let source = |path: &str| String::from_utf8(Files::get(path).unwrap().data.into_owned()).unwrap();
    let paths = Files::iter().filter(|path| !path.starts_with("mail/"));
    paths.map(|path| (path.to_string(), source(&path))).collect()
}

/// The markup alone: what stands between the marks of Tera is left out.
fn without_tera(source: &str) -> String {
    let mut markup = String::new();
    let mut rest = source;
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        markup.push_str(&rest[..start]);
        let end = match &rest[start..start + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let length = rest[start..].find(end).expect("an end");
        rest = &rest[start + length + 2..];
    }
    markup + rest
}

/// What stands between tags. Entities are no words, and neither are attributes that a component adds to a tag.
fn text_nodes(markup: &str) -> impl Iterator<Item = &str> {
    let between = markup.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
    between.map(str::trim).filter(|text| !text.starts_with('&') && !text.contains("=\""))
}

/// The values of attributes that are read out or shown.
fn spoken_attributes(markup: &str) -> impl Iterator<Item = &str> {
    let names = ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\"", "content=\""];
    let values = names.into_iter().flat_map(|name| markup.split(name).skip(1));
    let values = values.filter_map(|rest| rest.split('"').next());
    // Settings of the browser, not words
    values.filter(|value| !value.starts_with("width=") && *value != "light dark")
}
