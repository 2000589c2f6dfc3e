//! How texts of people are read: cleaned, counted, and folded into keys.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;

use crate::Invalid;

/// The text in Unicode form NFC without white space at its ends: what we store and show.
pub fn clean(text: &str) -> String {
    text.nfc().collect::<String>().trim().to_owned()
}

/// The key of a text: two texts that differ only in case or in their Unicode form have the same one.
///
/// We compute it ourselves because the databases don't agree on it (SQLite's `lower()` knows ASCII only).
pub fn fold(text: &str) -> String {
    clean(text).chars().nfd().default_case_fold().nfc().collect()
}

/// The length as people count it: Unicode scalar values of the cleaned text.
pub fn length(text: &str) -> usize {
    clean(text).chars().count()
}

/// Cleans a text and checks that its length lies between `min` and `max`; an empty one is [`Invalid::Required`]
/// unless `min` is zero. Control characters other than line breaks and tabs are [`Invalid::Malformed`]: databases and
/// mails stumble over them.
pub fn bounded(text: &str, min: usize, max: usize) -> Result<String, Invalid> {
    let cleaned = clean(text);
    let length = cleaned.chars().count();
    if cleaned.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        Err(Invalid::Malformed)
    } else if length == 0 && min > 0 {
        Err(Invalid::Required)
    } else if length < min {
        Err(Invalid::TooShort { min })
    } else if length > max {
        Err(Invalid::TooLong { max })
    } else {
        Ok(cleaned)
    }
}

/// As [`bounded`], for texts of one line: line breaks and tabs are [`Invalid::Malformed`] too.
pub fn bounded_line(text: &str, min: usize, max: usize) -> Result<String, Invalid> {
    let cleaned = bounded(text, min, max)?;
    if cleaned.chars().any(char::is_control) { Err(Invalid::Malformed) } else { Ok(cleaned) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn composed_and_decomposed_hangul_are_the_same_text() {
        let (composed, decomposed) = ("팀모아", "팀모아".nfd().collect::<String>());
        assert_ne!(composed, decomposed);
        assert_eq!(clean(&decomposed), composed);
        assert_eq!(length(&decomposed), 3);
    }

    #[test]
    fn keys_ignore_case_beyond_ascii() {
        assert_eq!(fold(" ÄPFEL "), fold("äpfel"));
        assert_eq!(fold("STRASSE"), fold("straße"));
    }

    #[test]
    fn lengths_are_checked_at_both_ends() {
        assert_eq!(bounded("  ", 1, 3), Err(Invalid::Required));
        assert_eq!(bounded("a", 2, 3), Err(Invalid::TooShort { min: 2 }));
        assert_eq!(bounded("abcd", 2, 3), Err(Invalid::TooLong { max: 3 }));
        assert_eq!(bounded(" abc ", 2, 3), Ok("abc".to_owned()));
        assert_eq!(bounded("", 0, 3), Ok(String::new()));
    }

    #[test]
    fn control_characters_are_refused_but_line_breaks_belong_to_long_texts() {
        assert_eq!(bounded("a\0b", 1, 9), Err(Invalid::Malformed));
        assert_eq!(bounded("a\nb", 1, 9), Ok("a\nb".to_owned()));
        assert_eq!(bounded_line("a\nb", 1, 9), Err(Invalid::Malformed));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
