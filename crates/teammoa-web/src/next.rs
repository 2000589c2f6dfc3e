//! Where to go after a form, as far as a request may say so.

/// The path if it stays on this site: it begins with one slash. What browsers read as another host (`//host`, `/\host`) or
/// what could break a header is none.
pub(crate) fn local(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('/')?;
    let foreign = rest.starts_with(['/', '\\']) || path.chars().any(char::is_control);
    (!foreign && path.len() <= 2000).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        for good in ["/", "/teams/", "/teams/3/?page=2#x"] {
            assert_eq!(local(good), Some(good));
        }
        for bad in [
            "",
            "teams/",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "/a\r\nb",
        ] {
            assert_eq!(local(bad), None, "{bad:?}");
        }
    }
}
