//! Accounts that a mail is to be written to.

use teammoa_domain::{Language, UserId};
use teammoa_persistence::users::{self, MailTarget, find_mail_target, find_mail_target_by_id};
use teammoa_testing::queries::{assert_selects, count};
use teammoa_testing::{TestDb, on_both};

use crate::given::{minutes_later, now, person, read, write};

async fn by_key(test: &TestDb, key: &'static str) -> Option<MailTarget> {
    let (found, stats) = count(read(&test.db, move |conn| find_mail_target(conn, key))).await;
    assert_selects(&stats, 1);
    found
}

async fn by_id(test: &TestDb, id: UserId) -> Option<MailTarget> {
    let (found, stats) = count(read(&test.db, move |conn| find_mail_target_by_id(conn, id))).await;
    assert_selects(&stats, 1);
    found
}

on_both! {
    #[tokio::test]
    async fn one_is_found_by_folded_name_or_address_or_by_id_with_one_select(test: TestDb) {
        let id = person(&test.db, "Mina").await;
        person(&test.db, "jiho").await;
        let mina = Some(MailTarget {
            id,
            username: "Mina".to_owned(),
            email: "Mina@example.com".to_owned(),
            nickname: "미나".to_owned(),
            language: Language::En,
            activated: false,
            disabled: false,
        });
        assert_eq!(by_key(&test, "mina").await, mina);
        assert_eq!(by_key(&test, "mina@example.com").await, mina);
        assert_eq!(by_id(&test, id).await, mina);
        for key in ["Mina", "min", "", "@", "mina@example.co"] {
            assert_eq!(by_key(&test, key).await, None, "{key}");
        }
        assert_eq!(by_id(&test, UserId::from(999)).await, None);
    }

    #[tokio::test]
    async fn the_state_is_told_and_a_deleted_account_is_not_found(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        write(&test.db, move |conn| users::activate(conn, mina, now())).await;
        let state = |target: Option<MailTarget>| target.map(|target| (target.activated, target.disabled));
        assert_eq!(state(by_key(&test, "mina").await), Some((true, false)));
        write(&test.db, move |conn| users::disable(conn, mina, now())).await;
        assert_eq!(state(by_key(&test, "mina").await), Some((true, true)));
        assert_eq!(state(by_id(&test, mina).await), Some((true, true)));

        write(&test.db, move |conn| {
            users::soft_delete_unverified(conn, &[jiho], minutes_later(1), minutes_later(2))
        })
        .await;
        assert_eq!(by_key(&test, "jiho").await, None);
        assert_eq!(by_key(&test, "jiho@example.com").await, None);
        assert_eq!(by_id(&test, jiho).await, None);
    }
}
