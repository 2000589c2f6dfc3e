//! A database that is not there.

use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use teammoa_persistence::{DatabaseUrl, Db, Error, PoolOptions, SchemaState};

/// A server that nobody runs: a loopback port that was free a moment ago.
fn nobody() -> Db {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let url = DatabaseUrl::parse(&format!("postgres://nobody:secret@127.0.0.1:{port}/none")).unwrap();
    Db::open(&url, &PoolOptions { size: 2, timeout: Duration::from_secs(2) }).unwrap()
}

fn refused(error: &Error) -> bool {
    let text = error.to_string();
    matches!(error, Error::Unavailable(_)) && text.contains("refused") && !text.contains("secret")
}

#[tokio::test]
async fn every_call_says_that_it_is_unavailable_and_why() {
    let db = nobody();
    let write = db.write(|_| Ok::<(), Error>(()));
    let (one, two, three, four) = tokio::join!(db.ping(), db.schema_state(), db.migrate(), write);
    // More than there are connections: those who wait for a turn learn the reason too
    let many = futures_util::future::join_all((0..6).map(|_| db.schema_state())).await;
    let mut errors = vec![one.unwrap_err(), two.unwrap_err(), three.unwrap_err(), four.unwrap_err()];
    errors.extend(many.into_iter().map(Result::unwrap_err));
    for error in errors {
        assert!(refused(&error), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn waiting_for_it_takes_longer_and_longer_pauses_and_ends_at_the_limit() {
    let began = tokio::time::Instant::now();
    let mut pauses = Vec::new();
    let limit = Duration::from_secs(30);
    let error = nobody()
        .wait_until_up(limit, |error, pause| {
            assert!(refused(error), "{error}");
            pauses.push(pause.as_millis());
        })
        .await
        .unwrap_err();
    assert!(refused(&error), "{error}");
    assert_eq!(pauses, [200, 400, 800, 1600, 3200, 5000, 5000, 5000, 5000]);
    assert!(began.elapsed() <= limit);
}

#[tokio::test(start_paused = true)]
async fn without_patience_it_is_tried_once() {
    let error = nobody().wait_until_up(Duration::ZERO, |_, _| panic!("tried again")).await.unwrap_err();
    assert!(refused(&error), "{error}");
}

#[tokio::test(start_paused = true)]
async fn waiting_ends_when_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let obstacle = folder.path().join("data");
    std::fs::write(&obstacle, "a file where the folder should be").unwrap();
    let url = DatabaseUrl::Sqlite(obstacle.join("teammoa.db"));
    let db = Db::open(&url, &PoolOptions::default()).unwrap();
    let mut tries = 0;
    let retry = |error: &Error, _pause| {
        assert!(error.to_string().contains("cannot create"), "{error}");
        tries += 1;
        if tries == 3 {
            std::fs::remove_file(&obstacle).unwrap();
        }
    };
    db.wait_until_up(Duration::from_mins(1), retry).await.unwrap();
    assert_eq!(tries, 3);
    assert!(matches!(db.schema_state().await.unwrap(), SchemaState::Behind(_)));
}
