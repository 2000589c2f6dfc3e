//! Transactions end whole or not at all.

use futures_util::FutureExt;
use teammoa_persistence::{Conn, Db, Error, Unique, users};
use teammoa_testing::{TestDb, on_both};

use crate::given::{new_user, now, person, read, write};

/// An error of a caller, as use cases have them.
#[derive(Debug)]
enum Refused {
    Changed,
    #[expect(dead_code, reason = "shown when a test fails")]
    Store(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

fn taken(conn: &mut Conn, name: &str) -> Result<bool, Error> {
    users::username_is_taken(conn, name)
}

on_both! {
    #[tokio::test]
    async fn an_error_takes_everything_back(test: TestDb) {
        let work = |conn: &mut Conn| {
            users::insert(conn, &new_user("mina"))?;
            assert!(taken(conn, "mina")?);
            Err::<(), _>(Refused::Changed)
        };
        assert!(matches!(test.db.write(work).await, Err(Refused::Changed)));
        assert!(!read(&test.db, |conn| taken(conn, "mina")).await);
    }

    #[tokio::test]
    async fn a_panic_takes_everything_back_and_goes_on_in_the_caller(test: TestDb) {
        let work = |conn: &mut Conn| -> Result<(), Error> {
            users::insert(conn, &new_user("mina"))?;
            panic!("on purpose");
        };
        let panic = std::panic::AssertUnwindSafe(test.db.write(work)).catch_unwind().await.unwrap_err();
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"on purpose"));
        assert!(!read(&test.db, |conn| taken(conn, "mina")).await);
        person(&test.db, "mina").await;
    }

    #[tokio::test]
    async fn a_panic_in_a_savepoint_takes_everything_back(test: TestDb) {
        let work = |conn: &mut Conn| -> Result<(), Error> {
            users::insert(conn, &new_user("mina"))?;
            Db::savepoint(conn, |_| panic!("on purpose"))
        };
        assert!(std::panic::AssertUnwindSafe(test.db.write(work)).catch_unwind().await.is_err());
        assert!(!read(&test.db, |conn| taken(conn, "mina")).await);
        person(&test.db, "mina").await;
    }

    #[tokio::test]
    async fn a_panic_in_a_read_leaves_the_database_usable(test: TestDb) {
        let work = |_: &mut Conn| -> Result<(), Error> { panic!("on purpose") };
        for _more_than_there_are_connections in 0..10 {
            assert!(std::panic::AssertUnwindSafe(test.db.read(work)).catch_unwind().await.is_err());
        }
        test.db.ping().await.unwrap();
    }

    #[tokio::test]
    async fn a_savepoint_is_taken_back_alone(test: TestDb) {
        write(&test.db, |conn| {
            users::insert(conn, &new_user("before"))?;
            let inner = Db::savepoint(conn, |conn| {
                users::insert(conn, &new_user("inside"))?;
                Db::savepoint(conn, |conn| users::insert(conn, &new_user("deep-inside")).map(drop))?;
                Err::<(), _>(Refused::Changed)
            });
            assert!(matches!(inner, Err(Refused::Changed)));
            Db::savepoint(conn, |conn| users::insert(conn, &new_user("after")).map(drop))
        })
        .await;
        for (name, there) in [("before", true), ("inside", false), ("deep-inside", false), ("after", true)] {
            assert_eq!(read(&test.db, move |conn| taken(conn, name)).await, there, "{name}");
        }
    }

    #[tokio::test]
    async fn a_statement_that_fails_in_a_savepoint_does_not_spoil_the_rest(test: TestDb) {
        write(&test.db, |conn| {
            users::insert(conn, &new_user("mina"))?;
            let again = Db::savepoint(conn, |conn| users::insert(conn, &new_user("mina")));
            assert!(matches!(again, Err(Error::UniqueViolation(Unique::Username))), "{again:?}");
            users::insert(conn, &new_user("jiho"))
        })
        .await;
        assert!(read(&test.db, |conn| taken(conn, "jiho")).await);
    }

    #[tokio::test]
    async fn a_swallowed_failure_is_never_committed(test: TestDb) {
        let work = |conn: &mut Conn| {
            users::insert(conn, &new_user("mina"))?;
            let failed = diesel::RunQueryDsl::execute(diesel::sql_query("INSERT INTO nowhere VALUES (1)"), conn);
            assert!(failed.is_err());
            Ok::<(), Error>(())
        };
        let error = test.db.write(work).await.unwrap_err();
        assert!(matches!(error, Error::Driver(_)), "{error}");
        assert!(!read(&test.db, |conn| taken(conn, "mina")).await);
        person(&test.db, "mina").await;
    }

    #[tokio::test]
    async fn a_savepoint_outside_a_transaction_is_refused(test: TestDb) {
        let work = |conn: &mut Conn| Db::savepoint(conn, |_| Ok::<(), Error>(()));
        assert!(matches!(test.db.read(work).await, Err(Error::Driver(_))));
    }

    #[tokio::test]
    async fn a_caller_that_goes_away_does_not_stop_the_work(test: TestDb) {
        let (done, wait) = tokio::sync::oneshot::channel();
        let (go, wait_go) = std::sync::mpsc::channel();
        let (began, wait_began) = tokio::sync::oneshot::channel();
        let db = test.db.clone();
        let mut caller = tokio::task::JoinSet::new();
        caller.spawn(async move {
            let work = move |conn: &mut Conn| {
                began.send(()).unwrap();
                wait_go.recv().unwrap();
                users::insert(conn, &new_user("mina"))?;
                done.send(()).unwrap();
                Ok::<(), Error>(())
            };
            db.write(work).await
        });
        wait_began.await.unwrap();
        caller.shutdown().await;
        go.send(()).unwrap();
        wait.await.unwrap();
        // A second write waits for the first on SQLite; on PostgreSQL its unique name does.
        let again = test.db.write(|conn| users::insert(conn, &new_user("mina"))).await;
        assert!(matches!(again, Err(Error::UniqueViolation(Unique::Username))), "{again:?}");
    }
}

#[tokio::test]
async fn on_sqlite_a_read_can_not_write() {
    let test = TestDb::sqlite().await;
    let work = |conn: &mut Conn| users::record_login(conn, 1.into(), now());
    let error = test.db.read(work).await.unwrap_err();
    assert!(error.to_string().contains("readonly"), "{error}");
}
