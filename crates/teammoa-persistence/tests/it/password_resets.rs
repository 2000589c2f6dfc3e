//! The links with which a forgotten password is replaced.

use teammoa_domain::{Language, UserId};
use teammoa_persistence::password_resets::{PasswordReset, delete_for_user, find, insert, use_up};
use teammoa_persistence::{Conn, Error, Unique, users};
use teammoa_testing::queries::{assert_selects, count};
use teammoa_testing::{TestDb, on_both};
use tokio::task::JoinSet;

use crate::given::{minutes_later, now, person, read, write};

async fn given(test: &TestDb, user: UserId, token: u8) {
    write(&test.db, move |conn| insert(conn, user, &[token; 32], now(), minutes_later(60))).await;
}

async fn found(test: &TestDb, token: u8) -> Option<PasswordReset> {
    let (found, stats) = count(read(&test.db, move |conn| find(conn, &[token; 32]))).await;
    assert_selects(&stats, 1);
    found
}

on_both! {
    #[tokio::test]
    async fn a_link_is_found_with_its_owner_and_his_state(test: TestDb) {
        let user = person(&test.db, "mina").await;
        given(&test, user, 7).await;
        let reset = found(&test, 7).await.unwrap();
        assert_eq!((reset.user, reset.expires_at, reset.language), (user, minutes_later(60), Language::En));
        assert_eq!((reset.username.as_str(), reset.nickname.as_str()), ("mina", "미나"));
        assert_eq!(reset.email, "mina@example.com");
        assert!(!(reset.used || reset.owner_activated || reset.owner_disabled || reset.owner_deleted));
        assert!(found(&test, 8).await.is_none());

        write(&test.db, move |conn| users::activate(conn, user, now())).await;
        let reset = found(&test, 7).await.unwrap();
        assert!(reset.owner_activated && !reset.owner_disabled);
        write(&test.db, move |conn| users::disable(conn, user, now())).await;
        assert!(found(&test, 7).await.unwrap().owner_disabled);
    }

    #[tokio::test]
    async fn a_link_of_a_deleted_account_says_so(test: TestDb) {
        let user = person(&test.db, "mina").await;
        write(&test.db, move |conn| {
            users::soft_delete_unverified(conn, &[user], minutes_later(1), minutes_later(2))
        })
        .await;
        given(&test, user, 7).await;
        assert!(found(&test, 7).await.unwrap().owner_deleted);
    }

    #[tokio::test]
    async fn only_the_newest_link_of_a_person_works(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        given(&test, jiho, 1).await;
        given(&test, mina, 2).await;
        assert!(write(&test.db, |conn| use_up(conn, &[2; 32], now())).await);
        write(&test.db, move |conn| insert(conn, mina, &[3; 32], minutes_later(5), minutes_later(65))).await;
        assert!(found(&test, 2).await.is_none());
        assert!(!write(&test.db, |conn| use_up(conn, &[2; 32], now())).await);
        let newest = found(&test, 3).await.unwrap();
        assert_eq!((newest.used, newest.expires_at), (false, minutes_later(65)));
        assert!(found(&test, 1).await.is_some(), "another person's");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn of_ten_links_made_at_once_one_is_left(test: TestDb) {
        let user = person(&test.db, "mina").await;
        let mut tasks: JoinSet<Result<(), Error>> = JoinSet::new();
        for token in 0..10 {
            let db = test.db.clone();
            let work = move |conn: &mut Conn| insert(conn, user, &[token; 32], now(), minutes_later(60));
            tasks.spawn(async move { db.write(work).await });
        }
        for result in tasks.join_all().await {
            result.unwrap();
        }
        let mut left = 0;
        for token in 0..10 {
            left += usize::from(found(&test, token).await.is_some());
        }
        assert_eq!(left, 1);
    }

    #[tokio::test]
    async fn a_link_is_used_up_once(test: TestDb) {
        let user = person(&test.db, "mina").await;
        given(&test, user, 7).await;
        let press = || write(&test.db, |conn| use_up(conn, &[7; 32], now()));
        let (one, two, three) = tokio::join!(press(), press(), press());
        assert_eq!([one, two, three].into_iter().filter(|first| *first).count(), 1);
        assert!(found(&test, 7).await.unwrap().used);
        assert!(!write(&test.db, |conn| use_up(conn, &[8; 32], now())).await);
    }

    #[tokio::test]
    async fn the_link_of_one_person_is_dropped(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        given(&test, mina, 1).await;
        given(&test, jiho, 2).await;
        assert!(write(&test.db, move |conn| delete_for_user(conn, mina)).await);
        assert!(!write(&test.db, move |conn| delete_for_user(conn, mina)).await);
        assert!(found(&test, 1).await.is_none());
        assert!(found(&test, 2).await.is_some());
    }

    #[tokio::test]
    async fn a_link_needs_an_owner_and_a_hash_of_its_own(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let give = |user| test.db.write(move |conn: &mut Conn| insert(conn, user, &[7; 32], now(), now()));
        assert!(matches!(give(UserId::from(999)).await, Err(Error::ForeignKey)));
        give(mina).await.unwrap();
        assert!(matches!(give(jiho).await, Err(Error::UniqueViolation(Unique::Other))));
    }
}
