//! What I tell about myself.

use serde_json::{Value, json};
use teammoa_testing::{PersonBuilder, TestDb, on_both};

use crate::app::{TestApp, signed_in};

const ME: &str = "/api/v1/users/me/";

on_both! {
    #[actix_web::test]
    async fn what_is_sent_changes_and_the_rest_stays(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").nickname("미나").profile("rows").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let mut expected = client.get(ME).await.expect(200).json();
        let changes = [
            json!({ "nickname": "미나미" }),
            json!({ "profile": "rows and sails", "nickname": null }),
            json!({ "language": "en" }),
            json!({ "profile": "" }),
            json!({ "nickname": "Mina", "profile": "all", "language": "ko" }),
            json!({}),
            // Other paths change these
            json!({ "username": "other", "email": "other@example.com", "id": 1 }),
        ];
        for change in changes {
            for (name, value) in change.as_object().unwrap() {
                if ["nickname", "profile", "language"].contains(&name.as_str()) && *value != Value::Null {
                    expected[name] = value.clone();
                }
            }
            assert_eq!(client.patch_json(ME, &change).await.expect(200).json(), expected, "{change}");
            assert_eq!(client.get(ME).await.expect(200).json(), expected, "{change}");
        }
    }

    #[actix_web::test]
    async fn a_wrong_field_changes_nothing(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let before = client.get(ME).await.expect(200).json();
        let table = [
            (json!({ "nickname": "x", "profile": "new" }), "nickname", "too-short"),
            (json!({ "profile": "x".repeat(501), "nickname": "other" }), "profile", "too-long"),
            (json!({ "language": "fr", "nickname": "other" }), "language", "malformed"),
        ];
        for (change, field, code) in table {
            let problem = client.patch_json(ME, &change).await.expect(422).json();
            assert_eq!(problem["errors"][field][0]["code"], code, "{change}");
            assert!(!problem["errors"][field][0]["message"].as_str().unwrap().is_empty());
            assert_eq!(client.get(ME).await.expect(200).json(), before, "{change}");
        }
    }

    #[actix_web::test]
    async fn words_follow_the_language_that_was_chosen(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let mut titles = Vec::new();
        for language in ["ko", "en"] {
            client.patch_json(ME, &json!({ "language": language })).await.expect(200);
            titles.push(client.get("/api/v1/teams/999999/").await.expect(404).json()["title"].clone());
        }
        assert_ne!(titles[0], titles[1]);
    }
}
