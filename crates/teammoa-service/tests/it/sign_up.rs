//! Sign-up when the mail works.

use chrono::TimeDelta;
use teammoa_domain::{Invalid, Language};
use teammoa_service::accounts::{self, Device, SignUp, SignUpError};
use teammoa_testing::{PersonBuilder, TestDb, on_both, services};

use crate::{can_log_in, form, token};

fn invalid(result: Result<(), SignUpError>) -> Vec<(&'static str, Invalid)> {
    match result {
        Err(SignUpError::Invalid(errors)) => {
            errors.iter().map(|(field, error)| (field, error.clone())).collect()
        }
        other => panic!("expected wrong fields, got {other:?}"),
    }
}

on_both! {
    #[tokio::test]
    async fn the_whole_way_in(test: TestDb) {
        let app = services(&test);
        accounts::sign_up(&app.services, form("mina")).await.unwrap();
        assert!(!can_log_in(&app.services, "mina").await, "not before the button in the mail was pressed");

        let link = app.inbox().latest_link("mina@example.com");
        assert!(link.starts_with("https://teammoa.test/accounts/activate/"), "{link}");
        let new = accounts::activate(&app.services, &token(&link), &Device::default()).await.unwrap();
        let current = accounts::current_person(&app.services, new.token.expose()).await.unwrap().unwrap();
        assert_eq!(current.person.username, "mina");
        assert!(can_log_in(&app.services, "mina").await);
        assert!(can_log_in(&app.services, " MINA@Example.com ").await, "the address works as well, in any case");
    }

    #[tokio::test]
    async fn a_taken_username_is_told_and_no_mail_is_sent(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("mina").insert(&test.db).await;
        let wanted = SignUp { email: "other@example.com".into(), ..form("MINA") };
        assert_eq!(invalid(accounts::sign_up(&app.services, wanted).await), [("username", Invalid::Taken)]);
        assert!(app.inbox().all().is_empty());
    }

    #[tokio::test]
    async fn a_taken_address_looks_like_success_and_its_owner_gets_a_notice(test: TestDb) {
        let app = services(&test);
        let owner = PersonBuilder::new("mina").language(Language::En).insert(&test.db).await;
        let wanted = SignUp { email: "Mina@Example.com".into(), language: Language::Ko, ..form("stranger") };
        accounts::sign_up(&app.services, wanted).await.unwrap();

        let mails = app.inbox().to(&owner.email);
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text.contains("mina") && !mails[0].text.contains("activate"), "{}", mails[0].text);
        assert!(!can_log_in(&app.services, "stranger").await);
    }

    #[tokio::test]
    async fn asking_for_the_username_again_does_not_tell_whether_the_address_had_an_account(test: TestDb) {
        let app = services(&test);
        let owner = PersonBuilder::new("owner").insert(&test.db).await;
        for (username, email) in [("first", owner.email.clone()), ("second", "free@example.com".into())] {
            accounts::sign_up(&app.services, SignUp { email, ..form(username) }).await.unwrap();
            let again = SignUp { email: format!("{username}@again.example"), ..form(username) };
            assert_eq!(invalid(accounts::sign_up(&app.services, again).await), [("username", Invalid::Taken)]);
        }
        app.clock.advance(TimeDelta::days(3) + TimeDelta::seconds(1));
        accounts::delete_unverified(&app.services, 3, false).await.unwrap();
        for username in ["first", "second"] {
            let again = SignUp { email: format!("{username}@again.example"), ..form(username) };
            accounts::sign_up(&app.services, again).await.expect("both are free again after three days");
        }
        accounts::sign_up(&app.services, SignUp { email: owner.email, ..form("third") }).await.unwrap();
    }

    #[tokio::test]
    async fn a_taken_address_costs_the_same_work_as_a_free_one(test: TestDb) {
        let app = services(&test);
        let owner = PersonBuilder::new("mina").insert(&test.db).await;
        accounts::sign_up(&app.services, SignUp { email: owner.email, ..form("stranger") }).await.unwrap();
        accounts::sign_up(&app.services, form("newcomer")).await.unwrap();
        assert_eq!(app.inbox().all().len(), 2, "one mail each, over the same way");
    }

    #[tokio::test]
    async fn wrong_values_are_told_all_at_once_and_reach_neither_database_nor_mail(test: TestDb) {
        let app = services(&test);
        let wrong = SignUp { nickname: "x".into(), password: "12345678".into(), ..form("m") };
        let (result, stats) = teammoa_testing::queries::count(accounts::sign_up(&app.services, wrong)).await;
        let fields: Vec<_> = invalid(result).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["username", "nickname", "password", "password2"]);
        assert_eq!(stats.statements(), 0);
    }

    #[tokio::test]
    async fn the_mail_speaks_the_language_of_the_form_and_names_are_told_apart_in_korean(test: TestDb) {
        let app = services(&test);
        for (username, language) in [("mina", Language::Ko), ("jun", Language::En)] {
            accounts::sign_up(&app.services, SignUp { language, ..form(username) }).await.unwrap();
        }
        let subject = |address: &str| app.inbox().to(address)[0].subject.clone();
        assert!(subject("mina@example.com").contains("팀모아"));
        assert!(subject("jun@example.com").contains("TeamMoa"));
    }

    #[tokio::test]
    async fn a_reservation_that_a_crash_left_behind_runs_out(test: TestDb) {
        use teammoa_persistence::reservations::{self, NewReservation};
        let app = services(&test);
        let now = app.clock.now();
        let left = NewReservation {
            username_key: "mina".into(),
            email_key: "mina@example.com".into(),
            created_at: now,
            expires_at: now + TimeDelta::minutes(2),
        };
        test.db.write(move |conn| reservations::reserve(conn, &left, now)).await.map(drop).unwrap();
        assert_eq!(invalid(accounts::sign_up(&app.services, form("mina")).await), [("username", Invalid::Taken)]);
        app.clock.advance(TimeDelta::minutes(3));
        accounts::sign_up(&app.services, form("mina")).await.unwrap();
    }
}
