//! Links in mails.

/// The first link in a text that leads further than to the front page of a site.
pub(crate) fn first_link(text: &str) -> Option<String> {
    text.split_whitespace()
        .filter_map(|word| {
            Some((word, word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"))?))
        })
        .find(|(_, rest)| rest.split_once('/').is_some_and(|(_, path)| !path.is_empty()))
        .map(|(word, _)| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_the_front_page_are_passed_over() {
        let text = "TeamMoa (https://teammoa.test/) says hello.\n\nhttps://teammoa.test\nhttp://teammoa.test/a/b/ bye";
        assert_eq!(first_link(text).as_deref(), Some("http://teammoa.test/a/b/"));
        assert_eq!(first_link("no link"), None);
    }
}
