//! What a team is called and how many it takes.

use std::fmt;

use crate::value::text_value;
use crate::{Invalid, text};

text_value! {
    /// A team's title: 1 to 64 characters on one line.
    TeamTitle
}

impl TeamTitle {
    /// The most characters.
    pub const MAX: usize = 64;

    /// Reads a title as typed.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        text::bounded_line(typed, 1, Self::MAX).map(Self)
    }
}

text_value! {
    /// What a team says about itself: at most 500 characters, may be empty.
    Introduction
}

impl Introduction {
    /// The most characters.
    pub const MAX: usize = 500;

    /// Reads an introduction as typed.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        text::bounded(typed, 0, Self::MAX).map(Self)
    }
}

/// How many members a team may have: 1 to 100, the host included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MemberLimit(u8);

impl MemberLimit {
    /// The smallest limit: the host alone.
    pub const MIN: usize = 1;
    /// The largest limit: TeamMoa is for small teams, and every page is laid out for them.
    pub const MAX: usize = 100;

    /// A limit from a number.
    pub fn new(number: i64) -> Result<Self, Invalid> {
        match u8::try_from(number) {
            Ok(limit) if (Self::MIN..=Self::MAX).contains(&usize::from(limit)) => Ok(Self(limit)),
            Ok(_) | Err(_) => Err(Invalid::OutOfRange { min: Self::MIN, max: Self::MAX }),
        }
    }

    /// Reads a limit as typed; what is not a whole number is out of range too.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        let typed = text::clean(typed);
        if typed.is_empty() {
            return Err(Invalid::Required);
        }
        Self::new(typed.parse().unwrap_or(i64::MAX))
    }

    /// The number.
    pub fn get(self) -> i32 {
        i32::from(self.0)
    }
}

/// The password that a team asks of those who join: 4 to 100 characters. It is told to people, so the rules for
/// [personal passwords](crate::user::Password) would be too much. It never shows itself in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct TeamPassword(String);

impl TeamPassword {
    /// The fewest characters: enough together with the throttle of joining.
    pub const MIN: usize = 4;
    /// The most characters.
    pub const MAX: usize = 100;

    /// Reads a password as typed; spaces at its ends do not count, because it is often copied out of a message.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        text::bounded_line(typed, Self::MIN, Self::MAX).map(Self)
    }

    /// The password itself, for hashing.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TeamPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TeamPassword(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_line_of_at_most_64_characters() {
        assert!(TeamTitle::parse(&"가".repeat(64)).is_ok());
        assert_eq!(TeamTitle::parse(&"가".repeat(65)), Err(Invalid::TooLong { max: 64 }));
        assert_eq!(TeamTitle::parse(" "), Err(Invalid::Required));
        assert_eq!(TeamTitle::parse("a\nb"), Err(Invalid::Malformed));
    }

    #[test]
    fn a_limit_is_a_number_from_1_to_100() {
        assert_eq!(MemberLimit::parse(" 100 ").map(MemberLimit::get), Ok(100));
        for wrong in ["0", "101", "-1", "300", "many", "2.5"] {
            assert_eq!(MemberLimit::parse(wrong), Err(Invalid::OutOfRange { min: 1, max: 100 }), "{wrong}");
        }
        assert_eq!(MemberLimit::parse(""), Err(Invalid::Required));
    }

    #[test]
    fn a_team_password_may_be_simple_but_not_tiny() {
        assert_eq!(TeamPassword::parse("  red1 ").as_ref().map(TeamPassword::expose), Ok("red1"));
        assert_eq!(TeamPassword::parse("red"), Err(Invalid::TooShort { min: 4 }));
        assert_eq!(format!("{:?}", TeamPassword::parse("red1")), "Ok(TeamPassword(…))");
    }
}
