//! Mails that leave after the answer.

use chrono::TimeDelta;
use teammoa_service::ServiceSettings;
use teammoa_service::accounts;
use teammoa_service::mail::{Mailer, outbox};
use teammoa_testing::{
    Behaviour, PersonBuilder, SmtpServer, TestDb, TestServices, on_both, services_with, settings,
};

use crate::resend::ask;

const PATIENCE: std::time::Duration = std::time::Duration::from_secs(1);

fn app(test: &TestDb, server: &SmtpServer) -> TestServices {
    let mailer = Mailer::smtp(&server.url(), "team@teammoa.test", PATIENCE).unwrap();
    services_with(test, mailer, ServiceSettings { smtp_timeout: PATIENCE, ..settings() })
}

async fn write_a_mail(app: &TestServices, test: &TestDb) {
    PersonBuilder::new("mina").insert(&test.db).await;
    accounts::forgot_password(&app.services, ask("mina")).await.unwrap();
    app.services.tasks().idle().await;
}

/// The `Message-ID` of a mail.
fn id(mail: &teammoa_testing::ReceivedMail) -> String {
    mail.data.lines().find(|line| line.starts_with("Message-ID:")).unwrap().to_owned()
}

on_both! {
    #[tokio::test]
    async fn a_mail_that_could_not_be_handed_over_is_tried_again_later_and_later(test: TestDb) {
        let server = SmtpServer::start(Behaviour::TemporaryFailure);
        let app = app(&test, &server);
        write_a_mail(&app, &test).await;
        let mut tries = 0;
        for minutes in [0, 1, 5, 15, 60] {
            app.clock.advance(TimeDelta::minutes(minutes) - TimeDelta::seconds(i64::from(minutes > 0)));
            if minutes > 0 {
                assert_eq!(app.deliver().await, outbox::Drained::default(), "not before {minutes} minutes are over");
                app.clock.advance(TimeDelta::seconds(1));
            }
            tries += app.deliver().await.postponed;
        }
        assert_eq!(tries, 5);
        server.behave(Behaviour::Accept);
        app.clock.advance(TimeDelta::hours(4));
        assert_eq!(app.deliver().await.sent, 1);
        assert_eq!(server.received().len(), 1);
        assert_eq!(app.deliver().await, outbox::Drained::default(), "and it is gone");
    }

    #[tokio::test]
    async fn after_two_days_it_is_given_up_and_a_refused_recipient_at_once(test: TestDb) {
        let server = SmtpServer::start(Behaviour::TemporaryFailure);
        let app = app(&test, &server);
        write_a_mail(&app, &test).await;
        let (mut rounds, mut last) = (0, app.deliver().await);
        while last.given_up == 0 {
            rounds += 1;
            assert!(rounds < 20, "never given up");
            app.clock.advance(TimeDelta::days(1));
            last = app.deliver().await;
        }
        assert_eq!(rounds, 8);
        server.behave(Behaviour::RefuseRecipient);
        app.clock.advance(TimeDelta::hours(1));
        accounts::forgot_password(&app.services, ask("mina")).await.unwrap();
        assert_eq!(app.deliver().await.given_up, 1);
    }

    #[tokio::test]
    async fn a_mail_whose_yes_was_lost_comes_twice_with_one_message_id(test: TestDb) {
        let server = SmtpServer::start(Behaviour::DropAfterData);
        let app = app(&test, &server);
        write_a_mail(&app, &test).await;
        assert_eq!(app.deliver().await.postponed, 1);
        server.behave(Behaviour::Accept);
        app.clock.advance(TimeDelta::minutes(1));
        assert_eq!(app.deliver().await.sent, 1);
        let received = server.received();
        assert_eq!(received.len(), 2);
        assert_eq!(id(&received[0]), id(&received[1]));
    }

    #[tokio::test]
    async fn a_server_that_dies_while_sending_leaves_the_mail_to_the_next_one(test: TestDb) {
        let server = SmtpServer::start(Behaviour::StallAfterGreeting);
        let patient = std::time::Duration::from_mins(5);
        let mailer = Mailer::smtp(&server.url(), "team@teammoa.test", patient).unwrap();
        let dying = services_with(&test, mailer, ServiceSettings { smtp_timeout: PATIENCE, ..settings() });
        write_a_mail(&dying, &test).await;
        let services = dying.services.clone();
        let mut sending = tokio::task::JoinSet::new();
        sending.spawn(async move { outbox::drain(&services).await.map(drop) });
        server.stalled(1).await;
        sending.shutdown().await;

        server.behave(Behaviour::Accept);
        let next = app(&test, &server);
        next.clock.set(dying.clock.now());
        assert_eq!(next.deliver().await, outbox::Drained::default(), "the dead one still holds its claim");
        next.clock.advance(TimeDelta::minutes(2));
        assert_eq!(next.deliver().await.sent, 1);
    }

    #[tokio::test]
    async fn two_servers_hand_over_each_mail_once(test: TestDb) {
        let server = SmtpServer::start(Behaviour::Accept);
        let (one, other) = (app(&test, &server), app(&test, &server));
        for number in 0..30 {
            let name = format!("mina{number}");
            PersonBuilder::new(&name).insert(&test.db).await;
            let from = accounts::AskForMail { network: format!("network {number}"), ..ask(&name) };
            accounts::forgot_password(&one.services, from).await.unwrap();
        }
        one.services.tasks().idle().await;
        let (first, second) = tokio::join!(outbox::drain(&one.services), outbox::drain(&other.services));
        assert_eq!(first.unwrap().sent + second.unwrap().sent, 30);
        let mut ids: Vec<_> = server.received().iter().map(id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!((ids.len(), server.received().len()), (30, 30));
    }
}
