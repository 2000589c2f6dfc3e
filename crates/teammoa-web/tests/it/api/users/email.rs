//! Another address.

use serde_json::json;
use teammoa_testing::{PASSWORD, PersonBuilder, TestDb, on_both};

use super::token;
use crate::app::{TestApp, signed_in};

const CHANGE: &str = "/api/v1/users/change-email/";
const CONFIRM: &str = "/api/v1/users/confirm-email/";

on_both! {
    #[actix_web::test]
    async fn the_address_changes_when_its_link_is_opened(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let form = json!({ "new_email": " new@example.com", "password": PASSWORD });
        client.post_json(CHANGE, &form).await.expect(202);
        app.around.deliver().await;
        assert_eq!(client.get("/api/v1/users/me/").await.expect(200).json()["email"], mina.email);

        let token = json!({ "token": token(&app, "new@example.com") });
        let answer = app.nobody().post_json(CONFIRM, &token).await.expect(200);
        assert_eq!(answer.json(), json!({ "email": "new@example.com" }));
        assert_eq!(client.get("/api/v1/users/me/").await.expect(200).json()["email"], "new@example.com");
        app.nobody().post_json(CONFIRM, &token).await.expect(404);
        app.around.deliver().await;
        assert_eq!(app.around.inbox().to(&mina.email).len(), 1, "a notice to the old address");
    }

    #[actix_web::test]
    async fn an_address_that_somebody_has_is_answered_the_same(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let other = PersonBuilder::new("other").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let free = client.post_json(CHANGE, &json!({ "new_email": "free@example.com", "password": PASSWORD })).await;
        let taken = client.post_json(CHANGE, &json!({ "new_email": other.email, "password": PASSWORD })).await;
        assert_eq!((free.status, free.body), (taken.status, taken.body));
        app.around.deliver().await;
        let to_other = app.around.inbox().to(&other.email);
        assert!(to_other.iter().all(|mail| !mail.text.contains("/accounts/email/confirm/")), "{to_other:?}");
    }

    #[actix_web::test]
    async fn it_needs_a_right_address_and_the_password(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let table = [
            (json!({}), "required", "required"),
            (json!({ "new_email": "mina", "password": "guess" }), "malformed", "mismatch"),
            (json!({ "new_email": mina.email, "password": "guess" }), "taken", "mismatch"),
        ];
        for (form, email, password) in table {
            let problem = client.post_json(CHANGE, &form).await.expect(422).json();
            assert_eq!(problem["errors"]["new_email"][0]["code"], email, "{form}");
            assert_eq!(problem["errors"]["password"][0]["code"], password, "{form}");
        }
        app.around.deliver().await;
        assert!(app.around.inbox().all().is_empty());
        app.nobody().post_json(CONFIRM, &json!({ "token": "nonsense" })).await.expect(404);
        app.nobody().post_json(CONFIRM, &json!({})).await.expect(404);
    }
}
