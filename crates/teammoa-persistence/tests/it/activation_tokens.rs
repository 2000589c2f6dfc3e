//! The links in activation mails.

use teammoa_domain::{Language, UserId};
use teammoa_persistence::activation_tokens::{find, insert, use_up};
use teammoa_persistence::{Error, Unique, users};
use teammoa_testing::{TestDb, on_both};

use crate::given::{minutes_later, now, person, read, write};

on_both! {
    #[tokio::test]
    async fn a_link_is_found_with_the_state_of_its_owner(test: TestDb) {
        let user = person(&test.db, "mina").await;
        write(&test.db, move |conn| insert(conn, user, &[7; 32], now(), minutes_later(60))).await;
        let token = read(&test.db, |conn| find(conn, &[7; 32])).await.unwrap();
        assert_eq!((token.user, token.expires_at), (user, minutes_later(60)));
        assert!(!(token.used || token.owner_activated || token.owner_disabled || token.owner_deleted));
        assert_eq!((token.username.as_str(), token.nickname.as_str()), ("mina", "미나"));
        assert_eq!(token.language, Language::En);

        write(&test.db, move |conn| users::activate(conn, user, now())).await;
        write(&test.db, move |conn| users::disable(conn, user, now())).await;
        let token = read(&test.db, |conn| find(conn, &[7; 32])).await.unwrap();
        assert!(token.owner_activated && token.owner_disabled && !token.owner_deleted);
        assert!(read(&test.db, |conn| find(conn, &[8; 32])).await.is_none());
    }

    #[tokio::test]
    async fn a_link_is_used_up_once(test: TestDb) {
        let user = person(&test.db, "mina").await;
        write(&test.db, move |conn| insert(conn, user, &[7; 32], now(), minutes_later(60))).await;
        let press = || test.db.write(|conn| use_up(conn, &[7; 32], now()));
        let (one, two, three): (Result<_, Error>, _, _) = tokio::join!(press(), press(), press());
        let pressed = [one, two, three].map(Result::unwrap);
        assert_eq!(pressed.iter().filter(|first| **first).count(), 1);
        assert!(read(&test.db, |conn| find(conn, &[7; 32])).await.unwrap().used);
        assert!(!write(&test.db, |conn| use_up(conn, &[8; 32], now())).await);
    }

    #[tokio::test]
    async fn several_links_of_one_person_live_side_by_side(test: TestDb) {
        let user = person(&test.db, "mina").await;
        write(&test.db, move |conn| {
            insert(conn, user, &[7; 32], now(), minutes_later(60))?;
            insert(conn, user, &[8; 32], now(), minutes_later(65))
        })
        .await;
        assert!(write(&test.db, |conn| use_up(conn, &[7; 32], now())).await, "the mail that came first");
        let other = read(&test.db, |conn| find(conn, &[8; 32])).await.unwrap();
        assert_eq!((other.used, other.expires_at), (false, minutes_later(65)));
    }

    #[tokio::test]
    async fn a_link_needs_an_owner_and_a_hash_of_its_own(test: TestDb) {
        let user = person(&test.db, "mina").await;
        let work = |conn: &mut _| insert(conn, UserId::from(999), &[7; 32], now(), now());
        assert!(matches!(test.db.write(work).await, Err(Error::ForeignKey)));
        let twice = move |conn: &mut _| {
            insert(conn, user, &[7; 32], now(), now())?;
            insert(conn, user, &[7; 32], now(), now())
        };
        assert!(matches!(test.db.write(twice).await, Err(Error::UniqueViolation(Unique::Other))));
    }
}
