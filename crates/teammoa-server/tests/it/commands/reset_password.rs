//! `reset-password`: links for an installation without a mail server.

use reqwest::StatusCode;
use teammoa_testing::{PersonBuilder, TestDb, on_both};

use crate::support::{Installation, Server};

/// The link that the command prints for somebody, and the sentence before it.
fn link_for(installation: &Installation, identifier: &str) -> (String, String) {
    let said = installation.run(&["reset-password", identifier]).good();
    let [sentence, link] = said.lines().collect::<Vec<_>>().try_into().unwrap();
    (sentence.to_owned(), link.to_owned())
}

/// What a visitor sees behind the link. The installation takes any port, so that the link has another one.
async fn open(server: &Server, link: &str) -> (StatusCode, String) {
    let path = link.strip_prefix("http://localhost:8000").unwrap();
    let answer = reqwest::get(server.url(path)).await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

on_both! {
    #[tokio::test]
    async fn it_prints_a_link_to_a_new_password_and_only_the_newest_one_works(test: TestDb) {
        PersonBuilder::new("mina").insert(&test.db).await;
        let installation = Installation::new().with_database(test.url());
        let server = installation.serve();

        let (sentence, by_name) = link_for(&installation, "mina");
        assert!(sentence.contains("a new password for mina"), "{sentence}");
        let (status, page) = open(&server, &by_name).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("mina") && page.contains("password2"), "{page}");

        let (sentence, by_address) = link_for(&installation, " MINA@example.com ");
        assert!(sentence.contains("a new password for mina"), "{sentence}");
        assert_eq!(open(&server, &by_address).await.0, StatusCode::OK);
        assert_eq!(open(&server, &by_name).await.0, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn an_account_that_was_never_activated_gets_its_activation_link(test: TestDb) {
        PersonBuilder::new("mina").nickname("미나").unverified().insert(&test.db).await;
        let installation = Installation::new().with_database(test.url());
        let (sentence, link) = link_for(&installation, "mina");
        assert!(sentence.contains("mina was never activated"), "{sentence}");
        assert!(link.contains("/accounts/activate/"), "{link}");
        let (status, page) = open(&installation.serve(), &link).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("미나"), "{page}");
    }

    #[tokio::test]
    async fn nobody_gets_no_link(test: TestDb) {
        PersonBuilder::new("gone").disabled().insert(&test.db).await;
        let installation = Installation::new().with_database(test.url());
        for identifier in ["nobody", "nobody@example.com", "gone"] {
            let outcome = installation.run(&["reset-password", identifier]);
            assert_eq!(outcome.stdout, "");
            let said = outcome.bad();
            assert!(said.contains(&format!("no account has the name or address {identifier}")), "{said}");
        }
    }
}

#[test]
fn links_lead_to_the_site_as_it_is_configured() {
    let installation = Installation::new().in_production();
    installation.run(&["migrate"]).good();
    let admin = ["--username", "boss", "--email", "boss@example.com", "--nickname", "대장"];
    installation.run(&[&["create-admin", "--generate-password"], &admin[..]].concat()).good();
    let (_, link) = link_for(&installation, "boss");
    assert!(link.starts_with("https://teammoa.example.com/accounts/password/reset/"), "{link}");
}
