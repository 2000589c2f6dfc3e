//! The code by which a team is found by those who may join it.

use crate::value::text_value;
use crate::{Invalid, text};

/// Letters and digits that nobody confuses when reading them aloud or from a blackboard: no I, L, O, U.
const ALPHABET: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

text_value! {
    /// Twelve characters out of 32: 60 random bits, so that guessing one is hopeless even without the throttle.
    InviteCode
}

impl InviteCode {
    /// The number of characters.
    pub const LENGTH: usize = 12;

    /// The code that these random bytes make; each byte gives one character.
    pub fn from_random(bytes: [u8; Self::LENGTH]) -> Self {
        let letter = |byte: u8| ALPHABET.get(usize::from(byte % 32)).copied().map_or('0', char::from);
        Self(bytes.into_iter().map(letter).collect())
    }

    /// Reads a code as typed: small letters, spaces and hyphens do not matter, and what is easily confused is read as
    /// what was meant (O as 0, I and L as 1).
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        let cleaned = text::clean(typed).to_ascii_uppercase();
        let meant = |c: char| match c {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let code: String = cleaned.chars().filter(|c| !matches!(c, ' ' | '-')).map(meant).collect();
        if code.is_empty() {
            Err(Invalid::Required)
        } else if code.len() == Self::LENGTH && code.bytes().all(|byte| ALPHABET.contains(&byte)) {
            Ok(Self(code))
        } else {
            Err(Invalid::Malformed)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = InviteCode::from_random([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 31]);
        assert_eq!(code.as_str(), "0123456789AZ");
        assert_eq!(InviteCode::parse("ol23-4567-89az"), Ok(code));
    }

    #[test]
    fn what_can_not_be_a_code_is_refused() {
        assert_eq!(InviteCode::parse(" - "), Err(Invalid::Required));
        for wrong in ["0123456789A", "0123456789AZZ", "0123456789AU", "0123456789A가"] {
            assert_eq!(InviteCode::parse(wrong), Err(Invalid::Malformed), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_code_reads_itself(bytes in any::<[u8; InviteCode::LENGTH]>()) {
            let code = InviteCode::from_random(bytes);
            prop_assert_eq!(InviteCode::parse(code.as_str()), Ok(code));
        }
    }
}
