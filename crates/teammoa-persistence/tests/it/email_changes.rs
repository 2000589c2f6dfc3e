//! The links that confirm a new address.

use teammoa_domain::user::Email;
use teammoa_domain::{Language, UserId};
use teammoa_persistence::email_changes::{EmailChange, delete_for_user, find, find_pending, insert, use_up};
use teammoa_persistence::{Conn, Error, Unique, users};
use teammoa_testing::queries::{assert_selects, count};
use teammoa_testing::{TestDb, on_both};
use tokio::task::JoinSet;

use crate::given::{minutes_later, now, person, read, write};

/// One that lives for an hour.
fn link(conn: &mut Conn, user: UserId, email: &str, token: u8) -> Result<(), Error> {
    insert(conn, user, &Email::parse(email).unwrap(), &[token; 32], now(), minutes_later(60))
}

async fn given(test: &TestDb, user: UserId, email: &'static str, token: u8) {
    write(&test.db, move |conn| link(conn, user, email, token)).await;
}

async fn found(test: &TestDb, token: u8) -> Option<EmailChange> {
    let (found, stats) = count(read(&test.db, move |conn| find(conn, &[token; 32]))).await;
    assert_selects(&stats, 1);
    found
}

async fn pending(test: &TestDb, user: UserId, minutes: i64) -> Option<String> {
    read(&test.db, move |conn| find_pending(conn, user, minutes_later(minutes))).await
}

on_both! {
    #[tokio::test]
    async fn a_link_is_found_with_both_addresses_and_the_state_of_its_owner(test: TestDb) {
        let user = person(&test.db, "mina").await;
        given(&test, user, "New@example.com", 7).await;
        let change = found(&test, 7).await.unwrap();
        assert_eq!((change.user, change.expires_at, change.language), (user, minutes_later(60), Language::En));
        assert_eq!((change.username.as_str(), change.nickname.as_str()), ("mina", "미나"));
        assert_eq!((&*change.old_email, &*change.new_email), ("mina@example.com", "New@example.com"));
        assert!(!(change.used || change.owner_disabled || change.owner_deleted));
        assert!(found(&test, 8).await.is_none());
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
        given(&test, user, "new@example.com", 7).await;
        assert!(found(&test, 7).await.unwrap().owner_deleted);
    }

    #[tokio::test]
    async fn what_was_asked_for_last_counts(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        given(&test, jiho, "jiho2@example.com", 1).await;
        given(&test, mina, "first@example.com", 2).await;
        assert!(write(&test.db, |conn| use_up(conn, &[2; 32], now())).await);
        given(&test, mina, "second@example.com", 3).await;
        assert!(found(&test, 2).await.is_none());
        let last = found(&test, 3).await.unwrap();
        assert_eq!((last.new_email.as_str(), last.used), ("second@example.com", false));
        assert_eq!(found(&test, 1).await.unwrap().new_email, "jiho2@example.com");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn of_ten_links_made_at_once_one_is_left(test: TestDb) {
        let user = person(&test.db, "mina").await;
        let mut tasks: JoinSet<Result<(), Error>> = JoinSet::new();
        for token in 0..10 {
            let db = test.db.clone();
            let work = move |conn: &mut Conn| link(conn, user, "new@example.com", token);
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
    async fn a_new_address_waits_until_its_link_is_used_or_dies_of_age(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        given(&test, mina, "New@example.com", 7).await;
        assert_eq!(pending(&test, mina, 59).await.as_deref(), Some("New@example.com"));
        assert_eq!(pending(&test, mina, 60).await, None);
        assert_eq!(pending(&test, jiho, 0).await, None);
        write(&test.db, |conn| use_up(conn, &[7; 32], now())).await;
        assert_eq!(pending(&test, mina, 0).await, None);
    }

    #[tokio::test]
    async fn a_link_is_used_up_once(test: TestDb) {
        let user = person(&test.db, "mina").await;
        given(&test, user, "new@example.com", 7).await;
        let press = || write(&test.db, |conn| use_up(conn, &[7; 32], now()));
        let (one, two, three) = tokio::join!(press(), press(), press());
        assert_eq!([one, two, three].into_iter().filter(|first| *first).count(), 1);
        assert!(found(&test, 7).await.unwrap().used);
        assert!(!write(&test.db, |conn| use_up(conn, &[8; 32], now())).await);
    }

    #[tokio::test]
    async fn the_link_of_one_person_is_dropped(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        given(&test, mina, "mina2@example.com", 1).await;
        given(&test, jiho, "jiho2@example.com", 2).await;
        assert!(write(&test.db, move |conn| delete_for_user(conn, mina)).await);
        assert!(!write(&test.db, move |conn| delete_for_user(conn, mina)).await);
        assert!(found(&test, 1).await.is_none());
        assert!(found(&test, 2).await.is_some());
    }

    #[tokio::test]
    async fn a_link_needs_an_owner_and_a_hash_of_its_own(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let give = |user| test.db.write(move |conn: &mut Conn| link(conn, user, "new@example.com", 7));
        assert!(matches!(give(UserId::from(999)).await, Err(Error::ForeignKey)));
        give(mina).await.unwrap();
        assert!(matches!(give(jiho).await, Err(Error::UniqueViolation(Unique::Other))));
    }
}
