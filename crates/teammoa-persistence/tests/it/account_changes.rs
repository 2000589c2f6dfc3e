//! What a person changes in his own account.

use teammoa_domain::user::{Email, Nickname, Profile};
use teammoa_domain::{Language, UserId};
use teammoa_persistence::users::{self, ProfileChanges};
use teammoa_persistence::{Error, Unique};
use teammoa_testing::{TestDb, on_both};

use crate::given::{insert, minutes_later, new_user, now, person, read, write};

/// An account that was deleted.
async fn deleted(test: &TestDb) -> UserId {
    let id = person(&test.db, "deleted").await;
    let sweep = write(&test.db, move |conn| {
        users::soft_delete_unverified(conn, &[id], minutes_later(1), minutes_later(2))
    });
    assert_eq!(sweep.await, 1);
    id
}

async fn set_email(test: &TestDb, id: UserId, email: &'static str) -> Result<bool, Error> {
    test.db.write(move |conn| users::set_email(conn, id, &Email::parse(email).unwrap())).await
}

async fn mark(test: &TestDb, id: UserId) -> bool {
    write(&test.db, move |conn| users::mark_activation_mailed(conn, id, minutes_later(30))).await
}

on_both! {
    #[tokio::test]
    async fn the_stored_password_is_told_for_live_accounts_and_no_password_is_not_no_account(test: TestDb) {
        let mut social = new_user("social");
        social.password_hash = None;
        let (mina, social) = (person(&test.db, "mina").await, insert(&test.db, social).await);
        let hash = |id| read(&test.db, move |conn| users::password_hash(conn, id));
        assert_eq!(hash(mina).await, Some(Some("hash".to_owned())));
        assert_eq!(hash(social).await, Some(None));
        assert_eq!(hash(UserId::from(999)).await, None);
        assert_eq!(hash(deleted(&test).await).await, None);
    }

    #[tokio::test]
    async fn a_person_changes_his_nickname_and_profile_and_nobody_elses(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let change = |id| {
            write(&test.db, move |conn| {
                let nickname = Some(Nickname::parse("새이름").unwrap());
                let profile = Some(Profile::parse("").unwrap());
                users::edit_profile(conn, id, &ProfileChanges { nickname, profile, language: None })
            })
        };
        assert!(change(mina).await);
        assert!(!change(deleted(&test).await).await);
        assert!(!change(UserId::from(999)).await);
        for (id, nickname, profile) in [(mina, "새이름", ""), (jiho, "미나", "reads\nmaps")] {
            let account = read(&test.db, move |conn| users::find(conn, id)).await.unwrap();
            assert_eq!((account.nickname.as_str(), account.profile.as_str()), (nickname, profile));
        }
    }

    #[tokio::test]
    async fn changes_of_different_things_do_not_undo_each_other(test: TestDb) {
        let mina = person(&test.db, "mina").await;
        let nickname = ProfileChanges { nickname: Some(Nickname::parse("새이름").unwrap()), ..ProfileChanges::default() };
        let language = ProfileChanges { language: Some(Language::En), ..ProfileChanges::default() };
        for changes in [nickname, language] {
            assert!(write(&test.db, move |conn| users::edit_profile(conn, mina, &changes)).await);
        }
        assert!(!write(&test.db, move |conn| users::edit_profile(conn, mina, &ProfileChanges::default())).await);
        let account = read(&test.db, move |conn| users::find(conn, mina)).await.unwrap();
        assert_eq!((account.nickname.as_str(), account.profile.as_str()), ("새이름", "reads\nmaps"));
        assert_eq!(account.language, Language::En);
    }

    #[tokio::test]
    async fn a_new_address_is_found_folded_and_the_old_one_is_free(test: TestDb) {
        let mina = person(&test.db, "mina").await;
        assert!(set_email(&test, mina, "New@example.com").await.unwrap());
        let owner = |key| read(&test.db, move |conn| users::find_by_email(conn, key));
        let found = owner("new@example.com").await.unwrap();
        assert_eq!((found.id, found.email.as_str()), (mina, "New@example.com"));
        assert!(owner("mina@example.com").await.is_none());
        assert!(set_email(&test, mina, "NEW@example.com").await.unwrap(), "his own in other letters");
        let jiho = person(&test.db, "jiho").await;
        assert!(set_email(&test, jiho, "mina@example.com").await.unwrap());

        let gone = deleted(&test).await;
        assert!(!set_email(&test, gone, "gone@example.com").await.unwrap());
        assert!(!set_email(&test, UserId::from(999), "gone@example.com").await.unwrap());
        assert!(owner("gone@example.com").await.is_none());
    }

    #[tokio::test]
    async fn a_taken_address_is_told_and_the_transaction_goes_on(test: TestDb) {
        let (mina, _) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let changed = write(&test.db, move |conn| {
            let taken = users::set_email(conn, mina, &Email::parse("JIHO@example.com").unwrap());
            assert!(matches!(taken, Err(Error::UniqueViolation(Unique::Email))), "{taken:?}");
            users::set_email(conn, mina, &Email::parse("free@example.com").unwrap())
        });
        assert!(changed.await);
        let account = read(&test.db, move |conn| users::find(conn, mina)).await.unwrap();
        assert_eq!(account.email, "free@example.com");
    }

    #[tokio::test]
    async fn of_two_who_take_the_same_address_one_gets_it(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let wanted = "wanted@example.com";
        let (one, two) = tokio::join!(set_email(&test, mina, wanted), set_email(&test, jiho, wanted));
        let (won, lost) = if one.is_ok() { (one, two) } else { (two, one) };
        assert!(won.unwrap());
        assert!(matches!(lost, Err(Error::UniqueViolation(Unique::Email))), "{lost:?}");
    }

    #[tokio::test]
    async fn the_sweep_counts_from_the_last_activation_mail_of_a_dormant_account(test: TestDb) {
        let listed = || {
            let work = |conn: &mut _| users::list_unverified(conn, minutes_later(60), None, 10);
            read(&test.db, work)
        };
        let mina = person(&test.db, "mina").await;
        assert!(mark(&test, mina).await);
        assert_eq!(listed().await[0].activation_mailed_at, Some(minutes_later(30)));
        write(&test.db, move |conn| users::activate(conn, mina, now())).await;
        assert!(!mark(&test, mina).await, "active");
        let disabled = person(&test.db, "jiho").await;
        write(&test.db, move |conn| users::disable(conn, disabled, now())).await;
        assert!(!mark(&test, disabled).await);
        assert!(!mark(&test, deleted(&test).await).await);
        assert!(!mark(&test, UserId::from(999)).await);
    }
}
