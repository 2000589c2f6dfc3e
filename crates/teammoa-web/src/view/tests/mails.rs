//! The templates of mails: their words are in the templates themselves, one set for each language.

use std::collections::{BTreeMap, BTreeSet};

use rust_embed::RustEmbed;
use teammoa_domain::Language;
use tera::Tera;

#[derive(RustEmbed)]
#[folder = "../../templates/mail/"]
struct Files;

#[test]
fn every_mail_exists_in_every_language_in_all_parts_with_the_same_variables() {
    let korean = mails(Language::Ko);
    assert_eq!(korean, mails(Language::En));
    let names: BTreeSet<_> = korean.keys().filter_map(|name| name.split('.').next()).collect();
    let letters = ["activation", "already_registered", "email_change", "email_changed", "password_changed"];
    assert_eq!(names, letters.into_iter().chain(["password_reset"]).collect());
    for name in names {
        for part in ["subject.txt", "txt", "html"] {
            assert!(korean.contains_key(&format!("{name}.{part}")), "{name}.{part}");
        }
    }
}

#[test]
fn both_parts_of_a_mail_have_what_matters() {
    for language in Language::ALL {
        for (name, variables) in mails(language).iter().filter(|(name, _)| !name.contains("subject")) {
            for needed in ["link", "nickname", "username", "site_url"] {
                assert!(variables.contains(needed), "{} {name}: {needed}", language.tag());
            }
            let is_about_an_address = name.starts_with("email_change");
            assert_eq!(variables.contains("address"), is_about_an_address, "{} {name}", language.tag());
        }
    }
}

#[test]
fn a_subject_is_one_line_and_nobody_shouts() {
    for path in Files::iter().filter(|path| path.contains('/')) {
        let text = source(&path);
        let shouts = text.replace("<!DOCTYPE", "").contains('!');
        assert!(!shouts, "{path}");
        assert!(!path.contains("subject") || text.trim().lines().count() == 1, "{path}");
    }
}

/// The parts of the mails of a language with their variables.
fn mails(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut tera = Tera::new();
    tera.add_raw_templates(Files::iter().map(|path| (path.clone(), source(&path)))).unwrap();
    let folder = format!("{}/", language.tag());
    let mine = |path: &str| Some(path.strip_prefix(&folder)?.to_owned());
    let variables = |path: &str| {
        let variables = tera.get_template_variables(path).unwrap();
        variables.into_iter().map(str::to_owned).collect()
    };
    Files::iter().filter_map(|path| Some((mine(&path)?, variables(&path)))).collect()
}

fn source(path: &str) -> String {
    String::from_utf8(Files::get(path).unwrap().data.into_owned()).unwrap()
}
