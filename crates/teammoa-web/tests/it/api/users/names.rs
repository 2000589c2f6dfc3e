//! Whether a username can be had.

use actix_web::http::header;
use actix_web::test::TestRequest;
use serde_json::{Value, json};
use teammoa_testing::{PersonBuilder, TestDb, on_both};

use crate::app::TestApp;

const CHECK: &str = "/api/v1/users/check-availability/";

on_both! {
    #[actix_web::test]
    async fn it_is_free_or_it_is_said_why_not(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("mina").insert(&test.db).await;
        let table = [
            ("free", true, Value::Null),
            (" free ", true, Value::Null),
            ("mina", false, json!("taken")),
            ("MINA", false, json!("taken")),
            ("x", false, json!("too-short")),
            ("mina@example.com", false, json!("malformed")),
        ];
        for (username, available, code) in table {
            let answer = app.nobody().post_json(CHECK, &json!({ "username": username })).await.expect(200).json();
            assert_eq!(answer["username"], username.trim());
            assert_eq!((&answer["available"], &answer["code"]), (&json!(available), &code), "{username}");
            assert_eq!(answer["message"].is_null(), available, "{answer}");
        }
        let nothing = app.nobody().post_json(CHECK, &json!({})).await.expect(422).json();
        assert_eq!(nothing["errors"]["username"][0]["code"], "required");
    }

    #[actix_web::test]
    async fn the_reason_is_in_the_language_of_the_request(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mut messages = Vec::new();
        for language in ["ko", "en"] {
            let request = TestRequest::post()
                .uri(CHECK)
                .insert_header((header::ACCEPT_LANGUAGE, language))
                .set_json(json!({ "username": "x" }));
            messages.push(app.nobody().send(request).await.expect(200).json()["message"].clone());
        }
        assert_ne!(messages[0], messages[1]);
    }
}
