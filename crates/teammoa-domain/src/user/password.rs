//! What a password must be like. How it is hashed is not known here.

use std::fmt;

use zxcvbn::matching::Match;
use zxcvbn::matching::patterns::MatchPattern;

use crate::{Invalid, text};

/// A password that follows the rules: 8 to 128 characters, not of digits alone, not one that many people use, not like
/// the person's other data. It never shows itself in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// What a password must not be like: the other fields of the same form.
#[derive(Debug, Clone, Copy, Default)]
pub struct PasswordContext<'a> {
    /// Username, address, nickname and the like.
    pub personal: &'a [&'a str],
}

impl Password {
    /// The fewest characters (NIST SP 800-63B, section 5.1.1.1).
    pub const MIN: usize = 8;
    /// The most characters: enough for any phrase, too few to keep a hash function busy.
    pub const MAX: usize = 128;

    /// Reads a new password as typed. Unlike other texts it is taken as it is: spaces at its ends count.
    pub fn parse(typed: &str, context: PasswordContext<'_>) -> Result<Self, Invalid> {
        let length = typed.chars().count();
        if length == 0 {
            Err(Invalid::Required)
        } else if length < Self::MIN {
            Err(Invalid::TooShort { min: Self::MIN })
        } else if length > Self::MAX {
            Err(Invalid::TooLong { max: Self::MAX })
        } else if typed.chars().all(char::is_numeric) {
            Err(Invalid::OnlyDigits)
        } else if is_personal(typed, context.personal) {
            Err(Invalid::TooSimilar)
        } else if is_common(typed) {
            Err(Invalid::Common)
        } else {
            Ok(Self(typed.to_owned()))
        }
    }

    /// The password itself, for hashing.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Whether the password is another field, or holds one, or is held by one. Parts shorter than four characters are too
/// likely to occur by chance.
fn is_personal(password: &str, personal: &[&str]) -> bool {
    let password = text::fold(password);
    personal
        .iter()
        .flat_map(|value| parts(value))
        .any(|part| password.contains(&part) || part.contains(&password))
}

/// A value and, for an address, what stands before its `@` and its domain's first label.
fn parts(value: &str) -> Vec<String> {
    let whole = text::fold(value);
    let pieces = whole.split('@').flat_map(|piece| [piece, piece.split('.').next().unwrap_or(piece)]);
    let mut parts: Vec<String> = pieces.map(str::to_owned).collect();
    parts.push(whole);
    parts.retain(|part| part.chars().count() >= 4);
    parts
}

/// Whether the password is, as a whole, one of the 30,000 or so most used ones or a single common word or name, also
/// when written backwards, with other capitals or with digits for letters, or one such thing repeated. The lists are
/// those inside the `zxcvbn` crate, which takes them from published leaks; nothing is asked over the network.
fn is_common(password: &str) -> bool {
    let whole = |found: &Match| found.token == password;
    let in_a_list =
        |found: &Match| matches!(found.pattern, MatchPattern::Dictionary(_) | MatchPattern::Repeat(_));
    zxcvbn::zxcvbn(password, &[]).sequence().iter().any(|found| whole(found) && in_a_list(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINA: PasswordContext<'_> =
        PasswordContext { personal: &["mina.kim", "mina.kim@example.com", "미나", ""] };

    #[test]
    fn a_phrase_is_taken_as_it_is() {
        for right in ["correct horse battery", " spaces count ", "비밀번호는길고길게", "kX9-vmp2Qz"]
        {
            assert_eq!(Password::parse(right, MINA).as_ref().map(Password::expose), Ok(right));
        }
    }

    #[test]
    fn short_long_and_empty_ones_are_refused() {
        assert_eq!(Password::parse("", MINA), Err(Invalid::Required));
        assert_eq!(Password::parse("kX9-vmp", MINA), Err(Invalid::TooShort { min: 8 }));
        assert_eq!(Password::parse(&"x9-".repeat(43), MINA), Err(Invalid::TooLong { max: 128 }));
    }

    #[test]
    fn what_many_people_use_is_refused() {
        for common in
            ["password", "Passw0rd", "iloveyou", "qwertyuiop", "drowssap", "passwordpassword", "mountain"]
        {
            assert_eq!(Password::parse(common, MINA), Err(Invalid::Common), "{common}");
        }
        assert_eq!(Password::parse("8173450926", MINA), Err(Invalid::OnlyDigits));
    }

    #[test]
    fn what_is_like_the_other_fields_is_refused() {
        for similar in ["mina.kim", "MINA.KIM-2026", "mina.kim@example.com", "example-pass-1"] {
            assert_eq!(Password::parse(similar, MINA), Err(Invalid::TooSimilar), "{similar}");
        }
    }

    #[test]
    fn it_does_not_show_itself() {
        let shown = Password::parse("kX9-vmp2Qz", MINA).map(|password| format!("{password:?}"));
        assert_eq!(shown, Ok("Password(…)".to_owned()));
    }
}
