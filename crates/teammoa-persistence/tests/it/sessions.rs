//! Signed-in browsers.

use teammoa_domain::{Language, SessionId, UserId};
use teammoa_persistence::sessions::{
    NewSession, SessionInfo, delete, delete_by_id, delete_expired, delete_for_user, find_with_person, insert,
    list_for_user, touch,
};
use teammoa_persistence::users;
use teammoa_testing::queries::{assert_selects, count};
use teammoa_testing::{TestDb, on_both};

use crate::given::{minutes_later, now, person, read, write};

fn session(user: UserId, token: u8, lives: i64) -> NewSession {
    NewSession {
        token_hash: [token; 32],
        user,
        created_at: now(),
        last_seen_at: now(),
        expires_at: minutes_later(lives),
        user_agent: "Browser".to_owned(),
        address: "192.0.2.1".to_owned(),
    }
}

async fn listed(test: &TestDb, user: UserId, minutes: i64, limit: i64) -> Vec<SessionInfo> {
    read(&test.db, move |conn| list_for_user(conn, user, minutes_later(minutes), limit)).await
}

on_both! {
    #[tokio::test]
    async fn a_session_is_found_with_its_person(test: TestDb) {
        let user = person(&test.db, "mina").await;
        let id = write(&test.db, move |conn| insert(conn, &session(user, 1, 60))).await;
        let found = read(&test.db, |conn| find_with_person(conn, &[1; 32], minutes_later(59))).await;
        let (row, person) = found.unwrap();
        assert_eq!((row.id, row.created_at, row.last_seen_at), (id, now(), now()));
        assert_eq!((person.id, person.username.as_str(), person.nickname.as_str()), (user, "mina", "미나"));
        assert_eq!((person.language, person.is_staff), (Language::En, false));
        assert!(read(&test.db, |conn| find_with_person(conn, &[2; 32], now())).await.is_none());
    }

    #[tokio::test]
    async fn an_expired_session_and_one_of_a_disabled_or_deleted_person_are_not_found(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        write(&test.db, move |conn| {
            insert(conn, &session(mina, 1, 60))?;
            insert(conn, &session(jiho, 2, 60))
        })
        .await;
        let at = |token: u8, minutes| {
            read(&test.db, move |conn| find_with_person(conn, &[token; 32], minutes_later(minutes)))
        };
        assert!(at(1, 60).await.is_none(), "expired");
        write(&test.db, move |conn| users::disable(conn, mina, now())).await;
        assert!(at(1, 0).await.is_none(), "disabled");
        assert!(at(2, 0).await.is_some());
        write(&test.db, move |conn| {
            users::soft_delete_unverified(conn, &[jiho], minutes_later(1), minutes_later(2))
        })
        .await;
        assert!(at(2, 0).await.is_none(), "deleted");
    }

    #[tokio::test]
    async fn a_session_is_prolonged_and_never_shortened_by_a_late_request(test: TestDb) {
        let user = person(&test.db, "mina").await;
        let id = write(&test.db, move |conn| insert(conn, &session(user, 1, 60))).await;
        assert!(write(&test.db, move |conn| touch(conn, id, minutes_later(10), minutes_later(70))).await);
        assert!(!write(&test.db, move |conn| touch(conn, id, minutes_later(5), minutes_later(65))).await);
        let found = read(&test.db, |conn| find_with_person(conn, &[1; 32], minutes_later(69))).await;
        assert_eq!(found.unwrap().0.last_seen_at, minutes_later(10));
    }

    #[tokio::test]
    async fn sessions_end_one_by_one_or_all_but_one(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let kept = write(&test.db, move |conn| {
            for token in 1..=3 {
                insert(conn, &session(mina, token, 60))?;
            }
            insert(conn, &session(jiho, 9, 60))?;
            insert(conn, &session(mina, 4, 60))
        })
        .await;
        assert!(write(&test.db, |conn| delete(conn, &[1; 32])).await);
        assert!(!write(&test.db, |conn| delete(conn, &[1; 32])).await);
        assert_eq!(write(&test.db, move |conn| delete_for_user(conn, mina, Some(kept))).await, 2);
        assert_eq!(write(&test.db, move |conn| delete_for_user(conn, mina, None)).await, 1);
        assert!(read(&test.db, |conn| find_with_person(conn, &[9; 32], now())).await.is_some());
    }

    #[tokio::test]
    async fn a_person_sees_his_own_sessions_that_count_and_what_he_used_last_first(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let [first, second, third] = write(&test.db, move |conn| {
            insert(conn, &session(jiho, 9, 60))?;
            insert(conn, &session(mina, 4, 10))?;
            let ids = [1, 2, 3].map(|token| insert(conn, &session(mina, token, 60)).unwrap());
            touch(conn, ids[0], minutes_later(5), minutes_later(60))?;
            Ok(ids)
        })
        .await;
        let list = listed(&test, mina, 10, 100).await;
        assert_eq!(list.iter().map(|session| session.id).collect::<Vec<_>>(), [first, third, second]);
        assert_eq!(list[0], SessionInfo {
            id: first,
            user_agent: "Browser".to_owned(),
            address: "192.0.2.1".to_owned(),
            created_at: now(),
            last_seen_at: minutes_later(5),
        });
        assert_eq!(listed(&test, mina, 9, 100).await.len(), 4, "the short one counts until then");
        assert_eq!(listed(&test, mina, 10, 1).await, list[..1]);
        assert_eq!(listed(&test, UserId::from(999), 10, 100).await, []);
    }

    #[tokio::test]
    async fn the_list_takes_one_select_for_1_and_for_200_sessions(test: TestDb) {
        let user = person(&test.db, "mina").await;
        for (tokens, length) in [(0..1_u8, 1), (1..200, 200)] {
            write(&test.db, move |conn| {
                tokens.into_iter().try_for_each(|token| insert(conn, &session(user, token, 60)).map(drop))
            })
            .await;
            let (list, stats) = count(listed(&test, user, 0, 500)).await;
            assert_eq!((list.len(), stats.rows()), (length, length));
            assert_selects(&stats, 1);
        }
    }

    #[tokio::test]
    async fn one_session_is_ended_by_its_own_person_alone(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let id = write(&test.db, move |conn| {
            insert(conn, &session(mina, 1, 60))?;
            insert(conn, &session(mina, 2, 60))
        })
        .await;
        assert!(!write(&test.db, move |conn| delete_by_id(conn, jiho, id)).await, "not his");
        assert!(write(&test.db, move |conn| delete_by_id(conn, mina, id)).await);
        assert!(!write(&test.db, move |conn| delete_by_id(conn, mina, id)).await, "gone");
        assert!(!write(&test.db, move |conn| delete_by_id(conn, mina, SessionId::from(999))).await);
        assert_eq!(listed(&test, mina, 0, 100).await.len(), 1);
    }

    #[tokio::test]
    async fn expired_sessions_are_dropped(test: TestDb) {
        let user = person(&test.db, "mina").await;
        write(&test.db, move |conn| {
            insert(conn, &session(user, 1, 10))?;
            insert(conn, &session(user, 2, 11))
        })
        .await;
        assert_eq!(write(&test.db, |conn| delete_expired(conn, minutes_later(10))).await, 1);
        assert!(read(&test.db, |conn| find_with_person(conn, &[2; 32], now())).await.is_some());
    }
}
