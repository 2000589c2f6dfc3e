//! The address that mail for an account goes to.

use crate::value::text_value;
use crate::{Invalid, text};

text_value! {
    /// An e-mail address that mail servers of today take: at most 254 ASCII characters, `local@domain.tld`.
    ///
    /// The test is deliberately coarse: whether an address exists, only a mail can tell. What it keeps out is what would
    /// break a mail header or could never be delivered.
    Email
}

impl Email {
    /// The most characters (RFC 5321, section 4.5.3.1.3, less the angle brackets).
    pub const MAX: usize = 254;
    /// The most characters before the `@` (RFC 5321, section 4.5.3.1.1).
    pub const LOCAL_MAX: usize = 64;

    /// Reads an address as typed.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        let address = text::bounded_line(typed, 1, Self::MAX)?;
        let (local, domain) = address.rsplit_once('@').ok_or(Invalid::Malformed)?;
        if is_local(local) && is_domain(domain) { Ok(Self(address)) } else { Err(Invalid::Malformed) }
    }

    /// The folded address: unique among accounts that are not deleted.
    pub fn key(&self) -> String {
        text::fold(&self.0)
    }
}

fn is_local(local: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    (1..=Email::LOCAL_MAX).contains(&local.len())
        && local.chars().all(allowed)
        && local.split('.').all(|atom| !atom.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.') && domain.split('.').all(is_label) && !top.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_are_taken() {
        for right in ["mina@example.com", "m.k+team@mail.example.co.kr", "o'neil@x-y.example", "a@1.example"]
        {
            assert!(Email::parse(right).is_ok(), "{right}");
        }
    }

    #[test]
    fn what_no_mail_server_takes_is_refused() {
        for wrong in [
            "mina",
            "@example.com",
            "mina@",
            "mina@example",
            "a b@example.com",
            "mina@-x.com",
            "mina@x..com",
            ".a@example.com",
            "a.@example.com",
            "mina@example.com\r\nBcc: x@y.z",
            "<mina@example.com>",
            "mina@1.2.3.4",
            "미나@example.com",
        ] {
            assert_eq!(Email::parse(wrong), Err(Invalid::Malformed), "{wrong}");
        }
        assert_eq!(Email::parse("  "), Err(Invalid::Required));
        assert_eq!(
            Email::parse(&format!("{}@example.com", "a".repeat(250))),
            Err(Invalid::TooLong { max: 254 })
        );
    }

    #[test]
    fn addresses_that_differ_in_case_have_one_key() {
        assert_eq!(Email::parse("Mina@Example.COM").map(|e| e.key()), Ok("mina@example.com".to_owned()));
    }
}
