//! Which crate may use which: `domain <- persistence <- service <- realtime <- web <- server`, except that `realtime`
//! and `web` never touch `persistence`. A new crate has to be written down here first.

use std::{collections::BTreeSet, fs, sync::LazyLock};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// Each of our crates with those of our crates that it may use outside tests.
const LAYERS: [(&str, &[&str]); 7] = [
    ("teammoa-domain", &[]),
    ("teammoa-persistence", &["teammoa-domain"]),
    ("teammoa-service", &["teammoa-domain", "teammoa-persistence"]),
    ("teammoa-realtime", &["teammoa-domain", "teammoa-service"]),
    ("teammoa-web", &["teammoa-domain", "teammoa-service", "teammoa-realtime"]),
    (
        "teammoa-server",
        &["teammoa-domain", "teammoa-persistence", "teammoa-service", "teammoa-realtime", "teammoa-web"],
    ),
    ("teammoa-testing", &["teammoa-domain", "teammoa-persistence", "teammoa-service"]),
];

/// Foreign crates, by the beginning of their names, with the only crates of ours that may use them.
const RESERVED: [(&str, &[&str]); 9] = [
    ("diesel", &["teammoa-persistence", "teammoa-testing"]), // testing makes and drops databases
    ("libsqlite3-sys", &["teammoa-persistence"]),
    ("pq-s", &["teammoa-persistence"]),
    ("openssl", &["teammoa-persistence"]),
    ("actix", &["teammoa-web", "teammoa-server"]),
    ("lettre", &["teammoa-service"]),
    ("clap", &["teammoa-server"]),
    ("dotenvy", &["teammoa-server"]),
    ("tracing-subscriber", &["teammoa-server"]),
];

/// What the domain must do without: it waits for nothing and talks to nobody.
const NOT_IN_DOMAIN: [&str; 5] = ["tokio", "actix", "futures", "async", "tracing"];

static WORKSPACE: LazyLock<Metadata> = LazyLock::new(|| MetadataCommand::new().no_deps().exec().unwrap());

fn crates() -> Vec<&'static Package> {
    WORKSPACE.workspace_packages()
}

/// The names that a crate depends on outside tests; build scripts count.
fn dependencies(package: &Package) -> BTreeSet<&str> {
    let normal =
        package.dependencies.iter().filter(|dependency| dependency.kind != DependencyKind::Development);
    normal.map(|dependency| dependency.name.as_str()).collect()
}

#[test]
fn every_crate_has_its_place() {
    let known: BTreeSet<&str> = LAYERS.iter().map(|(name, _)| *name).collect();
    let found: BTreeSet<&str> = crates().iter().map(|package| package.name.as_str()).collect();
    assert_eq!(found, known, "a crate came or went: say in LAYERS what it may use");
}

#[test]
fn crates_use_only_what_stands_below_them() {
    for package in crates() {
        let (_, allowed) = LAYERS.iter().find(|(name, _)| *name == package.name.as_str()).unwrap();
        let ours = dependencies(package).into_iter().filter(|name| name.starts_with("teammoa-"));
        let forbidden: Vec<&str> = ours.filter(|name| !allowed.contains(name)).collect();
        assert!(forbidden.is_empty(), "{} must not use {forbidden:?}", package.name);
    }
}

#[test]
fn foreign_crates_stay_where_they_belong() {
    for package in crates() {
        for name in dependencies(package) {
            for (prefix, owners) in RESERVED {
                let allowed = owners.contains(&package.name.as_str());
                assert!(allowed || !name.starts_with(prefix), "{} must not use {name}", package.name);
            }
        }
    }
}

#[test]
fn the_domain_does_no_io_and_waits_for_nothing() {
    let domain = crates().into_iter().find(|package| package.name.as_str() == "teammoa-domain").unwrap();
    for name in dependencies(domain) {
        let forbidden = NOT_IN_DOMAIN.iter().any(|prefix| name.starts_with(prefix));
        assert!(!forbidden, "the domain must not use {name}");
    }
}

#[test]
fn the_testing_crate_is_for_tests_only() {
    for package in crates() {
        assert!(!dependencies(package).contains("teammoa-testing"), "{} ships teammoa-testing", package.name);
    }
}

#[test]
fn ci_tests_every_crate_alone() {
    let workflow = WORKSPACE.workspace_root.join(".github/workflows/ci.yml");
    let workflow = fs::read_to_string(workflow).unwrap();
    let matrix: BTreeSet<&str> =
        workflow.lines().filter_map(|line| line.trim().strip_prefix("- teammoa-")).collect();
    let found: BTreeSet<&str> =
        crates().iter().filter_map(|package| package.name.strip_prefix("teammoa-")).collect();
    assert_eq!(matrix, found, "the matrix in .github/workflows/ci.yml");
}
