//! Names must not be taken for ever by sign-ups that nobody confirmed.

use chrono::TimeDelta;
use teammoa_service::accounts;
use teammoa_testing::{PersonBuilder, TestClock, TestDb, on_both, services};

use crate::{can_log_in, form, token};

on_both! {
    #[tokio::test]
    async fn three_days_after_its_mail_a_sign_up_is_swept_and_its_name_can_be_taken_again(test: TestDb) {
        let app = services(&test);
        accounts::sign_up(&app.services, form("mina")).await.unwrap();
        app.clock.advance(TimeDelta::days(3));
        assert_eq!(accounts::delete_unverified(&app.services, 3, false).await.unwrap().deleted, 0, "not yet");
        app.clock.advance(TimeDelta::seconds(1));
        let swept = accounts::delete_unverified(&app.services, 3, false).await.unwrap();
        assert_eq!((swept.deleted, swept.accounts[0].username.as_str()), (1, "mina"));

        accounts::sign_up(&app.services, form("mina")).await.expect("name and address are free again");
        let link = app.inbox().latest_link("mina@example.com");
        accounts::activate(&app.services, &token(&link), &accounts::Device::default()).await.unwrap();
        assert!(can_log_in(&app.services, "mina").await);
    }

    #[tokio::test]
    async fn a_dry_run_names_them_and_changes_nothing(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("mina").unverified().insert(&test.db).await;
        app.clock.advance(TimeDelta::days(4));
        for _ in 0..2 {
            let swept = accounts::delete_unverified(&app.services, 3, true).await.unwrap();
            assert_eq!((swept.accounts.len(), swept.deleted), (1, 0));
        }
    }

    #[tokio::test]
    async fn active_and_disabled_accounts_are_not_touched(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("active").insert(&test.db).await;
        let disabled = PersonBuilder::new("disabled").unverified().insert(&test.db).await;
        let now = app.clock.now();
        test.db
            .write(move |conn| teammoa_persistence::users::disable(conn, disabled.id, now))
            .await
            .map(drop)
            .unwrap();
        app.clock.advance(TimeDelta::days(400));
        assert!(accounts::delete_unverified(&app.services, 3, false).await.unwrap().accounts.is_empty());
    }

    #[tokio::test]
    async fn more_days_than_there_were_find_nobody(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("mina").unverified().insert(&test.db).await;
        assert!(accounts::delete_unverified(&app.services, u32::MAX, false).await.unwrap().accounts.is_empty());
    }

    #[tokio::test]
    async fn many_are_swept_in_batches(test: TestDb) {
        let app = services(&test);
        let old = TestClock::START - TimeDelta::days(10);
        let people = (0..450).map(|n| PersonBuilder::new(&format!("mina{n}")).unverified().created_at(old));
        PersonBuilder::insert_all(people, &test.db).await;
        let swept = accounts::delete_unverified(&app.services, 3, false).await.unwrap();
        assert_eq!((swept.accounts.len(), swept.deleted), (450, 450));
        assert!(accounts::delete_unverified(&app.services, 3, false).await.unwrap().accounts.is_empty());
    }
}
