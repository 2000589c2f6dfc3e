//! Every dependency has a licence that `deny.toml` lets in and comes from where it may come from: the rules of
//! `cargo deny check licenses bans sources`, without needing cargo-deny.
//!
//! Looked at is what a default build and the tests use on this machine; cargo-deny also looks at other targets and at
//! the feature `pg-tls`.

mod expression;

use std::{collections::BTreeSet, fs, process::Command, sync::LazyLock};

use cargo_metadata::{CargoOpt, Metadata, MetadataCommand, Package};
use serde::Deserialize;

use expression::is_allowed;

#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
    let platform = format!("--filter-platform={}", host());
    let mut command = MetadataCommand::new();
    command.features(CargoOpt::SomeFeatures(Vec::new())).other_options(vec![platform, "--locked".to_owned()]);
    command.exec().unwrap()
});

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let text = fs::read_to_string(METADATA.workspace_root.join("deny.toml")).unwrap();
    toml::from_str(&text).unwrap()
});

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// Everything that is not ours.
fn dependencies() -> impl Iterator<Item = &'static Package> {
    METADATA.packages.iter().filter(|package| package.source.is_some())
}

#[test]
fn every_licence_is_let_in() {
    let allowed: BTreeSet<&str> = RULES.licenses.allow.iter().map(String::as_str).collect();
    let refused: Vec<String> = dependencies()
        .filter(|package| !package.license.as_deref().is_some_and(|licence| is_allowed(licence, &allowed)))
        .map(|package| format!("{} {}: {:?}", package.name, package.version, package.license))
        .collect();
    assert!(refused.is_empty(), "not let in by deny.toml:\n{}", refused.join("\n"));
    assert!(dependencies().count() > 100, "the dependencies were not found");
}

#[test]
fn no_banned_crate_is_used() {
    for package in dependencies() {
        let ban = RULES.bans.deny.iter().find(|ban| ban.name == package.name.as_str());
        assert!(ban.is_none(), "{} is banned: {}", package.name, ban.unwrap().reason);
    }
}

#[test]
fn every_crate_comes_from_an_allowed_registry() {
    for package in dependencies() {
        let source = package.source.as_ref().unwrap().repr.as_str();
        let registry = source.strip_prefix("registry+").unwrap_or(source);
        let allowed = RULES.sources.allow_registry.iter().any(|allowed| allowed == registry);
        assert!(allowed, "{} comes from {source}", package.name);
    }
}
