//! The first administrator.

use teammoa_domain::Language;
use teammoa_service::accounts::{self, CreateAdmin, CreateAdminError};
use teammoa_testing::{PersonBuilder, TestDb, on_both, services};

use crate::can_log_in;

fn command() -> CreateAdmin {
    CreateAdmin {
        username: "root".into(),
        email: "root@example.com".into(),
        nickname: "관리자".into(),
        password: "violet-teapot-42".into(),
        language: Language::Ko,
    }
}

fn fields(error: &CreateAdminError) -> Vec<&'static str> {
    match error {
        CreateAdminError::Invalid(errors) => errors.iter().map(|(field, _)| field).collect(),
        CreateAdminError::Fault(fault) => panic!("{fault}"),
    }
}

on_both! {
    #[tokio::test]
    async fn an_administrator_is_active_at_once(test: TestDb) {
        let app = services(&test);
        let id = accounts::create_admin(&app.services, command()).await.unwrap();
        assert!(can_log_in(&app.services, "root").await);
        assert!(accounts::account(&app.services, id).await.unwrap().unwrap().is_staff);
        assert!(app.inbox().all().is_empty());
    }

    #[tokio::test]
    async fn wrong_and_taken_values_are_named(test: TestDb) {
        let app = services(&test);
        let wrong = CreateAdmin { username: "r".into(), password: "password".into(), ..command() };
        let error = accounts::create_admin(&app.services, wrong).await.unwrap_err();
        assert_eq!(fields(&error), ["username", "password"]);

        PersonBuilder::new("root").email("else@example.com").insert(&test.db).await;
        let error = accounts::create_admin(&app.services, command()).await.unwrap_err();
        assert_eq!(fields(&error), ["username"]);
        let same_address = CreateAdmin { username: "root2".into(), email: "else@example.com".into(), ..command() };
        let error = accounts::create_admin(&app.services, same_address).await.unwrap_err();
        assert_eq!(fields(&error), ["email"]);
    }
}
