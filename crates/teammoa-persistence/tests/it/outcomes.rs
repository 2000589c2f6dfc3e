//! Stored values that are not valid any more, and errors by their kind.

use diesel::RunQueryDsl;
use teammoa_persistence::{Conn, Error, users};
use teammoa_testing::{TestDb, on_both};

use crate::given::{person, read};

on_both! {
    #[tokio::test]
    async fn a_value_that_no_rule_allows_does_not_get_in(test: TestDb) {
        person(&test.db, "mina").await;
        for statement in [
            "UPDATE users SET language = 'xx'",
            "INSERT INTO teams VALUES (1, 't', '', 101, 'h', 'c', 1, 'UTC', '2026-01-01 00:00:00')",
            "INSERT INTO activation_tokens (user_id, token_hash, created_at, expires_at) \
             SELECT id, '', created_at, created_at FROM users",
            "INSERT INTO password_resets (user_id, token_hash, created_at, expires_at) \
             SELECT id, '', created_at, created_at FROM users",
            "INSERT INTO email_changes (user_id, new_email, new_email_key, token_hash, created_at, expires_at) \
             SELECT id, email, email_key, '', created_at, created_at FROM users",
        ] {
            let work = move |conn: &mut Conn| {
                diesel::sql_query(statement).execute(conn)?;
                Ok::<(), Error>(())
            };
            let error = test.db.write(work).await.unwrap_err();
            assert!(matches!(error, Error::Driver(_)), "{statement}: {error}");
            let text = error.to_string().to_lowercase();
            assert!(text.contains("check constraint"), "{statement}: {text}");
        }
    }

    #[tokio::test]
    async fn a_person_with_a_team_can_not_be_removed_and_takes_his_own_things_along(test: TestDb) {
        let (host, guest) = (person(&test.db, "host").await, person(&test.db, "guest").await);
        let red = crate::given::team(&test.db, "red", host, 1).await;
        crate::given::join(&test.db, red, guest).await;
        let remove = |name: &'static str| {
            test.db.write(move |conn: &mut Conn| {
                diesel::sql_query(format!("DELETE FROM users WHERE username = '{name}'")).execute(conn)?;
                Ok::<(), Error>(())
            })
        };
        assert!(matches!(remove("host").await, Err(Error::ForeignKey)));
        remove("guest").await.unwrap();
        assert!(!read(&test.db, |conn| users::username_is_taken(conn, "guest")).await);
    }
}

#[tokio::test]
async fn a_corrupt_value_is_named_with_its_place() {
    let test = TestDb::sqlite().await;
    let id = person(&test.db, "mina").await;
    let spoil = |conn: &mut Conn| {
        diesel::sql_query("PRAGMA ignore_check_constraints = ON").execute(conn)?;
        diesel::sql_query("UPDATE users SET language = 'xx'").execute(conn)?;
        Ok::<(), Error>(())
    };
    test.db.write(spoil).await.unwrap();
    let error = test.db.read(move |conn| users::find(conn, id)).await.unwrap_err();
    let Error::Corrupt { table, column, id: row } = error else { panic!("{error}") };
    assert_eq!((table, column, row), ("users", "language", id.get()));
}
