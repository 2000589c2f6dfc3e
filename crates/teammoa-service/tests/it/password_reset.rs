//! A forgotten password.

use chrono::TimeDelta;
use teammoa_domain::Invalid;
use teammoa_service::accounts::{self, Device, NewPassword, ResetError};
use teammoa_testing::{Person, PersonBuilder, TestDb, TestServices, on_both, queries, services};

use crate::resend::ask;
use crate::{logged_in, token, try_log_in};

fn new(password: &str) -> NewPassword {
    NewPassword { password: password.into(), repeated: password.into() }
}

async fn link_for(app: &TestServices, person: &Person) -> String {
    accounts::forgot_password(&app.services, ask(&person.username)).await.unwrap();
    app.deliver().await;
    token(&app.inbox().latest_link(&person.email))
}

async fn is_dead(app: &TestServices, token: &str) -> bool {
    let looked = accounts::find_password_reset(&app.services, token).await;
    let used =
        accounts::reset_password(&app.services, token, &new("green-teapot-43"), &Device::default()).await;
    match (looked, used) {
        (Err(ResetError::Dead), Err(ResetError::Dead)) => true,
        (Ok(_), Ok(_)) => false,
        other => panic!("looking and using must agree: {other:?}"),
    }
}

on_both! {
    #[tokio::test]
    async fn the_link_sets_a_new_password_and_ends_every_session(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let stolen = logged_in(&app, &mina).await;
        let token = link_for(&app, &mina).await;
        let found = accounts::find_password_reset(&app.services, &token).await.unwrap();
        assert_eq!(found.username, "mina");

        let session =
            accounts::reset_password(&app.services, &token, &new("green-teapot-43"), &Device::default()).await.unwrap();
        assert!(accounts::current_person(&app.services, session.token.expose()).await.unwrap().is_some());
        assert!(accounts::current_person(&app.services, &stolen).await.unwrap().is_none());
        assert!(!try_log_in(&app.services, "mina", mina.password).await);
        assert!(try_log_in(&app.services, "mina", "green-teapot-43").await);
        assert!(is_dead(&app, &token).await, "it works once");
        app.deliver().await;
        assert_eq!(app.inbox().to(&mina.email).len(), 2, "the owner gets a notice");
    }

    #[tokio::test]
    async fn it_works_for_an_hour_and_a_newer_one_replaces_it(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let first = link_for(&app, &mina).await;
        app.clock.advance(TimeDelta::minutes(59));
        let second = link_for(&app, &mina).await;
        assert!(is_dead(&app, &first).await);
        app.clock.advance(TimeDelta::minutes(60));
        assert!(is_dead(&app, &second).await);
    }

    #[tokio::test]
    async fn a_weak_password_leaves_the_link_alive(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let token = link_for(&app, &mina).await;
        let weak = NewPassword { password: "mina@example.com".into(), repeated: "other".into() };
        match accounts::reset_password(&app.services, &token, &weak, &Device::default()).await {
            Err(ResetError::Invalid(errors)) => {
                assert_eq!(errors.get("password"), Some(&Invalid::TooSimilar));
                assert_eq!(errors.get("password2"), Some(&Invalid::Mismatch));
            }
            other => panic!("{other:?}"),
        }
        assert!(!is_dead(&app, &token).await);
    }

    #[tokio::test]
    async fn the_answer_is_the_same_whoever_is_asked_for_and_does_nothing_before_it(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("active").insert(&test.db).await;
        PersonBuilder::new("waiting").unverified().insert(&test.db).await;
        PersonBuilder::new("disabled").disabled().insert(&test.db).await;
        for identifier in ["active", "waiting", "disabled", "nobody", "nobody@example.com"] {
            let (answer, stats) = queries::count(accounts::forgot_password(&app.services, ask(identifier))).await;
            answer.unwrap();
            assert_eq!(stats.statements(), 0, "{identifier}");
        }
        app.deliver().await;
        assert!(app.inbox().latest_link("active@example.com").contains("/password/reset/"));
        assert!(app.inbox().latest_link("waiting@example.com").contains("/activate/"), "first things first");
        assert_eq!(app.inbox().all().len(), 2);
    }

    #[tokio::test]
    async fn it_does_not_open_a_disabled_account(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let token = link_for(&app, &mina).await;
        let now = app.clock.now();
        test.db.write(move |conn| teammoa_persistence::users::disable(conn, mina.id, now)).await.map(drop).unwrap();
        assert!(is_dead(&app, &token).await);
    }

    #[tokio::test]
    async fn links_can_be_made_by_hand_where_there_is_no_mail_server(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("active").insert(&test.db).await;
        PersonBuilder::new("waiting").unverified().insert(&test.db).await;
        PersonBuilder::new("disabled").disabled().insert(&test.db).await;
        let reset = accounts::make_link(&app.services, "active@example.com").await.unwrap().unwrap();
        assert!(!reset.activates && !is_dead(&app, &token(&reset.address)).await);
        let activation = accounts::make_link(&app.services, "waiting").await.unwrap().unwrap();
        assert!(activation.activates);
        accounts::activate(&app.services, &token(&activation.address), &Device::default()).await.unwrap();
        for nobody in ["disabled", "nobody"] {
            assert_eq!(accounts::make_link(&app.services, nobody).await.unwrap(), None, "{nobody}");
        }
    }
}
