use teammoa_testing::{TestDb, on_both};

use crate::support::{Installation, closed_address};

on_both! {
    #[tokio::test]
    async fn a_started_server_is_healthy_and_ready(test: TestDb) {
        let server = Installation::new().with_database(test.url()).serve();
        let health = reqwest::get(server.url("/health/")).await.unwrap();
        assert_eq!(health.status(), 200);
        assert_eq!(health.text().await.unwrap(), r#"{"status":"ok"}"#);
        assert_eq!(reqwest::get(server.url("/health/ready")).await.unwrap().status(), 200);
    }
}

#[tokio::test]
async fn development_says_where_everything_is() {
    let installation = Installation::new();
    installation.run(&["migrate"]).good();
    installation.run(&["seed-demo"]).good();
    let mut server = installation.serve();
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    assert!(server.wait_for("Site ").ends_with(&format!("http://localhost:{port}/")));
    let mail = server.wait_for("Mail ");
    let mail = mail.split_whitespace().last().unwrap();
    assert_eq!(reqwest::get(server.url("/dev/mail/")).await.unwrap().status(), 200);
    assert_eq!(mail, format!("http://localhost:{port}/dev/mail/"));
    assert!(server.wait_for("Demo login ").contains("/accounts/login/ (demo / "));
}

#[test]
fn without_the_demo_team_no_demo_login_is_promised() {
    let mut server = Installation::new().serve();
    assert!(server.wait_for("Demo login ").contains("seed-demo"));
}

#[tokio::test]
async fn production_logs_json_and_has_no_developer_pages() {
    let server = Installation::new().in_production().serve();
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let request = client.get(server.url("/dev/mail/")).header("x-forwarded-proto", "https");
    assert_eq!(request.send().await.unwrap().status(), 404);
    server.signal("TERM");
    let (code, said) = server.wait();
    assert_eq!(code, Some(0));
    for line in said.lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "no JSON: {line}");
    }
}

#[test]
fn a_database_that_is_down_makes_it_give_up_with_a_clear_message() {
    let address = closed_address();
    let url = format!("postgres://teammoa:hunter2@{address}/teammoa");
    let installation = Installation::new().with("DATABASE_URL", url).with("DB_START_WAIT", "1s");
    let said = installation.run(&["serve"]).bad();
    assert!(said.contains("the database does not answer; trying again"), "{said}");
    assert!(
        said.contains(&format!("the database postgres://teammoa:***@{address}/teammoa does not answer")),
        "{said}"
    );
    assert!(said.contains("DATABASE_URL"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
}

#[test]
fn a_signal_ends_the_waiting_for_a_database() {
    let url = format!("postgres://{}/teammoa", closed_address());
    let mut server =
        Installation::new().with("DATABASE_URL", url).with("DB_START_WAIT", "1h").begin_to_serve();
    server.wait_for("trying again");
    server.signal("TERM");
    assert_eq!(server.wait().0, Some(0));
}

#[test]
fn without_migrate_on_start_an_old_schema_is_refused() {
    let installation = Installation::new().with("MIGRATE_ON_START", "false");
    let said = installation.run(&["serve"]).bad();
    assert!(said.contains("run: teammoa-server migrate"), "{said}");
    installation.run(&["migrate"]).good();
    installation.serve();
}

#[test]
fn a_taken_address_is_said() {
    let first = Installation::new().serve();
    let said = Installation::new().with("BIND", first.address.as_str()).run(&["serve"]).bad();
    assert!(said.contains(&format!("cannot listen on {}", first.address)), "{said}");
    assert!(said.contains("BIND"), "{said}");
}

#[test]
fn a_wrong_configuration_is_refused_before_anything_happens() {
    let installation = Installation::new().with("SMTP_TIMEOUT", "soon").with("DRAIN_DELAY", "later");
    let said = installation.run(&[]).bad();
    assert!(said.contains("SMTP_TIMEOUT") && said.contains("DRAIN_DELAY"), "{said}");
    assert!(!installation.folder().join("data").exists());
}
