//! The sweep of sign-ups that were never activated.

use teammoa_domain::UserId;
use teammoa_domain::user::Email;
use teammoa_persistence::sessions::{self, NewSession};
use teammoa_persistence::{activation_tokens, email_changes, password_resets, users};
use teammoa_testing::{TestDb, on_both};

use crate::given::{insert, minutes_later, new_user, now, person, read, write};

async fn listed(test: &TestDb, after: Option<UserId>, limit: i64) -> Vec<UserId> {
    let work = move |conn: &mut _| users::list_unverified(conn, minutes_later(10), after, limit);
    read(&test.db, work).await.into_iter().map(|account| account.id).collect()
}

async fn sweep(test: &TestDb, ids: Vec<UserId>) -> usize {
    write(&test.db, move |conn| {
        users::soft_delete_unverified(conn, &ids, minutes_later(10), minutes_later(20))
    })
    .await
}

on_both! {
    #[tokio::test]
    async fn only_dormant_accounts_are_listed_counted_from_their_last_mail(test: TestDb) {
        let mailed = person(&test.db, "mailed").await;
        let mut never = new_user("never-mailed");
        never.activation_mailed_at = None;
        let never = insert(&test.db, never).await;
        let mut again = new_user("mailed-again");
        again.activation_mailed_at = Some(minutes_later(10));
        insert(&test.db, again).await;
        let mut late = new_user("late");
        (late.activation_mailed_at, late.created_at) = (None, minutes_later(10));
        insert(&test.db, late).await;
        let (active, disabled) = (person(&test.db, "active").await, person(&test.db, "disabled").await);
        write(&test.db, move |conn| users::activate(conn, active, now())).await;
        write(&test.db, move |conn| users::disable(conn, disabled, now())).await;

        assert_eq!(listed(&test, None, 10).await, [mailed, never]);
        assert_eq!(listed(&test, None, 1).await, [mailed]);
        assert_eq!(listed(&test, Some(mailed), 10).await, [never]);
        let shown = read(&test.db, |conn| users::list_unverified(conn, minutes_later(10), None, 1)).await;
        assert_eq!((shown[0].username.as_str(), shown[0].email.as_str()), ("mailed", "mailed@example.com"));
        assert_eq!((shown[0].nickname.as_str(), shown[0].profile.as_str()), ("미나", "reads\nmaps"));
        assert_eq!((shown[0].created_at, shown[0].activation_mailed_at), (now(), Some(now())));
    }

    #[tokio::test]
    async fn a_swept_account_is_gone_and_its_name_and_address_are_free_again(test: TestDb) {
        let id = person(&test.db, "mina").await;
        write(&test.db, move |conn| {
            activation_tokens::insert(conn, id, &[1; 32], now(), minutes_later(60))?;
            password_resets::insert(conn, id, &[3; 32], now(), minutes_later(60))?;
            let wanted = Email::parse("new@example.com").unwrap();
            email_changes::insert(conn, id, &wanted, &[4; 32], now(), minutes_later(60))?;
            sessions::insert(conn, &NewSession {
                token_hash: [2; 32],
                user: id,
                created_at: now(),
                last_seen_at: now(),
                expires_at: minutes_later(60),
                user_agent: String::new(),
                address: String::new(),
            })
        })
        .await;

        assert_eq!(sweep(&test, vec![id]).await, 1);
        assert!(read(&test.db, move |conn| users::find(conn, id)).await.is_none());
        assert!(read(&test.db, |conn| users::find_credentials(conn, "mina")).await.is_none());
        let deleted_name = format!("deleted_{id}");
        assert!(read(&test.db, move |conn| users::find_credentials(conn, &deleted_name)).await.is_none());
        assert!(read(&test.db, |conn| activation_tokens::find(conn, &[1; 32])).await.is_none());
        assert!(read(&test.db, |conn| password_resets::find(conn, &[3; 32])).await.is_none());
        assert!(read(&test.db, |conn| email_changes::find(conn, &[4; 32])).await.is_none());
        assert!(!write(&test.db, |conn| sessions::delete(conn, &[2; 32])).await, "the session is gone");
        assert_eq!(sweep(&test, vec![id]).await, 0, "only once");

        for _again in 0..2 {
            let id = person(&test.db, "mina").await;
            assert_eq!(sweep(&test, vec![id]).await, 1);
        }
        person(&test.db, "mina").await;
    }

    #[tokio::test]
    async fn who_activates_or_gets_a_new_mail_at_the_last_moment_is_spared(test: TestDb) {
        let (active, swept) = (person(&test.db, "active").await, person(&test.db, "swept").await);
        let mut again = new_user("mailed-again");
        again.activation_mailed_at = Some(minutes_later(10));
        let again = insert(&test.db, again).await;
        write(&test.db, move |conn| users::activate(conn, active, now())).await;
        assert_eq!(sweep(&test, vec![active, swept, again]).await, 1);
        for (spared, alive) in [(active, true), (swept, false), (again, true)] {
            assert_eq!(read(&test.db, move |conn| users::find(conn, spared)).await.is_some(), alive);
        }
    }

    #[tokio::test]
    async fn a_large_sweep_takes_several_statements(test: TestDb) {
        let last = person(&test.db, "mina").await;
        let many: Vec<UserId> = (0..1200).map(|n| UserId::from(1_000_000 + n)).chain([last]).collect();
        assert_eq!(sweep(&test, many).await, 1);
        assert_eq!(sweep(&test, Vec::new()).await, 0);
    }
}
