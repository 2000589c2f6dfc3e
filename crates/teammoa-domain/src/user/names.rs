//! What a person is called: the name to log in with, the name to be seen under, and the text about him.

use crate::value::text_value;
use crate::{Invalid, text};

/// The key under which an account is looked up by what was typed into the login field: a username or an address.
pub fn login_key(typed: &str) -> String {
    text::fold(typed)
}

text_value! {
    /// The name to log in with: 3 to 150 ASCII letters, digits and `_ . + -`.
    ///
    /// It has no `@`, so that a login name can never be someone else's address.
    Username
}

impl Username {
    /// The fewest characters.
    pub const MIN: usize = 3;
    /// The most characters.
    pub const MAX: usize = 150;

    /// Reads a name as typed; see [`Invalid`] for what can be wrong.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        let name = text::bounded_line(typed, Self::MIN, Self::MAX)?;
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '+' | '-');
        if name.chars().all(allowed) { Ok(Self(name)) } else { Err(Invalid::Malformed) }
    }

    /// The folded name: unique among accounts that are not deleted.
    pub fn key(&self) -> String {
        text::fold(&self.0)
    }
}

text_value! {
    /// The name that the others see: 2 to 10 characters. It need not be unique.
    Nickname
}

impl Nickname {
    /// The fewest characters.
    pub const MIN: usize = 2;
    /// The most characters.
    pub const MAX: usize = 10;

    /// Reads a nickname as typed.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        text::bounded_line(typed, Self::MIN, Self::MAX).map(Self)
    }
}

text_value! {
    /// What a person says about himself: at most 500 characters, may be empty.
    Profile
}

impl Profile {
    /// The most characters.
    pub const MAX: usize = 500;

    /// Nothing said.
    pub fn empty() -> Self {
        Self(String::new())
    }

    /// Reads a profile text as typed.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        text::bounded(typed, 0, Self::MAX).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_username_is_plain_ascii_without_an_at_sign() {
        assert_eq!(Username::parse(" mina.k+1 ").as_ref().map(Username::as_str), Ok("mina.k+1"));
        for wrong in ["mina@home", "미나미", "mi na", "mina/"] {
            assert_eq!(Username::parse(wrong), Err(Invalid::Malformed), "{wrong}");
        }
        assert_eq!(Username::parse("ab"), Err(Invalid::TooShort { min: 3 }));
        assert_eq!(Username::parse(&"a".repeat(151)), Err(Invalid::TooLong { max: 150 }));
    }

    #[test]
    fn usernames_that_differ_in_case_have_one_key() {
        let keys = ["Mina", "MINA"].map(|name| Username::parse(name).map(|name| name.key()));
        assert_eq!(keys[0], keys[1]);
        assert_eq!(keys[0].as_deref(), Ok(login_key(" mina").as_str()));
    }

    #[test]
    fn a_nickname_is_counted_in_characters_not_bytes() {
        assert!(Nickname::parse("열글자까지쓸수있어요").is_ok());
        assert_eq!(Nickname::parse("열한글자는너무길어서안돼"), Err(Invalid::TooLong { max: 10 }));
        assert_eq!(Nickname::parse("a"), Err(Invalid::TooShort { min: 2 }));
    }

    #[test]
    fn a_profile_may_be_empty_and_is_limited() {
        assert!(Profile::parse("").is_ok());
        assert_eq!(Profile::parse(&"가".repeat(501)), Err(Invalid::TooLong { max: 500 }));
    }
}
