//! Getting in and out, and who is asking.

use chrono::TimeDelta;
use teammoa_service::accounts::{self, LogInError};
use teammoa_testing::{PersonBuilder, TestDb, TestServices, on_both, queries, services};

use crate::{can_log_in, log_in, logged_in};

async fn is_known(app: &TestServices, token: &str) -> bool {
    accounts::current_person(&app.services, token).await.unwrap().is_some()
}

on_both! {
    #[tokio::test]
    async fn by_name_or_address_in_any_case(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("Mina").insert(&test.db).await;
        for identifier in ["Mina", "mina", "MINA@EXAMPLE.COM", " mina "] {
            let new = accounts::log_in(&app.services, log_in(identifier, mina.password)).await.unwrap();
            assert_eq!(new.user, mina.id, "{identifier}");
        }
        let account = accounts::account(&app.services, mina.id).await.unwrap().unwrap();
        assert_eq!(account.last_login_at, Some(app.clock.now()));
    }

    #[tokio::test]
    async fn unknown_inactive_disabled_and_wrong_are_refused_with_the_same_work(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("active").insert(&test.db).await;
        PersonBuilder::new("unverified").unverified().insert(&test.db).await;
        PersonBuilder::new("disabled").disabled().insert(&test.db).await;
        let tries = [
            ("active", "wrong-teapot-42"),
            ("nobody", "violet-teapot-42"),
            ("nobody@example.com", "violet-teapot-42"),
            ("unverified", "violet-teapot-42"),
            ("disabled", "violet-teapot-42"),
            ("", ""),
        ];
        for (identifier, password) in tries {
            let attempt = accounts::log_in(&app.services, log_in(identifier, password));
            let (answer, stats) = queries::count(attempt).await;
            assert!(matches!(answer, Err(LogInError::Rejected)), "{identifier}");
            assert_eq!(stats.statements(), 1, "{identifier}: {:?}", stats.log());
        }
    }

    #[tokio::test]
    async fn a_session_ends_with_logging_out_and_others_stay(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let (phone, laptop) = (logged_in(&app, &mina).await, logged_in(&app, &mina).await);
        accounts::log_out(&app.services, &phone).await.unwrap();
        assert!(!is_known(&app, &phone).await && is_known(&app, &laptop).await);
        accounts::log_out(&app.services, &phone).await.expect("twice is no error");
    }

    #[tokio::test]
    async fn reading_a_session_with_its_person_is_one_query(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let token = logged_in(&app, &mina).await;
        let (current, stats) = queries::count(accounts::current_person(&app.services, &token)).await;
        let current = current.unwrap().unwrap();
        assert_eq!((current.person.id, current.prolonged), (mina.id, None));
        queries::assert_selects(&stats, 1);
        assert_eq!(stats.statements(), 1);
    }

    #[tokio::test]
    async fn a_session_in_use_is_prolonged_at_most_every_five_minutes(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let token = logged_in(&app, &mina).await;
        let prolonged = async || {
            let current = accounts::current_person(&app.services, &token).await.unwrap();
            current.expect("still signed in").prolonged
        };
        app.clock.advance(TimeDelta::seconds(299));
        assert_eq!(prolonged().await, None);
        app.clock.advance(TimeDelta::seconds(1));
        assert_eq!(prolonged().await, Some(TimeDelta::days(14)));
        assert_eq!(prolonged().await, None, "it was written just now");
        app.clock.advance(TimeDelta::days(13));
        assert!(prolonged().await.is_some(), "counted from its last use");
        app.clock.advance(TimeDelta::days(14));
        assert!(!is_known(&app, &token).await, "after two weeks without use it is over");
    }

    #[tokio::test]
    async fn a_disabled_account_has_no_sessions_any_more(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let token = logged_in(&app, &mina).await;
        let now = app.clock.now();
        test.db.write(move |conn| teammoa_persistence::users::disable(conn, mina.id, now)).await.map(drop).unwrap();
        assert!(!is_known(&app, &token).await);
        assert!(!can_log_in(&app.services, "mina").await);
    }

    #[tokio::test]
    async fn what_is_no_token_is_nobody_without_a_query(test: TestDb) {
        let app = services(&test);
        let (current, stats) = queries::count(accounts::current_person(&app.services, "x")).await;
        assert!(current.unwrap().is_none());
        assert_eq!(stats.statements(), 0);
    }
}
