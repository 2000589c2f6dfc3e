//! Forgotten and changed passwords.

use serde_json::{Value, json};
use teammoa_testing::{PASSWORD, PersonBuilder, TestDb, on_both};

use super::token;
use crate::answer::Answer;
use crate::app::{TestApp, signed_in};

const FORGOT: &str = "/api/v1/users/forgot-password/";
const RESET: &str = "/api/v1/users/reset-password/";
const CHANGE: &str = "/api/v1/users/change-password/";
const NEW: &str = "amber-lantern-77";

fn codes(answer: &Answer) -> Vec<(String, String)> {
    let problem = answer.json();
    assert_eq!(problem["code"], "invalid");
    let errors = problem["errors"].as_object().unwrap().iter();
    let code =
        |(field, found): (&String, &Value)| (field.clone(), found[0]["code"].as_str().unwrap().to_owned());
    errors.map(code).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

on_both! {
    #[actix_web::test]
    async fn a_link_sets_a_new_password_once_and_logs_in(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let before = signed_in(&app, &mina).await;
        let program = app.nobody();
        program.post_json(FORGOT, &json!({ "identifier": "MINA" })).await.expect(202);
        app.around.deliver().await;
        let token = token(&app, &mina.email);

        let wrong = json!({ "token": token, "password": "short", "password2": "other" });
        let answer = program.post_json(RESET, &wrong).await.expect(422);
        assert_eq!(codes(&answer), pairs(&[("password", "too-short"), ("password2", "mismatch")]));

        let right = json!({ "token": token, "password": NEW, "password2": NEW });
        let user = program.post_json(RESET, &right).await.expect(200).json()["user"].clone();
        assert_eq!(user["username"], "mina");
        assert_eq!(program.get("/api/v1/users/me/").await.expect(200).json(), user);
        before.get("/api/v1/users/me/").await.expect(401);
        assert_eq!(program.post_json(RESET, &right).await.expect(404).json()["code"], "not-found");
        for (password, status) in [(PASSWORD, 401), (NEW, 200)] {
            let credentials = json!({ "username": "mina", "password": password });
            app.nobody().post_json("/api/v1/users/login/", &credentials).await.expect(status);
        }
        app.around.deliver().await;
        assert_eq!(app.around.inbox().to(&mina.email).len(), 2, "the link and a notice");
    }

    #[actix_web::test]
    async fn nobody_learns_from_it_who_has_an_account(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("mina").insert(&test.db).await;
        PersonBuilder::new("gone").disabled().insert(&test.db).await;
        let mut answers = Vec::new();
        for identifier in ["mina", "gone", "nobody", "nobody@example.com"] {
            let answer = app.nobody().post_json(FORGOT, &json!({ "identifier": identifier })).await.expect(202);
            let mut headers: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
            headers.sort();
            answers.push((headers, answer.body));
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
        app.around.deliver().await;
        assert_eq!(app.around.inbox().all().len(), 1, "for the only account that can use it");
        let nothing = app.nobody().post_json(FORGOT, &json!({})).await.expect(422);
        assert_eq!(codes(&nothing), pairs(&[("identifier", "required")]));
    }

    #[actix_web::test]
    async fn a_link_that_is_none_is_not_there(test: TestDb) {
        let app = TestApp::new(&test).await;
        for token in ["", "nonsense", "%00", &"A".repeat(43)] {
            let form = json!({ "token": token, "password": NEW, "password2": NEW });
            assert_eq!(app.nobody().post_json(RESET, &form).await.expect(404).json()["code"], "not-found");
        }
    }

    #[actix_web::test]
    async fn a_changed_password_ends_all_other_sessions(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let (here, there) = (signed_in(&app, &mina).await, signed_in(&app, &mina).await);
        let change = json!({ "old_password": PASSWORD, "password": NEW, "password2": NEW });
        here.post_json(CHANGE, &change).await.expect(204);
        here.get("/api/v1/users/me/").await.expect(200);
        there.get("/api/v1/users/me/").await.expect(401);
        let credentials = json!({ "username": "mina", "password": NEW });
        there.post_json("/api/v1/users/login/", &credentials).await.expect(200);
        app.around.deliver().await;
        assert_eq!(app.around.inbox().to(&mina.email).len(), 1, "a notice");
    }

    #[actix_web::test]
    async fn a_password_can_not_be_changed_without_the_one_so_far(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let table = [
            (json!({}), vec![("old_password", "required"), ("password", "required"), ("password2", "required")]),
            (json!({ "old_password": "guess", "password": NEW, "password2": NEW }), vec![("old_password", "mismatch")]),
            (json!({ "old_password": PASSWORD, "password": "12345678901", "password2": "x" }),
                vec![("password", "only-digits"), ("password2", "mismatch")]),
        ];
        for (form, expected) in table {
            let answer = client.post_json(CHANGE, &form).await.expect(422);
            assert_eq!(codes(&answer), pairs(&expected), "{form}");
        }
        let credentials = json!({ "username": "mina", "password": PASSWORD });
        app.nobody().post_json("/api/v1/users/login/", &credentials).await.expect(200);
    }
}
