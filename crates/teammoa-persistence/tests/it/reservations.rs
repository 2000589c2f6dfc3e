//! Names that are held while a mail is on its way, and the races for them.

use teammoa_persistence::reservations::{
    NewReservation, ReservationId, Reserved, delete_expired, holds_username, keep_name, release, reserve,
};
use teammoa_persistence::{Conn, Db, Error, users};
use teammoa_testing::{TestDb, on_both};

use crate::given::{minutes_later, new_user, now, person, read, write};
use crate::together::wait_until_one_waits;

fn reservation(name: &str, address: &str) -> NewReservation {
    NewReservation {
        username_key: name.to_owned(),
        email_key: address.to_owned(),
        created_at: now(),
        expires_at: minutes_later(2),
    }
}

async fn hold(db: &Db, name: &'static str, address: &'static str) -> Reserved {
    write(db, move |conn| reserve(conn, &reservation(name, address), now())).await
}

fn held(reserved: Reserved) -> ReservationId {
    match reserved {
        Reserved::Ok(id) => id,
        Reserved::UsernameTaken | Reserved::EmailPending => panic!("not held: {reserved:?}"),
    }
}

/// The last step of a sign-up.
fn create(conn: &mut Conn, id: ReservationId) -> Result<bool, Error> {
    if !release(conn, id)? {
        return Ok(false);
    }
    users::insert(conn, &new_user("mina")).map(|_| true)
}

on_both! {
    #[tokio::test]
    async fn what_is_held_is_nobody_elses_and_it_is_told_which(test: TestDb) {
        let id = held(hold(&test.db, "mina", "m@x.org").await);
        assert_eq!(hold(&test.db, "mina", "other@x.org").await, Reserved::UsernameTaken);
        assert_eq!(hold(&test.db, "other", "m@x.org").await, Reserved::EmailPending);
        assert_eq!(hold(&test.db, "mina", "m@x.org").await, Reserved::UsernameTaken);
        held(hold(&test.db, "other", "other@x.org").await);
        assert_eq!(hold(&test.db, "other", "m@x.org").await, Reserved::UsernameTaken, "held by two others");
        assert!(write(&test.db, move |conn| release(conn, id)).await);
        assert!(!write(&test.db, move |conn| release(conn, id)).await);
        held(hold(&test.db, "mina", "m@x.org").await);
    }

    #[tokio::test]
    async fn a_name_is_seen_to_be_held_until_it_expires(test: TestDb) {
        held(hold(&test.db, "mina", "m@x.org").await);
        for (name, minutes, held) in [("mina", 0, true), ("mina", 2, false), ("m@x.org", 0, false)] {
            let work = move |conn: &mut _| holds_username(conn, name, minutes_later(minutes));
            assert_eq!(read(&test.db, work).await, held, "{name} after {minutes} minutes");
        }
    }

    #[tokio::test]
    async fn a_kept_name_lets_its_address_go(test: TestDb) {
        let id = held(hold(&test.db, "mina", "m@x.org").await);
        assert!(write(&test.db, move |conn| keep_name(conn, id, minutes_later(60))).await);
        assert_eq!(hold(&test.db, "mina", "other@x.org").await, Reserved::UsernameTaken);
        held(hold(&test.db, "other", "m@x.org").await);
        let dropped = write(&test.db, |conn| delete_expired(conn, minutes_later(59))).await;
        assert_eq!(dropped, 1, "the other one; the name is held for longer");
        assert!(write(&test.db, move |conn| release(conn, id)).await);
        assert!(!write(&test.db, move |conn| keep_name(conn, id, minutes_later(60))).await, "gone");
    }

    #[tokio::test]
    async fn a_refused_reservation_holds_nothing_and_the_transaction_goes_on(test: TestDb) {
        held(hold(&test.db, "mina", "m@x.org").await);
        let other = write(&test.db, |conn| {
            assert_eq!(reserve(conn, &reservation("mina", "free@x.org"), now())?, Reserved::UsernameTaken);
            reserve(conn, &reservation("jiho", "free@x.org"), now())
        })
        .await;
        held(other);
    }

    #[tokio::test]
    async fn the_name_of_a_live_account_cannot_be_held_whoever_has_the_address(test: TestDb) {
        person(&test.db, "mina").await;
        assert_eq!(hold(&test.db, "mina", "free@x.org").await, Reserved::UsernameTaken);
        held(hold(&test.db, "jiho", "free@x.org").await);
        assert_eq!(hold(&test.db, "mina", "free@x.org").await, Reserved::UsernameTaken);
    }

    #[tokio::test]
    async fn an_expired_one_gives_way_and_its_sign_up_finds_it_gone(test: TestDb) {
        let slow = held(hold(&test.db, "mina", "m@x.org").await);
        let at = |minutes| {
            let new = reservation("mina", "m@x.org");
            write(&test.db, move |conn| reserve(conn, &new, minutes_later(minutes)))
        };
        assert_eq!(at(1).await, Reserved::UsernameTaken);
        let quick = held(at(2).await);
        assert!(!write(&test.db, move |conn| create(conn, slow)).await);
        assert!(write(&test.db, move |conn| create(conn, quick)).await);
        held(hold(&test.db, "other", "o@x.org").await);
        assert_eq!(write(&test.db, |conn| delete_expired(conn, minutes_later(2))).await, 1);
        assert_eq!(write(&test.db, |conn| delete_expired(conn, minutes_later(2))).await, 0);
    }

    #[tokio::test]
    async fn of_many_who_want_a_name_at_once_one_gets_it(test: TestDb) {
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..10 {
            let (db, new) = (test.db.clone(), reservation("mina", &format!("{n}@x.org")));
            tasks.spawn(async move { db.write(move |conn| reserve(conn, &new, now())).await });
        }
        let answers: Vec<Result<Reserved, Error>> = tasks.join_all().await;
        let winners = answers.iter().filter(|answer| matches!(answer, Ok(Reserved::Ok(_)))).count();
        let losers = answers.iter().filter(|answer| matches!(answer, Ok(Reserved::UsernameTaken))).count();
        assert_eq!((winners, losers), (1, 9), "{answers:?}");
    }

    /// The gap that checking first and reserving then would leave: the other sign-up finishes in between.
    #[tokio::test]
    async fn who_comes_while_another_sign_up_commits_sees_its_account(test: TestDb) {
        let id = held(hold(&test.db, "mina", "mina@example.com").await);
        let (created, wait_created) = tokio::sync::oneshot::channel();
        let (go, wait_go) = std::sync::mpsc::channel();
        let first = test.db.write(move |conn| {
            create(conn, id)?;
            created.send(()).unwrap();
            wait_go.recv().unwrap();
            Ok::<_, Error>(())
        });
        let second = async {
            wait_created.await.unwrap();
            let late = test.db.write(|conn| {
                let answer = reserve(conn, &reservation("jiho", "mina@example.com"), now())?;
                Ok::<_, Error>((answer, users::find_by_email(conn, "mina@example.com")?.is_some()))
            });
            let release_first = async {
                wait_until_one_waits(&test).await;
                go.send(()).unwrap();
            };
            tokio::join!(late, release_first).0
        };
        let (first, second) = tokio::join!(first, second);
        first.unwrap();
        let (answer, sees_account) = second.unwrap();
        assert!(matches!(answer, Reserved::Ok(_)) && sees_account, "{answer:?}");
        assert!(read(&test.db, |conn| users::username_is_taken(conn, "mina")).await);
    }
}
