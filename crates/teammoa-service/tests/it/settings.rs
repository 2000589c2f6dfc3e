//! What somebody who is signed in changes about his account.

use chrono::TimeDelta;
use teammoa_domain::{FieldErrors, Invalid, Language, SessionId};
use teammoa_service::accounts::{
    self, ChangeEmail, ChangeError, ChangePassword, ConfirmError, EditProfile, NewPassword,
};
use teammoa_testing::{Person, PersonBuilder, TestDb, TestServices, on_both, queries, services};

use crate::{logged_in, token, try_log_in};

fn fields(result: Result<(), ChangeError>) -> FieldErrors {
    match result {
        Err(ChangeError::Invalid(errors)) => errors,
        other => panic!("expected wrong fields, got {other:?}"),
    }
}

async fn session_of(app: &TestServices, token: &str) -> SessionId {
    accounts::current_person(&app.services, token).await.unwrap().unwrap().session
}

fn password(old: &str, new: &str) -> ChangePassword {
    ChangePassword { old: old.into(), new: NewPassword { password: new.into(), repeated: new.into() } }
}

async fn change_email(app: &TestServices, person: &Person, email: &str) -> Result<(), ChangeError> {
    let command = ChangeEmail { email: email.into(), password: person.password.into() };
    accounts::change_email(&app.services, person.id, &command).await
}

