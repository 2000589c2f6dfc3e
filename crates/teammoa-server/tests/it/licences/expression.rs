//! The little of SPDX licence expressions that crates use: names, `AND`, `OR`, `WITH`, parentheses, and `/` for `OR`.

use std::collections::BTreeSet;

/// Whether the licences of the set are enough for this expression. What is no expression is not allowed.
pub(super) fn is_allowed(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let answer = any(&mut words, allowed);
    words.next().is_none() && answer == Some(true)
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> Option<bool> {
    let mut answer = all(words, allowed)?;
    while words.next_if_eq(&"OR").is_some() {
        answer |= all(words, allowed)?;
    }
    Some(answer)
}

fn all(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> Option<bool> {
    let mut answer = one(words, allowed)?;
    while words.next_if_eq(&"AND").is_some() {
        answer &= one(words, allowed)?;
    }
    Some(answer)
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<&str>) -> Option<bool> {
    let word = words.next()?;
    if word == "(" {
        let answer = any(words, allowed)?;
        return words.next_if_eq(&")").map(|_| answer);
    }
    if ["AND", "OR", "WITH", ")"].contains(&word) {
        return None;
    }
    match words.next_if_eq(&"WITH") {
        Some(_) => Some(allowed.contains(format!("{word} WITH {}", words.next()?).as_str())),
        None => Some(allowed.contains(word)),
    }
}

#[test]
fn expressions_are_understood() {
    let allowed = BTreeSet::from(["MIT", "Apache-2.0", "ISC", "Apache-2.0 WITH LLVM-exception"]);
    for good in [
        "MIT",
        "MIT OR GPL-3.0",
        "GPL-3.0/MIT",
        "MIT AND ISC",
        "(GPL-3.0 OR MIT) AND ISC",
        "GPL-3.0 OR (MIT AND ISC)",
        "GPL-3.0 OR Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(is_allowed(good, &allowed), "{good}");
    }
    for bad in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "MIT WITH nonsense",
        "MIT OR",
        "(MIT",
        "MIT ISC",
        "MIT AND (ISC",
        ")",
    ] {
        assert!(!is_allowed(bad, &allowed), "{bad}");
    }
}
