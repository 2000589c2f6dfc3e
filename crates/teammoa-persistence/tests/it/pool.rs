//! Waiting for a connection.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::ThreadId;
use std::time::Duration;

use diesel::RunQueryDsl;
use teammoa_persistence::{Conn, DatabaseUrl, Db, Error, PoolOptions, users};
use teammoa_testing::{TestDb, on_both};
use tracing::Instrument;
use tracing::span::Id;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

use crate::given::{new_user, person};

fn small(url: &DatabaseUrl) -> Db {
    Db::open(url, &PoolOptions { size: 1, timeout: Duration::from_millis(100) }).unwrap()
}

on_both! {
    #[tokio::test]
    async fn who_waits_too_long_for_a_connection_is_told_so(test: TestDb) {
        let db = small(test.url());
        db.ping().await.unwrap();
        let (began, wait_began) = tokio::sync::oneshot::channel();
        let (go, wait_go) = mpsc::channel();
        let busy = db.read(move |_: &mut Conn| {
            began.send(()).unwrap();
            wait_go.recv().unwrap();
            Ok::<(), Error>(())
        });
        let late = async {
            wait_began.await.unwrap();
            let error = db.ping().await.unwrap_err();
            go.send(()).unwrap();
            error
        };
        let (busy, error) = tokio::join!(busy, late);
        busy.unwrap();
        assert!(matches!(&error, Error::Unavailable(why) if why.contains("busy")), "{error}");
        db.ping().await.unwrap();
    }

    #[tokio::test]
    async fn more_callers_than_connections_take_turns(test: TestDb) {
        let running = Arc::new(AtomicUsize::new(0));
        let work = |running: Arc<AtomicUsize>| {
            move |_: &mut Conn| {
                let before = running.fetch_add(1, Ordering::SeqCst);
                assert!(before < 4, "{before} others have a connection");
                running.fetch_sub(1, Ordering::SeqCst);
                Ok::<(), Error>(())
            }
        };
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..100 {
            let (db, work) = (test.db.clone(), work(Arc::clone(&running)));
            tasks.spawn(async move { db.read(work).await });
        }
        for result in tasks.join_all().await {
            result.unwrap();
        }
    }
}

/// What a restarted server does to those who were connected.
async fn hang_up_on_all_others(test: &TestDb) {
    const HANG_UP: &str = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity \
                           WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let work = |conn: &mut Conn| {
        diesel::sql_query(HANG_UP).execute(conn)?;
        Ok::<(), Error>(())
    };
    teammoa_testing::open(test.url()).write(work).await.unwrap();
}

#[tokio::test]
async fn connections_that_the_server_closed_are_replaced_unnoticed() {
    if teammoa_testing::postgres_is_left_out() {
        return;
    }
    let test = TestDb::postgres().await;
    test.db.ping().await.unwrap();
    hang_up_on_all_others(&test).await;
    person(&test.db, "mina").await;
}

#[tokio::test]
async fn a_connection_that_is_lost_in_the_middle_is_told_and_replaced() {
    if teammoa_testing::postgres_is_left_out() {
        return;
    }
    let test = TestDb::postgres().await;
    let (began, wait_began) = tokio::sync::oneshot::channel();
    let (go, wait_go) = mpsc::channel();
    let interrupted = test.db.write(move |conn| {
        users::insert(conn, &new_user("mina"))?;
        began.send(()).unwrap();
        wait_go.recv().unwrap();
        users::insert(conn, &new_user("jiho"))
    });
    let hang_up = async {
        wait_began.await.unwrap();
        hang_up_on_all_others(&test).await;
        go.send(()).unwrap();
    };
    let error = tokio::join!(interrupted, hang_up).0.unwrap_err();
    assert!(matches!(error, Error::Unavailable(_)), "{error}");
    person(&test.db, "mina").await;
}

/// Tells on which threads spans are entered.
struct Watcher(mpsc::Sender<ThreadId>);

impl<S: tracing::Subscriber> Layer<S> for Watcher {
    fn on_enter(&self, _: &Id, _: Context<'_, S>) {
        self.0.send(std::thread::current().id()).unwrap();
    }
}

#[tokio::test]
async fn the_span_of_the_caller_goes_along() {
    let test = TestDb::sqlite().await;
    let (entered, threads) = mpsc::channel();
    let _guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(Watcher(entered)));
    let span = tracing::info_span!("request");
    let thread =
        test.db.read(|_| Ok::<_, Error>(std::thread::current().id())).instrument(span).await.unwrap();
    assert!(threads.try_iter().any(|entered| entered == thread));
}
