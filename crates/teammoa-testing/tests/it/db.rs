//! A database per test.

use std::path::Path;

use chrono::DateTime;
use chrono::Utc;
use teammoa_domain::Language;
use teammoa_domain::user::{Email, Nickname, Profile, Username};
use teammoa_persistence::users::{self, NewUser};
use teammoa_persistence::{Backend, DatabaseUrl, Db, Error, SchemaState};
use teammoa_testing::{TestDb, on_both, open, postgres_is_left_out};

use crate::open_impatiently;

fn somebody() -> NewUser {
    NewUser {
        username: Username::parse("mina").unwrap(),
        email: Email::parse("mina@example.com").unwrap(),
        nickname: Nickname::parse("미나").unwrap(),
        profile: Profile::parse("").unwrap(),
        password_hash: None,
        language: Language::Ko,
        is_staff: false,
        created_at: DateTime::<Utc>::UNIX_EPOCH,
        activated_at: None,
        activation_mailed_at: None,
    }
}

async fn insert_somebody(db: &Db) -> Result<(), Error> {
    db.write(|conn| users::insert(conn, &somebody()).map(drop)).await
}

async fn somebody_is_there(db: &Db) -> bool {
    db.read::<_, Error>(|conn| users::username_is_taken(conn, "mina")).await.unwrap()
}

on_both! {
    /// Doc comments and attributes are passed on.
    #[tokio::test]
    async fn a_test_database_has_the_current_schema(test: TestDb) {
        assert_eq!(test.db.schema_state().await.unwrap(), SchemaState::Current);
    }

    #[tokio::test]
    async fn a_second_pool_reaches_the_same_database(test: TestDb) {
        insert_somebody(&test.db).await.unwrap();
        assert!(somebody_is_there(&open(test.url())).await);
    }

    #[tokio::test]
    async fn a_test_does_not_see_what_others_write(test: TestDb) {
        let other = match test.backend() {
            Backend::Sqlite => TestDb::sqlite().await,
            Backend::Postgres => TestDb::postgres().await,
        };
        insert_somebody(&other.db).await.unwrap();
        assert!(somebody_is_there(&other.db).await);
        assert!(!somebody_is_there(&test.db).await);
        insert_somebody(&test.db).await.unwrap();
    }
}

#[tokio::test]
async fn an_empty_database_has_no_schema() {
    let mut urls = vec![TestDb::empty_sqlite()];
    if !postgres_is_left_out() {
        urls.push(TestDb::empty_postgres().await);
    }
    for url in urls {
        assert!(matches!(open(&url).schema_state().await, Ok(SchemaState::Behind(_))), "{url}");
    }
}

#[tokio::test]
async fn a_dropped_sqlite_database_leaves_no_file() {
    let test = TestDb::sqlite().await;
    insert_somebody(&test.db).await.unwrap();
    let DatabaseUrl::Sqlite(file) = test.url().clone() else { panic!("not SQLite") };
    assert!(file.exists());
    drop(test);
    assert!(!file.parent().is_some_and(Path::exists));
}

#[tokio::test]
async fn a_dropped_postgresql_database_is_gone_even_while_it_is_used() {
    if postgres_is_left_out() {
        return;
    }
    let test = TestDb::postgres().await;
    let second = open(test.url());
    second.ping().await.unwrap();
    let url = test.url().clone();
    drop(test);
    let gone = open_impatiently(&url).ping().await;
    assert!(matches!(gone, Err(Error::Unavailable(_))), "{gone:?}");
}
