//! `create-admin` and `delete-unverified-users`.

use chrono::TimeDelta;
use teammoa_persistence::users;
use teammoa_service::Clock;
use teammoa_testing::{PersonBuilder, TestDb, on_both};

use crate::support::Installation;

const PASSWORD: &str = "violet otter by the river";

fn admin(name: &str) -> Vec<String> {
    ["create-admin", "--username", name, "--email", &format!("{name}@example.com"), "--nickname", "대장"]
        .map(str::to_owned)
        .to_vec()
}

fn with<'a>(arguments: &'a [String], more: &[&'a str]) -> Vec<&'a str> {
    arguments.iter().map(String::as_str).chain(more.iter().copied()).collect()
}

async fn is_staff(test: &TestDb, key: &'static str) -> Option<bool> {
    let found = test.db.read(move |conn| {
        let Some(credentials) = users::find_credentials(conn, key)? else { return Ok(None) };
        users::find(conn, credentials.id)
    });
    let account: Result<_, teammoa_persistence::Error> = found.await;
    account.unwrap().map(|account| account.is_staff)
}

on_both! {
    #[tokio::test]
    async fn create_admin_takes_the_password_from_standard_input(test: TestDb) {
        let installation = Installation::new().with_database(test.url());
        let said = installation.run_with_input(&with(&admin("boss"), &["--password-stdin"]), &format!("{PASSWORD}\n"));
        assert!(said.good().contains("Created the administrator boss"));
        assert_eq!(is_staff(&test, "boss").await, Some(true));
    }

    #[tokio::test]
    async fn delete_unverified_users_sweeps_what_is_old_enough(test: TestDb) {
        let ago = |days| Clock::system().now() - TimeDelta::days(days);
        PersonBuilder::new("old").unverified().created_at(ago(10)).insert(&test.db).await;
        PersonBuilder::new("young").unverified().created_at(ago(1)).insert(&test.db).await;
        PersonBuilder::new("active").active().created_at(ago(10)).insert(&test.db).await;
        let installation = Installation::new().with_database(test.url());

        let dry = installation.run(&["delete-unverified-users", "--dry-run"]).good();
        assert!(dry.contains(" old <old@example.com>"), "{dry}");
        assert!(dry.contains("Unverified accounts: 1; none deleted (dry run)."), "{dry}");

        let verbose = installation.run(&["delete-unverified-users", "--dry-run", "--verbose"]).good();
        assert!(verbose.contains("age in days:     10"), "{verbose}");

        let many = installation.run(&["delete-unverified-users", "--days", "30"]).good();
        assert_eq!(many, "No unverified accounts of 30 days or more.\n");

        let swept = installation.run(&["delete-unverified-users", "--days", "3"]).good();
        assert!(swept.contains("Unverified accounts: 1; deleted: 1."), "{swept}");
        assert_eq!(is_staff(&test, "old").await, None);
        assert!(is_staff(&test, "young").await.is_some() && is_staff(&test, "active").await.is_some());

        let again = installation.run(&["delete-unverified-users", "--days", "3"]).good();
        assert_eq!(again, "No unverified accounts of 3 days or more.\n");
    }
}

#[test]
fn create_admin_can_make_a_password() {
    let installation = Installation::new();
    installation.run(&["migrate"]).good();
    let said = installation.run(&with(&admin("boss"), &["--generate-password"])).good();
    let password = said.lines().find_map(|line| line.strip_prefix("Password: ")).unwrap();
    assert_eq!(password.len(), 23, "{password}");
}

#[test]
fn create_admin_names_all_that_is_wrong() {
    let installation = Installation::new();
    installation.run(&["migrate"]).good();
    let arguments =
        ["create-admin", "--username", "a@b", "--email", "nowhere", "--nickname", "대장", "--password-stdin"];
    let said = installation.run_with_input(&arguments, "12345678\n").bad();
    for field in ["--username", "--email", "--password"] {
        assert!(said.contains(field), "{field} is missing: {said}");
    }
    assert!(!said.contains("12345678"), "{said}");
}

#[test]
fn create_admin_refuses_a_taken_name() {
    let installation = Installation::new();
    installation.run(&["migrate"]).good();
    installation.run(&with(&admin("boss"), &["--generate-password"])).good();
    let said = installation.run(&with(&admin("BOSS"), &["--generate-password"])).bad();
    assert!(said.contains("--username belongs to another account"), "{said}");
}

#[test]
fn create_admin_does_not_wait_for_a_terminal_that_is_not_there() {
    let installation = Installation::new();
    installation.run(&["migrate"]).good();
    let said = installation.run(&with(&admin("boss"), &[])).bad();
    assert!(said.contains("--password-stdin"), "{said}");
}
