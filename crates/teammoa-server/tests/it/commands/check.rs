use std::fs;

use teammoa_testing::{RedisServer, TestDb, on_both};

use crate::support::{Installation, closed_address};

#[test]
fn a_new_installation_is_fine_and_check_leaves_nothing_behind() {
    let installation = Installation::new();
    let said = installation.run(&["check"]).good();
    for line in
        ["ok       configuration", "ok       database", "ok       mail", "ok       redis", "ok       storage"]
    {
        assert!(said.contains(line), "{line} is missing:\n{said}");
    }
    assert_eq!(fs::read_dir(installation.folder()).unwrap().count(), 0);
}

on_both! {
    #[tokio::test]
    async fn an_installed_database_is_fine(test: TestDb) {
        let said = Installation::new().with_database(test.url()).run(&["check"]).good();
        assert!(said.contains("its schema is up to date"), "{said}");
        assert!(!said.contains(":teammoa@"), "{said}");
    }
}

#[test]
fn a_redis_that_answers_is_fine() {
    let redis = RedisServer::start();
    let said = Installation::new().with("REDIS_URL", redis.url()).run(&["check"]).good();
    assert!(said.contains("ok       redis: answers"), "{said}");
}

#[test]
fn all_problems_are_named_at_once() {
    let installation = Installation::new()
        .with("SMTP_URL", format!("smtp://{}", closed_address()))
        .with("MAIL_FROM", "moa@example.com")
        .with("DATABASE_URL", format!("postgres://teammoa:hunter2@{}/teammoa", closed_address()))
        .with("REDIS_URL", format!("redis://:hunter2@{}", closed_address()))
        .with("STORAGE_URL", "file:///proc/teammoa")
        .with("DRAIN_DELAY", "soon")
        .with("TIME_ZONE", "Mars/Olympus");
    let outcome = installation.run(&["check"]);
    assert_eq!(outcome.code, Some(1));
    let said = outcome.stdout;
    for problem in [
        "PROBLEM  configuration: DRAIN_DELAY",
        "PROBLEM  configuration: TIME_ZONE",
        "PROBLEM  database: postgres://teammoa:***@",
        "PROBLEM  mail: ",
        "PROBLEM  redis: ",
        "PROBLEM  storage: /proc/teammoa cannot be written to",
    ] {
        assert!(said.contains(problem), "{problem} is missing:\n{said}");
    }
    assert!(!said.contains("hunter2"), "{said}");
    assert!(outcome.stderr.contains("6 problems"), "{}", outcome.stderr);
}

#[test]
fn a_schema_that_serve_would_refuse_is_a_problem() {
    let url = TestDb::empty_sqlite();
    let installation = Installation::new().with_database(&url).with("MIGRATE_ON_START", "false");
    let teammoa_persistence::DatabaseUrl::Sqlite(file) = &url else { panic!("no file") };
    fs::write(file, "").unwrap();
    let outcome = installation.run(&["check"]);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stdout.contains("run: teammoa-server migrate"), "{}", outcome.stdout);
}

#[test]
fn a_mistyped_name_in_dotenv_is_said() {
    let installation = Installation::new();
    fs::write(installation.folder().join(".env"), "SMTP_TIMOUT=5s\n").unwrap();
    let said = installation.run(&["check"]).good();
    assert!(said.contains("did you mean SMTP_TIMEOUT?"), "{said}");
}
