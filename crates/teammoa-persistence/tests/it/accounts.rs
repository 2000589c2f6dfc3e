//! Accounts: made, found, changed.

use teammoa_domain::user::{Email, Username};
use teammoa_domain::{Language, UserId};
use teammoa_persistence::users::{self, AccountState};
use teammoa_persistence::{Error, Unique};
use teammoa_testing::{TestDb, on_both};

use crate::given::{insert, minutes_later, new_user, now, person, read, write};

on_both! {
    #[tokio::test]
    async fn an_account_is_read_as_it_was_written(test: TestDb) {
        let id = person(&test.db, "Mina").await;
        let account = read(&test.db, move |conn| users::find(conn, id)).await.unwrap();
        assert_eq!(account.id, id);
        assert_eq!(account.username, "Mina");
        assert_eq!(account.email, "Mina@example.com");
        assert_eq!(account.nickname, "미나");
        assert_eq!(account.profile, "reads\nmaps");
        assert_eq!(account.language, Language::En);
        assert!(!account.is_staff);
        assert_eq!(account.created_at, now(), "microseconds are kept");
        assert_eq!(account.last_login_at, None);
        assert!(read(&test.db, |conn| users::find(conn, UserId::from(999))).await.is_none());
    }

    #[tokio::test]
    async fn a_login_finds_an_account_by_folded_name_or_address(test: TestDb) {
        let id = person(&test.db, "Mina").await;
        for key in ["mina", "mina@example.com"] {
            let found = read(&test.db, move |conn| users::find_credentials(conn, key)).await.unwrap();
            assert_eq!(found.id, id);
            assert_eq!(found.password_hash.as_deref(), Some("hash"));
            assert_eq!(found.nickname, "미나");
            assert_eq!(found.language, Language::En);
            assert_eq!(found.state, AccountState { activated: false, disabled: false });
        }
        for key in ["Mina", "min", "", "mina@example.co"] {
            let found = read(&test.db, move |conn| users::find_credentials(conn, key)).await;
            assert!(found.is_none(), "{key}");
        }
    }

    #[tokio::test]
    async fn the_state_of_an_account_is_seen_at_login_and_by_address(test: TestDb) {
        let id = person(&test.db, "mina").await;
        write(&test.db, move |conn| users::activate(conn, id, now())).await;
        write(&test.db, move |conn| users::disable(conn, id, now())).await;
        let found = read(&test.db, |conn| users::find_credentials(conn, "mina")).await.unwrap();
        assert_eq!(found.state, AccountState { activated: true, disabled: true });
        let owner = read(&test.db, |conn| users::find_by_email(conn, "mina@example.com")).await.unwrap();
        assert_eq!((owner.id, owner.activated, owner.disabled), (id, true, true));
        assert_eq!((owner.username.as_str(), owner.email.as_str()), ("mina", "mina@example.com"));
        assert_eq!((owner.nickname.as_str(), owner.language), ("미나", Language::En));
        assert!(read(&test.db, |conn| users::find_by_email(conn, "mina")).await.is_none());
    }

    #[tokio::test]
    async fn a_username_is_taken_by_a_live_account_alone(test: TestDb) {
        let id = person(&test.db, "Mina").await;
        assert!(read(&test.db, |conn| users::username_is_taken(conn, "mina")).await);
        assert!(!read(&test.db, |conn| users::username_is_taken(conn, "minho")).await);
        write(&test.db, move |conn| {
            users::soft_delete_unverified(conn, &[id], minutes_later(1), minutes_later(2))
        })
        .await;
        assert!(!read(&test.db, |conn| users::username_is_taken(conn, "mina")).await);
    }

    #[tokio::test]
    async fn a_taken_name_or_address_is_named_and_the_transaction_goes_on(test: TestDb) {
        person(&test.db, "mina").await;
        let mut same_name = new_user("MINA");
        same_name.email = Email::parse("other@example.com").unwrap();
        let mut same_address = new_user("other");
        same_address.email = Email::parse("MINA@example.com").unwrap();
        let minho = write(&test.db, move |conn| {
            let name = users::insert(conn, &same_name).unwrap_err();
            assert!(matches!(name, Error::UniqueViolation(Unique::Username)), "{name}");
            let address = users::insert(conn, &same_address).unwrap_err();
            assert!(matches!(address, Error::UniqueViolation(Unique::Email)), "{address}");
            users::insert(conn, &new_user("minho"))
        })
        .await;
        assert!(read(&test.db, move |conn| users::find(conn, minho)).await.is_some());
    }

    #[tokio::test]
    async fn only_a_dormant_account_is_activated_and_only_once(test: TestDb) {
        let id = person(&test.db, "mina").await;
        assert!(write(&test.db, move |conn| users::activate(conn, id, now())).await);
        assert!(!write(&test.db, move |conn| users::activate(conn, id, now())).await);

        let disabled = person(&test.db, "minho").await;
        assert!(write(&test.db, move |conn| users::disable(conn, disabled, now())).await);
        assert!(!write(&test.db, move |conn| users::disable(conn, disabled, now())).await);
        assert!(!write(&test.db, move |conn| users::activate(conn, disabled, now())).await);

        let deleted = person(&test.db, "jiho").await;
        write(&test.db, move |conn| {
            users::soft_delete_unverified(conn, &[deleted], minutes_later(1), minutes_later(2))
        })
        .await;
        assert!(!write(&test.db, move |conn| users::activate(conn, deleted, now())).await);
        assert!(!write(&test.db, move |conn| users::disable(conn, deleted, now())).await);
        assert!(!write(&test.db, move |conn| users::set_password_hash(conn, deleted, "x")).await);
        assert!(!write(&test.db, |conn| users::activate(conn, UserId::from(999), now())).await);
    }

    #[tokio::test]
    async fn password_login_and_language_are_remembered(test: TestDb) {
        let (id, other) = (person(&test.db, "mina").await, person(&test.db, "minho").await);
        let changed = write(&test.db, move |conn| {
            users::record_login(conn, id, minutes_later(5))?;
            users::set_language(conn, id, Language::Ko)?;
            users::set_password_hash(conn, id, "better hash")
        })
        .await;
        assert!(changed);
        let account = read(&test.db, move |conn| users::find(conn, id)).await.unwrap();
        assert_eq!((account.last_login_at, account.language), (Some(minutes_later(5)), Language::Ko));
        let found = read(&test.db, |conn| users::find_credentials(conn, "mina")).await.unwrap();
        assert_eq!(found.password_hash.as_deref(), Some("better hash"));
        let untouched = read(&test.db, move |conn| users::find(conn, other)).await.unwrap();
        assert_eq!((untouched.last_login_at, untouched.language), (None, Language::En));
    }

    #[tokio::test]
    async fn an_admin_account_is_active_from_the_start_and_may_have_no_password(test: TestDb) {
        let mut admin = new_user("admin");
        admin.username = Username::parse("root.admin").unwrap();
        (admin.is_staff, admin.activated_at, admin.password_hash) = (true, Some(now()), None);
        let id = insert(&test.db, admin).await;
        assert!(read(&test.db, move |conn| users::find(conn, id)).await.unwrap().is_staff);
        let found = read(&test.db, |conn| users::find_credentials(conn, "root.admin")).await.unwrap();
        assert!(found.state.activated && found.password_hash.is_none());
    }
}
