//! The words of the repository are true: variables, commands, targets and paths that they name are there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use teammoa_server::config::variables::{self, Default};

use crate::support::Installation;

/// The heading between the variables that work and those that do not yet.
const LATER: &str = "\n### Names for later versions\n";

/// The crates, by the names that paths in the documentation begin with.
const CRATES: [&str; 7] = ["domain", "persistence", "service", "realtime", "web", "server", "testing"];

/// What else such paths begin with.
const FOLDERS: [&str; 7] = ["crates", "docs", "migrations", "templates", "scripts", ".ci", ".github"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

/// The rows of tables whose first cell is the name of a variable: name and default.
fn rows(text: &str) -> BTreeMap<String, String> {
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split(" | ");
        let name = cells.next()?.strip_suffix('`')?;
        let is_variable = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
        is_variable.then(|| Some((name.to_owned(), cells.next()?.replace('`', ""))))?
    };
    text.lines().filter_map(row).collect()
}

#[test]
fn the_readme_has_every_variable_with_its_default() {
    let readme = readme();
    let (now, later) = readme.split_once(LATER).expect("the heading of variables for later");
    for (text, is_later) in [(now, false), (later, true)] {
        let expected = variables::ALL.iter().filter(|variable| variable.later == is_later).map(|variable| {
            let default = match variable.default {
                Default::None => "not set",
                Default::Text(text) | Default::Computed(text) => text,
            };
            (variable.name.to_owned(), default.to_owned())
        });
        assert_eq!(rows(text), expected.collect());
    }
}

#[test]
fn the_readme_has_every_command() {
    let help = Installation::new().run(&["--help"]).good();
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let (commands, _) = commands.split_once("\n\n").unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let readme = readme();
    for name in names.filter(|name| !name.is_empty() && *name != "help") {
        assert!(readme.contains(&format!("| `teammoa-server {name}")), "{name} is missing");
    }
}

#[test]
fn every_make_target_that_is_named_exists() {
    let makefile = fs::read_to_string(root().join("Makefile")).unwrap();
    for (page, text) in pages() {
        let in_blocks = text.lines().filter_map(|line| line.strip_prefix("make "));
        let named = codes(&text).filter_map(|code| code.strip_prefix("make ")).chain(in_blocks);
        for target in named {
            assert!(makefile.contains(&format!("\n{target}: ")), "{}: make {target}", page.display());
        }
    }
}

#[test]
fn every_path_that_is_named_exists() {
    let root = root();
    for (page, text) in pages() {
        for path in codes(&text).filter_map(|code| path_in_repository(&root, code)) {
            assert!(path.exists(), "{}: {}", page.display(), path.display());
        }
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap();
            let is_elsewhere = target.contains("://") || file.is_empty();
            assert!(is_elsewhere || page.with_file_name(file).exists(), "{}: {target}", page.display());
        }
    }
}

/// README, CONTRIBUTING and everything in `docs/`.
fn pages() -> Vec<(PathBuf, String)> {
    let root = root();
    let mut pages = vec![root.join("README.md"), root.join("CONTRIBUTING.md")];
    let mut folders = vec![root.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    let read = |page: PathBuf| (page.clone(), fs::read_to_string(page).unwrap());
    pages.into_iter().map(read).collect()
}

/// What stands in `backticks`, outside of blocks.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    let outside = text.split("```").step_by(2);
    outside.flat_map(|part| part.split('`').skip(1).step_by(2))
}

/// Where a code leads if it is a path as the documentation writes them.
fn path_in_repository(root: &Path, code: &str) -> Option<PathBuf> {
    let (first, rest) = code.split_once('/')?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if !rest.chars().all(is_plain) {
        return None;
    }
    if CRATES.contains(&first) {
        return Some(root.join("crates").join(format!("teammoa-{first}")).join(rest));
    }
    FOLDERS.contains(&first).then(|| root.join(code))
}
