//! Migrations: there, back, and there again; at the same time; and how far they are.

use std::sync::Barrier;
use std::thread;

use diesel::RunQueryDsl;
use teammoa_persistence::{Conn, DatabaseUrl, Db, Error, SchemaState, migrate, users};
use teammoa_testing::{TestDb, on_both, open};

use crate::given::{new_user, write};
use crate::schema;

const ALL: [&str; 6] = [
    "2026-11-23-000001_users",
    "2026-11-23-000002_sessions",
    "2026-11-23-000003_sign_up_reservations",
    "2026-11-23-000004_mail_outbox",
    "2026-11-23-000005_teams",
    "2026-11-23-000006_account_links",
];

async fn empty(like: &TestDb) -> DatabaseUrl {
    match like.url() {
        DatabaseUrl::Sqlite(_) => TestDb::empty_sqlite(),
        DatabaseUrl::Postgres(_) => TestDb::empty_postgres().await,
    }
}

async fn applied(db: &Db, change: &'static str) {
    let work = move |conn: &mut Conn| {
        diesel::sql_query(change).execute(conn)?;
        Ok::<(), Error>(())
    };
    db.write(work).await.unwrap();
}

on_both! {
    #[tokio::test]
    async fn all_go_up_down_and_up_again(test: TestDb) {
        let db = open(&empty(&test).await);
        assert_eq!(db.migrate().await.unwrap(), ALL);
        let first = schema::of(&db).await;
        let data = new_user("mina");
        write(&db, move |conn| users::insert(conn, &data)).await;
        assert_eq!(migrate::revert_all(&db).await.unwrap().len(), ALL.len());
        assert_eq!(schema::of(&db).await, schema::Schema::default(), "nothing is left behind");
        assert_eq!(db.migrate().await.unwrap(), ALL);
        assert_eq!(schema::of(&db).await, first);
    }

    #[tokio::test]
    async fn several_who_migrate_at_the_same_time_apply_each_once(test: TestDb) {
        let url = empty(&test).await;
        let (one, two, three) = (open(&url), open(&url), open(&url));
        let (one, two, three) = tokio::join!(one.migrate(), two.migrate(), three.migrate());
        let mut names = [one, two, three].map(Result::unwrap).concat();
        names.sort();
        assert_eq!(names, ALL);
    }

    #[tokio::test]
    async fn the_state_tells_what_is_missing_and_a_newer_schema_is_fine(test: TestDb) {
        let db = open(&empty(&test).await);
        let behind = |names: &[&str]| SchemaState::Behind(names.iter().map(|&name| name.to_owned()).collect());
        assert_eq!(db.schema_state().await.unwrap(), behind(&ALL), "nothing was ever migrated");
        db.migrate().await.unwrap();
        assert_eq!(db.schema_state().await.unwrap(), SchemaState::Current);
        assert_eq!(db.migrate().await.unwrap(), Vec::<String>::new());

        applied(&db, "INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000')").await;
        assert_eq!(db.schema_state().await.unwrap(), SchemaState::Current, "newer");
        assert_eq!(db.migrate().await.unwrap(), Vec::<String>::new());
        applied(&db, "DELETE FROM __diesel_schema_migrations WHERE version = '20261123000004'").await;
        assert_eq!(db.schema_state().await.unwrap(), behind(&ALL[3..4]));
    }

    #[tokio::test]
    async fn a_failed_migration_is_told_and_leaves_the_database_as_it_was(test: TestDb) {
        let db = open(&empty(&test).await);
        applied(&db, "CREATE TABLE sessions (id BIGINT)").await;
        let error = db.migrate().await.unwrap_err();
        assert!(error.to_string().contains("sessions"), "{error}");
        let left: Vec<String> = ALL[1..].iter().map(|&name| name.to_owned()).collect();
        assert_eq!(db.schema_state().await.unwrap(), SchemaState::Behind(left));
        applied(&db, "DROP TABLE sessions").await;
        assert_eq!(db.migrate().await.unwrap(), ALL[1..]);
    }
}

/// SQLite refuses one of two connections that switch a new database to the write-ahead log at the same moment, at once and
/// whatever its busy timeout is: once in a few hundred times with sixteen of them. (The pools try again; migrating does not.)
#[test]
fn all_who_open_a_new_sqlite_database_at_the_same_moment_get_in() {
    for _ in 0..80 {
        let (url, gate) = (TestDb::empty_sqlite(), Barrier::new(16));
        let open_it = || {
            gate.wait();
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async { open(&url).migrate().await })
        };
        let answers: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = (0..16).map(|_| scope.spawn(open_it)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for answer in answers {
            assert!(answer.is_ok(), "{answer:?}");
        }
    }
}
