//! The activation mail once more.

use chrono::TimeDelta;
use teammoa_domain::Invalid;
use teammoa_service::ServiceSettings;
use teammoa_service::accounts::{self, AskError, AskForMail, Device};
use teammoa_service::limit::{Limits, Quota};
use teammoa_service::mail::Mailer;
use teammoa_testing::{PersonBuilder, TestDb, on_both, queries, services, services_with, settings};

use crate::{can_log_in, form, token};

pub(crate) fn ask(identifier: &str) -> AskForMail {
    AskForMail { identifier: identifier.into(), network: "203.0.113.7".into() }
}

on_both! {
    #[tokio::test]
    async fn a_lost_mail_comes_again_and_its_link_activates(test: TestDb) {
        let app = services(&test);
        accounts::sign_up(&app.services, form("mina")).await.unwrap();
        let lost = app.inbox().latest_link("mina@example.com");
        accounts::resend_activation(&app.services, ask("MINA")).await.unwrap();
        app.deliver().await;
        let link = app.inbox().latest_link("mina@example.com");
        assert_ne!(link, lost);
        accounts::activate(&app.services, &token(&link), &Device::default()).await.unwrap();
        assert!(can_log_in(&app.services, "mina").await);
        assert!(accounts::find_activation(&app.services, &token(&lost)).await.is_err(), "the first one is dead too");
    }

    #[tokio::test]
    async fn the_answer_is_the_same_whoever_is_asked_for_and_does_nothing_before_it(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("active").insert(&test.db).await;
        PersonBuilder::new("waiting").unverified().insert(&test.db).await;
        PersonBuilder::new("disabled").unverified().disabled().insert(&test.db).await;
        for identifier in ["active", "waiting", "waiting@example.com", "disabled", "nobody"] {
            let request = accounts::resend_activation(&app.services, ask(identifier));
            let (answer, stats) = queries::count(request).await;
            answer.unwrap();
            assert_eq!(stats.statements(), 0, "{identifier}");
        }
        assert_eq!(app.deliver().await.sent, 2);
        assert_eq!(app.inbox().to("waiting@example.com").len(), 2);
    }

    #[tokio::test]
    async fn once_in_five_minutes_for_what_was_typed_whether_it_exists_or_not(test: TestDb) {
        let app = services(&test);
        for identifier in ["nobody", " NoBody "] {
            let again = accounts::resend_activation(&app.services, ask(identifier)).await;
            match (identifier, again) {
                ("nobody", Ok(())) => {}
                (_, Err(AskError::TooMany(exceeded))) => assert_eq!(exceeded.seconds(), 300),
                (_, other) => panic!("{identifier}: {other:?}"),
            }
        }
        app.clock.advance(TimeDelta::minutes(5));
        accounts::resend_activation(&app.services, ask("nobody")).await.unwrap();
    }

    #[tokio::test]
    async fn one_network_can_not_ask_for_everybody(test: TestDb) {
        let limits = Limits { letters: Quota::new(3, std::time::Duration::from_hours(1)), ..Limits::default() };
        let app = services_with(&test, Mailer::memory(), ServiceSettings { limits, ..settings() });
        for number in 0..3 {
            accounts::resend_activation(&app.services, ask(&format!("mina{number}"))).await.unwrap();
        }
        let fourth = accounts::resend_activation(&app.services, ask("mina4")).await;
        assert!(matches!(fourth, Err(AskError::TooMany(_))), "{fourth:?}");
        let elsewhere = AskForMail { network: "198.51.100.1".into(), ..ask("mina5") };
        accounts::resend_activation(&app.services, elsewhere).await.unwrap();
    }

    #[tokio::test]
    async fn the_days_until_an_account_is_swept_count_from_the_last_mail(test: TestDb) {
        let app = services(&test);
        accounts::sign_up(&app.services, form("mina")).await.unwrap();
        app.clock.advance(TimeDelta::days(2));
        accounts::resend_activation(&app.services, ask("mina")).await.unwrap();
        app.deliver().await;
        app.clock.advance(TimeDelta::days(2));
        assert!(accounts::delete_unverified(&app.services, 3, true).await.unwrap().accounts.is_empty());
    }

    #[tokio::test]
    async fn nothing_typed_is_told(test: TestDb) {
        let app = services(&test);
        for (typed, invalid) in [("  ", Invalid::Required), (&*"x".repeat(300), Invalid::TooLong { max: 254 })] {
            match accounts::resend_activation(&app.services, ask(typed)).await {
                Err(AskError::Invalid(errors)) => assert_eq!(errors.get("identifier"), Some(&invalid)),
                other => panic!("{other:?}"),
            }
        }
    }
}