on_both! {
    #[tokio::test]
    async fn a_new_password_ends_the_other_sessions_and_is_told_by_mail(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let (here, there) = (logged_in(&app, &mina).await, logged_in(&app, &mina).await);
        let who = (mina.id, session_of(&app, &here).await);
        accounts::change_password(&app.services, who, &password(mina.password, "green-teapot-43")).await.unwrap();
        assert!(accounts::current_person(&app.services, &here).await.unwrap().is_some());
        assert!(accounts::current_person(&app.services, &there).await.unwrap().is_none());
        assert!(try_log_in(&app.services, "mina", "green-teapot-43").await);
        assert!(!try_log_in(&app.services, "mina", mina.password).await);
        assert_eq!(app.deliver().await.sent, 1);
        assert_eq!(app.inbox().to(&mina.email).len(), 1);
    }

    #[tokio::test]
    async fn a_wrong_old_password_and_a_weak_new_one_are_told_at_once_and_guessing_is_throttled(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let session = logged_in(&app, &mina).await;
        let who = (mina.id, session_of(&app, &session).await);
        let errors = fields(accounts::change_password(&app.services, who, &password("wrong", "password")).await);
        assert_eq!(errors.get("old_password"), Some(&Invalid::Mismatch));
        assert_eq!(errors.get("password"), Some(&Invalid::Common));
        for _ in 1..10 {
            fields(accounts::change_password(&app.services, who, &password("wrong", "green-teapot-43")).await);
        }
        let right = password(mina.password, "green-teapot-43");
        let eleventh = accounts::change_password(&app.services, who, &right).await;
        assert!(matches!(eleventh, Err(ChangeError::TooMany(_))), "{eleventh:?}");
        app.clock.advance(TimeDelta::minutes(15));
        accounts::change_password(&app.services, who, &right).await.unwrap();
    }

    #[tokio::test]
    async fn a_new_address_counts_when_it_is_proved_and_the_old_one_is_told(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        change_email(&app, &mina, "new@example.com").await.unwrap();
        let pending = || accounts::pending_email(&app.services, mina.id);
        assert_eq!(pending().await.unwrap().as_deref(), Some("new@example.com"));
        app.deliver().await;
        assert!(try_log_in(&app.services, &mina.email, mina.password).await, "until then the old one is right");

        let token = token(&app.inbox().latest_link("new@example.com"));
        let found = accounts::find_email_change(&app.services, &token).await.unwrap();
        assert_eq!(found.address, "new@example.com");
        accounts::confirm_email(&app.services, &token).await.unwrap();
        assert!(try_log_in(&app.services, "new@example.com", mina.password).await);
        assert!(!try_log_in(&app.services, &mina.email, mina.password).await);
        assert_eq!(pending().await.unwrap(), None);
        app.deliver().await;
        let notice = app.inbox().to(&mina.email).pop().unwrap();
        assert!(notice.text.contains("new@example.com"), "{}", notice.text);
        let again = accounts::confirm_email(&app.services, &token).await;
        assert!(matches!(again, Err(ConfirmError::Dead)), "{again:?}");
    }

    #[tokio::test]
    async fn an_address_with_an_account_gets_a_notice_and_the_answer_is_the_same(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let other = PersonBuilder::new("other").insert(&test.db).await;
        let (free, free_stats) = queries::count(change_email(&app, &mina, "free@example.com")).await;
        let (taken, taken_stats) = queries::count(change_email(&app, &mina, &other.email)).await;
        free.unwrap();
        taken.unwrap();
        assert_eq!(free_stats.statements(), taken_stats.statements());
        let pending = accounts::pending_email(&app.services, mina.id).await.unwrap();
        assert_eq!(pending.as_ref(), Some(&other.email), "the settings say the same for both");
        app.deliver().await;
        assert!(app.inbox().latest_link(&other.email).contains("/accounts/login/"));
        assert_eq!(app.inbox().to(&other.email).len(), 1);
    }

    #[tokio::test]
    async fn a_link_dies_after_a_day_by_a_newer_one_and_when_somebody_else_was_faster(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let mut links = Vec::new();
        for address in ["first@example.com", "second@example.com"] {
            change_email(&app, &mina, address).await.unwrap();
            app.deliver().await;
            links.push(token(&app.inbox().latest_link(address)));
        }
        assert!(accounts::find_email_change(&app.services, &links[0]).await.is_err());
        PersonBuilder::new("faster").email("second@example.com").insert(&test.db).await;
        let late = accounts::confirm_email(&app.services, &links[1]).await;
        assert!(matches!(late, Err(ConfirmError::Dead)), "{late:?}");
        change_email(&app, &mina, "third@example.com").await.unwrap();
        app.deliver().await;
        app.clock.advance(TimeDelta::days(1));
        let old = accounts::confirm_email(&app.services, &token(&app.inbox().latest_link("third@example.com"))).await;
        assert!(matches!(old, Err(ConfirmError::Dead)), "{old:?}");
    }

    #[tokio::test]
    async fn a_new_password_kills_the_links_that_were_under_way(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let session = logged_in(&app, &mina).await;
        let who = (mina.id, session_of(&app, &session).await);
        change_email(&app, &mina, "thief@example.com").await.unwrap();
        accounts::forgot_password(&app.services, crate::resend::ask("mina")).await.unwrap();
        app.deliver().await;
        let change = token(&app.inbox().latest_link("thief@example.com"));
        let reset = token(&app.inbox().latest_link(&mina.email));
        accounts::change_password(&app.services, who, &password(mina.password, "green-teapot-43")).await.unwrap();
        assert!(accounts::find_email_change(&app.services, &change).await.is_err());
        assert!(accounts::find_password_reset(&app.services, &reset).await.is_err());
    }

    #[tokio::test]
    async fn wrong_values_of_an_address_change_are_told_at_once(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let wrong = ChangeEmail { email: "x".into(), password: "wrong".into() };
        let errors = fields(accounts::change_email(&app.services, mina.id, &wrong).await);
        assert_eq!(errors.get("new_email"), Some(&Invalid::Malformed));
        assert_eq!(errors.get("password"), Some(&Invalid::Mismatch));
        let same = fields(change_email(&app, &mina, &mina.email).await);
        assert_eq!(same.get("new_email"), Some(&Invalid::Taken), "it is one's own already");
    }

    #[tokio::test]
    async fn nickname_profile_and_language_are_saved_together(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let new = EditProfile {
            nickname: Some(" 미나나 ".into()),
            profile: Some("안녕\n하세요".into()),
            language: Some("en".into()),
        };
        accounts::edit_profile(&app.services, mina.id, &new).await.unwrap();
        let account = accounts::account(&app.services, mina.id).await.unwrap().unwrap();
        assert_eq!((account.nickname.as_str(), account.profile.as_str()), ("미나나", "안녕\n하세요"));
        assert_eq!(account.language, Language::En);
        let wrong = EditProfile {
            nickname: Some("x".into()),
            profile: Some("가".repeat(501)),
            language: Some("fr".into()),
        };
        let errors = fields(accounts::edit_profile(&app.services, mina.id, &wrong).await);
        assert_eq!(errors.iter().count(), 3);
        let only = EditProfile { nickname: Some("하늘".into()), ..EditProfile::default() };
        accounts::edit_profile(&app.services, mina.id, &only).await.unwrap();
        let account = accounts::account(&app.services, mina.id).await.unwrap().unwrap();
        assert_eq!((account.nickname.as_str(), account.language), ("하늘", Language::En));
    }

    #[tokio::test]
    async fn sessions_are_listed_in_one_query_and_ended_one_by_one_or_all_others(test: TestDb) {
        let app = services(&test);
        let (mina, other) = (PersonBuilder::new("mina").insert(&test.db).await, PersonBuilder::new("other").insert(&test.db).await);
        let foreign = session_of(&app, &logged_in(&app, &other).await).await;
        let mut tokens = Vec::new();
        for _ in 0..4 {
            app.clock.advance(TimeDelta::minutes(1));
            tokens.push(logged_in(&app, &mina).await);
        }
        let (list, stats) = queries::count(accounts::list_sessions(&app.services, mina.id)).await;
        let list = list.unwrap();
        assert_eq!((list.len(), stats.statements()), (4, 1));
        assert_eq!(list[0].id, session_of(&app, &tokens[3]).await, "the one used last comes first");

        assert!(accounts::end_session(&app.services, mina.id, list[3].id).await.unwrap());
        assert!(!accounts::end_session(&app.services, mina.id, foreign).await.unwrap(), "not one of hers");
        assert!(accounts::current_person(&app.services, &tokens[0]).await.unwrap().is_none());
        let kept = session_of(&app, &tokens[3]).await;
        assert_eq!(accounts::end_other_sessions(&app.services, mina.id, kept).await.unwrap(), 2);
        assert_eq!(accounts::list_sessions(&app.services, mina.id).await.unwrap().len(), 1);
        assert_eq!(accounts::list_sessions(&app.services, other.id).await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn only_usernames_can_be_asked_for_and_not_too_often(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("mina").insert(&test.db).await;
        let ask = async |typed: &str| accounts::username_problem(&app.services, typed, "203.0.113.7").await;
        assert_eq!(ask("MINA").await.unwrap(), Some(Invalid::Taken));
        assert_eq!(ask("free").await.unwrap(), None);
        assert_eq!(ask("mina@example.com").await.unwrap(), Some(Invalid::Malformed));
        for _ in 3..30 {
            ask("free").await.unwrap();
        }
        assert!(matches!(ask("free").await, Err(ChangeError::TooMany(_))));
    }
}
