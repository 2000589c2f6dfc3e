//! The promise of sign-up, against a real mail server that fails in every way: no account without a mail that was
//! accepted, and nothing left behind.

use std::time::Duration;

use teammoa_domain::Language;
use teammoa_service::ServiceSettings;
use teammoa_service::accounts::{self, Device, SignUp, SignUpError};
use teammoa_service::mail::Mailer;
use teammoa_testing::{Behaviour, SmtpServer, TestDb, TestServices, on_both, services_with, settings};

use crate::{can_log_in, form, token};

/// Long enough for a mail server on the same machine, short enough for a test that waits for it to pass.
const PATIENCE: Duration = Duration::from_secs(1);

fn app(test: &TestDb, server: &SmtpServer) -> TestServices {
    let mailer = Mailer::smtp(&server.url(), "TeamMoa <team@teammoa.test>", PATIENCE).unwrap();
    services_with(test, mailer, ServiceSettings { smtp_timeout: PATIENCE, ..settings() })
}

on_both! {
    #[tokio::test]
    async fn a_mail_in_two_parts_arrives_and_its_link_activates(test: TestDb) {
        let server = SmtpServer::start(Behaviour::Accept);
        let app = app(&test, &server);
        for (username, language) in [("mina", Language::Ko), ("jun", Language::En)] {
            accounts::sign_up(&app.services, SignUp { language, ..form(username) }).await.unwrap();
        }
        let mails = server.received();
        assert_eq!(mails.len(), 2);
        for (mail, username) in mails.iter().zip(["mina", "jun"]) {
            assert_eq!(mail.to, [format!("{username}@example.com")]);
            assert_eq!(mail.from, "team@teammoa.test");
            assert!(mail.data.contains("Auto-Submitted: auto-generated") && mail.data.contains("Message-ID: <"));
            assert!(mail.html().contains(&mail.link()), "both parts have the link");
            accounts::activate(&app.services, &token(&mail.link()), &Device::default()).await.unwrap();
            assert!(can_log_in(&app.services, username).await);
        }
        assert!(mails[0].subject().contains("팀모아") && mails[1].subject().contains("TeamMoa"));
    }

    #[tokio::test]
    async fn however_the_mail_fails_nothing_is_left_and_the_same_values_can_be_used_again(test: TestDb) {
        let server = SmtpServer::start(Behaviour::Accept);
        let app = app(&test, &server);
        for (number, behaviour) in Behaviour::FAILURES.into_iter().enumerate() {
            let username = format!("mina{number}");
            server.behave(behaviour);
            let failed = accounts::sign_up(&app.services, form(&username)).await;
            match (behaviour, failed) {
                (Behaviour::RefuseRecipient, Err(SignUpError::MailRefused)) => {}
                (Behaviour::RefuseRecipient, other) => panic!("{behaviour:?}: {other:?}"),
                (_, Err(SignUpError::MailFailed)) => {}
                (_, other) => panic!("{behaviour:?}: {other:?}"),
            }
            let key = format!("{username}@example.com");
            let owner = test.db.read(move |conn| teammoa_persistence::users::find_by_email(conn, &key)).await;
            assert!(owner.unwrap().is_none(), "{behaviour:?} left an account");

            server.behave(Behaviour::Accept);
            accounts::sign_up(&app.services, form(&username)).await.unwrap_or_else(|error| panic!("{behaviour:?}: {error}"));
            let mail = server.received().pop().unwrap();
            accounts::activate(&app.services, &token(&mail.link()), &Device::default()).await.unwrap();
        }
    }

    #[tokio::test]
    async fn a_taken_address_fails_like_a_free_one_when_the_mail_server_is_away(test: TestDb) {
        let server = SmtpServer::start(Behaviour::TemporaryFailure);
        let app = app(&test, &server);
        let owner = teammoa_testing::PersonBuilder::new("owner").insert(&test.db).await;
        for email in [owner.email, "free@example.com".into()] {
            let answer = accounts::sign_up(&app.services, SignUp { email, ..form("mina") }).await;
            assert!(matches!(answer, Err(SignUpError::MailFailed)), "{answer:?}");
        }
    }

    #[tokio::test]
    async fn a_mail_server_that_is_not_there_fails_at_once(test: TestDb) {
        let server = SmtpServer::start(Behaviour::Accept);
        let app = app(&test, &server);
        drop(server);
        let answer = accounts::sign_up(&app.services, form("mina")).await;
        assert!(matches!(answer, Err(SignUpError::MailFailed)), "{answer:?}");
    }
}
