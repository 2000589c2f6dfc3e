//! What holds for every page, whatever it shows.

use std::collections::BTreeSet;

use super::html::{Parsed, parsed, words};
use crate::view::{Shell, assets};

#[test]
fn every_page_has_one_heading_and_a_title_that_ends_with_the_product() {
    for page in parsed() {
        assert_eq!(page.all("h1").len(), 1, "{}", page.name);
        assert_eq!(page.all("main#content").len(), 1, "{}", page.name);
        let title = words(page.all("title")[0]);
        let (thing, product) = title.rsplit_once(" · ").unwrap_or_default();
        assert!(!thing.is_empty() && ["팀모아", "TeamMoa"].contains(&product), "{}: {title}", page.name);
    }
}

#[test]
fn nothing_is_inline_so_that_the_content_security_policy_holds() {
    for page in parsed() {
        for element in page.all("*") {
            let attributes = element.value().attrs();
            let inline: Vec<_> =
                attributes.filter(|(name, _)| *name == "style" || name.starts_with("on")).collect();
            assert!(inline.is_empty(), "{}: {inline:?}", page.name);
        }
        assert!(!page.has("style, script:not([src]), base"), "{}", page.name);
    }
}

#[test]
fn what_people_typed_stays_text() {
    for page in parsed() {
        for markup in ["<script>", "<b>모두", "<b>환영", "<팀모아>"] {
            assert!(!page.source.contains(markup), "{}: {markup}", page.name);
        }
    }
}

#[test]
fn the_addresses_in_a_mail_can_be_clicked() {
    for page in parsed().iter().filter(|page| page.name == "pages/dev/mail.html 1") {
        let link = page.all(".mail__text a")[0];
        assert_eq!(link.attr("href"), Some(words(link).as_str()));
        assert!(words(page.all(".mail__text")[0]).ends_with("<팀모아>"), "the rest stays as it is");
    }
}

#[test]
fn every_asset_and_icon_exists_and_nothing_comes_from_elsewhere() {
    let folder = format!("{}/{}/", Shell::ASSETS, assets::hash());
    let sprite = String::from_utf8(assets::content("icons.svg").unwrap()).unwrap();
    for page in parsed() {
        for address in addresses(&page, "link[href]", "href").chain(addresses(&page, "[src]", "src")) {
            let path = address.strip_prefix(&folder).unwrap_or_else(|| panic!("{}: {address}", page.name));
            assert!(assets::exists(path), "{}: {address}", page.name);
        }
        for address in addresses(&page, "use", "href") {
            let (_, icon) =
                address.split_once("icons.svg#").unwrap_or_else(|| panic!("{}: {address}", page.name));
            assert!(sprite.contains(&format!("id=\"{icon}\"")), "{}: no icon {icon}", page.name);
        }
    }
}

#[test]
fn every_icon_is_silent_or_has_a_name_and_every_control_has_one() {
    for page in parsed() {
        for icon in page.all("svg.icon") {
            let silent = icon.attr("aria-hidden") == Some("true");
            let named = icon.attr("role") == Some("img") && icon.attr("aria-label").is_some();
            assert!(silent || named, "{}: {}", page.name, icon.html());
        }
        for control in page.all("a, button, summary") {
            let named = control.attr("aria-label").is_some_and(|label| !label.is_empty());
            assert!(named || !words(control).is_empty(), "{}: {}", page.name, control.html());
        }
    }
}

#[test]
fn ids_are_unique_and_what_refers_to_one_finds_it() {
    for page in parsed() {
        let ids: Vec<_> = addresses(&page, "[id]", "id").collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}: {ids:?}", page.name);
        for name in ["for", "aria-describedby", "aria-labelledby", "data-copies", "data-reveals"] {
            for id in addresses(&page, &format!("[{name}]"), name).flat_map(str::split_whitespace) {
                assert!(unique.contains(id), "{}: {name} {id}", page.name);
            }
        }
    }
}

#[test]
fn headings_leave_out_no_level() {
    for page in parsed() {
        let levels: Vec<_> =
            page.all("main h1, main h2, main h3").iter().map(|h| h.value().name().to_owned()).collect();
        let jumps = levels.windows(2).any(|pair| pair[0] == "h1" && pair[1] == "h3");
        assert!(!jumps, "{}: {levels:?}", page.name);
    }
}

#[test]
fn the_first_page_weighs_less_than_100_kb() {
    let landing = parsed().into_iter().find(|page| page.name == "pages/landing.html 1").unwrap();
    let files = addresses(&landing, "link[href]", "href").chain(addresses(&landing, "script[src]", "src"));
    let paths = files.filter_map(|address| address.splitn(4, '/').nth(3)).map(str::to_owned);
    // Modules that the first one imports, and the icons
    let more = assets::paths().into_iter().filter(|path| path.starts_with("js/") || path == "icons.svg");
    let paths: BTreeSet<_> = paths.chain(more).collect();
    let weight: usize = paths.iter().map(|path| assets::content(path).unwrap().len()).sum();
    assert!(weight + landing.source.len() < 100_000, "{weight} + {}", landing.source.len());
}

fn addresses<'a>(page: &'a Parsed, selector: &str, name: &'a str) -> impl Iterator<Item = &'a str> {
    page.all(selector)
        .into_iter()
        .filter_map(move |element| element.value().attr(name))
        .collect::<Vec<_>>()
        .into_iter()
}
