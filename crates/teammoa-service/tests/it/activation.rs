//! The link in the activation mail.

use chrono::TimeDelta;
use teammoa_service::accounts::{self, ActivationError, Device};
use teammoa_testing::{TestDb, TestServices, on_both, services};

use crate::{can_log_in, form, token};

async fn signed_up(app: &TestServices) -> String {
    accounts::sign_up(&app.services, form("mina")).await.unwrap();
    token(&app.inbox().latest_link("mina@example.com"))
}

async fn is_dead(app: &TestServices, token: &str) -> bool {
    let looked = accounts::find_activation(&app.services, token).await;
    let pressed = accounts::activate(&app.services, token, &Device::default()).await;
    match (looked, pressed) {
        (Err(ActivationError::Dead), Err(ActivationError::Dead)) => true,
        (Ok(_), Ok(_)) => false,
        other => panic!("looking and pressing must agree: {other:?}"),
    }
}

on_both! {
    #[tokio::test]
    async fn looking_at_the_link_changes_nothing(test: TestDb) {
        let app = services(&test);
        let token = signed_up(&app).await;
        for _ in 0..3 {
            let found = accounts::find_activation(&app.services, &token).await.unwrap();
            assert_eq!((found.username.as_str(), found.nickname.as_str()), ("mina", "미나"));
        }
        assert!(!can_log_in(&app.services, "mina").await);
        assert!(!is_dead(&app, &token).await);
    }

    #[tokio::test]
    async fn it_works_once(test: TestDb) {
        let app = services(&test);
        let token = signed_up(&app).await;
        assert!(!is_dead(&app, &token).await);
        assert!(is_dead(&app, &token).await);
    }

    #[tokio::test]
    async fn it_works_for_three_days(test: TestDb) {
        let app = services(&test);
        let token = signed_up(&app).await;
        app.clock.advance(TimeDelta::days(3) - TimeDelta::seconds(1));
        assert!(accounts::find_activation(&app.services, &token).await.is_ok());
        app.clock.advance(TimeDelta::seconds(1));
        assert!(is_dead(&app, &token).await);
    }

    #[tokio::test]
    async fn it_does_not_open_a_disabled_account(test: TestDb) {
        let app = services(&test);
        let token = signed_up(&app).await;
        let user = accounts::find_activation(&app.services, &token).await.unwrap().user;
        let now = app.clock.now();
        test.db.write(move |conn| teammoa_persistence::users::disable(conn, user, now)).await.map(drop).unwrap();
        assert!(is_dead(&app, &token).await);
        assert!(!can_log_in(&app.services, "mina").await);
    }

    #[tokio::test]
    async fn it_dies_with_a_swept_account(test: TestDb) {
        let app = services(&test);
        let token = signed_up(&app).await;
        app.clock.advance(TimeDelta::seconds(1));
        accounts::delete_unverified(&app.services, 0, false).await.unwrap();
        assert!(is_dead(&app, &token).await);
    }

    #[tokio::test]
    async fn what_is_no_token_is_dead_without_a_query(test: TestDb) {
        let app = services(&test);
        let looking = accounts::find_activation(&app.services, "../../etc/passwd");
        let (answer, stats) = teammoa_testing::queries::count(looking).await;
        assert!(matches!(answer, Err(ActivationError::Dead)));
        assert_eq!(stats.statements(), 0);
    }

    #[tokio::test]
    async fn pressed_twice_at_once_it_works_once(test: TestDb) {
        let app = services(&test);
        let token = signed_up(&app).await;
        let device = Device::default();
        let (one, other) = tokio::join!(
            accounts::activate(&app.services, &token, &device),
            accounts::activate(&app.services, &token, &device),
        );
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1);
    }
}
