use teammoa_testing::{TestDb, on_both, postgres_is_left_out};

use crate::support::Installation;

fn migrates_once(installation: &Installation) {
    let first = installation.run(&["migrate"]).good();
    assert!(first.contains("applied "), "{first}");
    let second = installation.run(&["migrate"]).good();
    assert!(second.contains("is up to date"), "{second}");
    assert!(!second.contains("applied "), "{second}");
}

#[test]
fn migrate_does_its_work_once_on_sqlite() {
    migrates_once(&Installation::new().with_database(&TestDb::empty_sqlite()));
}

#[tokio::test]
async fn migrate_does_its_work_once_on_postgres() {
    if !postgres_is_left_out() {
        migrates_once(&Installation::new().with_database(&TestDb::empty_postgres().await));
    }
}

on_both! {
    #[tokio::test]
    async fn seed_demo_adds_the_demo_once(test: TestDb) {
        let installation = Installation::new().with_database(test.url());
        let first = installation.run(&["seed-demo"]).good();
        assert!(first.contains("is there now: log in as demo with"), "{first}");
        let second = installation.run(&["seed-demo"]).good();
        assert!(second.contains("was there already: log in as demo with"), "{second}");
    }
}

#[test]
fn production_has_no_demo() {
    let said = Installation::new().in_production().run(&["seed-demo"]).bad();
    assert!(said.contains("for development only"), "{said}");
}

#[test]
fn commands_ask_for_a_migration_instead_of_failing_in_sql() {
    let installation = Installation::new();
    for command in [&["seed-demo"][..], &["delete-unverified-users"], &["reset-password", "mina"]] {
        let said = installation.run(command).bad();
        assert!(said.contains("run: teammoa-server migrate"), "{said}");
    }
}
