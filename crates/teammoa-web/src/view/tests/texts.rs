//! The Fluent files of all languages.

use teammoa_domain::{Invalid, Language};

use super::fluent::texts;
use crate::view::i18n::{self, Arg, TextError};

/// The failures that people can meet; each has words of its own.
const FAILURES: [&str; 16] = [
    "bad-origin",
    "bad-request",
    "busy",
    "conflict",
    "csrf",
    "forbidden",
    "host-not-allowed",
    "https-misconfigured",
    "internal",
    "invalid",
    "method-not-allowed",
    "not-found",
    "too-large",
    "too-many-requests",
    "unauthenticated",
    "unavailable",
];

#[test]
fn all_languages_have_the_same_texts_with_the_same_arguments() {
    assert_eq!(texts(Language::Ko), texts(Language::En));
}

#[test]
fn every_text_can_be_said_with_its_arguments() {
    for language in Language::ALL {
        for (key, names) in texts(language) {
            for arg in [Arg::from(1_usize), Arg::from(5_usize), Arg::from("some")] {
                let args: Vec<_> = names.iter().map(|name| (name.as_str(), arg.clone())).collect();
                let text = i18n::try_text(language, &key, &args).unwrap();
                assert!(!text.trim().is_empty(), "{key}");
                assert!(!text.contains(['\u{2068}', '\u{2069}']), "invisible marks in {key}");
            }
        }
    }
}

#[test]
fn a_text_that_is_missing_or_incomplete_is_an_error_and_shows_its_key() {
    let unknown = i18n::try_text(Language::En, "no-such-text", &[]);
    assert!(matches!(unknown, Err(TextError::Unknown { .. })), "{unknown:?}");
    let incomplete = i18n::try_text(Language::En, "flash-welcome", &[]);
    assert!(matches!(incomplete, Err(TextError::Incomplete { .. })), "{incomplete:?}");
    assert_eq!(i18n::text(Language::Ko, "no-such-text", &[]), "no-such-text");
}

#[test]
fn we_never_shout() {
    for (key, text) in spoken() {
        assert!(!text.contains(['!', '！']), "{key}: {text}");
    }
}

#[test]
fn korean_texts_are_korean_and_english_ones_are_not() {
    let names_of_languages = ["language-ko", "language-en"];
    for (key, text) in spoken() {
        let (language, key) = key.split_once(' ').unwrap();
        // Texts that are nothing but arguments and marks are the same everywhere
        let is_words = text.chars().any(char::is_alphabetic);
        if is_words && !names_of_languages.contains(&key) {
            let is_korean = text.chars().any(|c| ('가'..='힣').contains(&c));
            assert_eq!(is_korean, language == "ko", "{language} {key}: {text}");
        }
    }
}

#[test]
fn every_mistake_in_a_field_has_words_with_its_limits() {
    let mistakes = [
        Invalid::Required,
        Invalid::TooShort { min: 3 },
        Invalid::TooLong { max: 3 },
        Invalid::Malformed,
        Invalid::OutOfRange { min: 3, max: 3 },
        Invalid::Common,
        Invalid::OnlyDigits,
        Invalid::TooSimilar,
        Invalid::Mismatch,
        Invalid::Taken,
    ];
    let fields = ["username", "email", "nickname", "profile", "password", "password2", "identifier", "title"];
    let more = ["introduction", "member_limit", "old_password", "new_email"];
    for (language, mistake) in Language::ALL.into_iter().flat_map(|l| mistakes.iter().map(move |m| (l, m))) {
        for field in fields.into_iter().chain(more) {
            let words = i18n::invalid(language, field, mistake);
            assert!(!words.starts_with("invalid-"), "{words}");
            let has_limits = mistake.min().or(mistake.max()).is_some();
            assert_eq!(words.contains('3'), has_limits, "{words}");
        }
    }
}

#[test]
fn a_field_may_have_better_words_than_the_usual_ones() {
    let own = i18n::invalid(Language::En, "member_limit", &Invalid::Malformed);
    assert_eq!(own, i18n::text(Language::En, "invalid-member-limit-malformed", &[]));
    let usual = i18n::invalid(Language::En, "profile", &Invalid::Malformed);
    assert_eq!(usual, i18n::text(Language::En, "invalid-malformed", &[]));
}

#[test]
fn a_wait_is_said_in_seconds_or_minutes() {
    let said = |language, seconds: u32| i18n::text(language, "wait", &[("seconds", Arg::from(seconds))]);
    let cases = [
        (1, "1초", "1 second"),
        (90, "90초", "90 seconds"),
        (91, "2분", "2 minutes"),
        (3600, "60분", "60 minutes"),
    ];
    for (seconds, korean, english) in cases {
        assert_eq!(said(Language::Ko, seconds), korean);
        assert_eq!(said(Language::En, seconds), english);
    }
}

#[test]
fn every_failure_says_what_happened_why_and_what_to_do() {
    let keys = texts(Language::Ko);
    for code in FAILURES {
        for part in ["title", "text", "hint"] {
            let key = format!("failure-{code}-{part}");
            assert!(keys.contains_key(&key), "{key}");
        }
    }
}

/// What every text says, by language and key, with arguments left out.
fn spoken() -> Vec<(String, String)> {
    let mut spoken = Vec::new();
    for language in Language::ALL {
        for (key, names) in texts(language) {
            let args: Vec<_> = names.iter().map(|name| (name.as_str(), Arg::from(""))).collect();
            spoken.push((format!("{} {key}", language.tag()), i18n::text(language, &key, &args)));
        }
    }
    spoken
}
