//! `/api/v1/users/…`

mod email;
mod me;
mod names;
mod passwords;
mod sessions;
mod throttles;

use actix_web::http::header;
use actix_web::test::TestRequest;
use serde_json::json;
use teammoa_testing::{PASSWORD, PersonBuilder, TestDb, on_both};

use crate::app::{TestApp, World};

/// The last part of the link in the newest mail to this address.
fn token(app: &TestApp, address: &str) -> String {
    let link = app.around.inbox().latest_link(address);
    link.trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
}

on_both! {
    #[actix_web::test]
    async fn register_log_in_who_am_i_log_out(test: TestDb) {
        let app = TestApp::new(&test).await;
        let program = app.nobody();
        let form = json!({
            "username": "mina", "email": " mina@example.com ", "nickname": "미나",
            "password": "violet-teapot-42", "password2": "violet-teapot-42",
        });
        let answer = program.post_json("/api/v1/users/register/", &form).await.expect(202);
        assert_eq!(answer.json(), json!({ "email": "mina@example.com", "activation": "mailed" }));
        let credentials = json!({ "username": "mina", "password": "violet-teapot-42" });
        let early = program.post_json("/api/v1/users/login/", &credentials).await.expect(401);
        assert_eq!(early.json()["code"], "log-in-failed");

        let link = app.around.inbox().latest_link("mina@example.com");
        let path = link.strip_prefix("https://teammoa.test").unwrap();
        app.nobody().submit(path, path, &[]).await.expect(303);
        let user = program.post_json("/api/v1/users/login/", &credentials).await.expect(200).json()["user"].clone();
        assert_eq!(program.get("/api/v1/users/me/").await.expect(200).json(), user);
        assert_eq!(user["nickname"], "미나");
        assert!(user["date_joined"].as_str().unwrap().ends_with('Z'), "{user}");

        program.post_json("/api/v1/users/logout/", &json!({})).await.expect(204);
        program.get("/api/v1/users/me/").await.expect(401);
    }

    #[actix_web::test]
    async fn a_form_logs_in_like_json_as_the_published_load_test_does(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("loaduser1").insert(&test.db).await;
        let program = app.nobody();
        let form = [("username", "loaduser1"), ("password", PASSWORD)];
        program.post("/api/v1/users/login/", &form).await.expect(200);
        assert!(program.cookie("sessionid").is_some());
    }

    #[actix_web::test]
    async fn foreign_pages_can_neither_log_in_nor_register(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("mina").insert(&test.db).await;
        for path in ["/api/v1/users/login/", "/api/v1/users/register/"] {
            for (name, value) in [("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site")] {
                let form = [("username", "mina"), ("password", PASSWORD)];
                let request = TestRequest::post().uri(path).insert_header((name, value)).set_form(form);
                let answer = app.nobody().send(request).await.expect(403);
                assert_eq!(answer.json()["code"], "bad-origin", "{name}: {value}");
            }
        }
    }

    #[actix_web::test]
    async fn wrong_fields_are_named_with_codes_and_words(test: TestDb) {
        let app = TestApp::new(&test).await;
        let answer = app.nobody().post_json("/api/v1/users/register/", &json!({ "username": "x" })).await.expect(422);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem = answer.json();
        assert_eq!(problem["code"], "invalid");
        assert_eq!(problem["errors"]["username"][0]["code"], "too-short");
        assert_eq!(problem["errors"]["email"][0]["code"], "required");
        assert!(!problem["errors"]["email"][0]["message"].as_str().unwrap().is_empty());
    }

    #[actix_web::test]
    async fn what_is_neither_json_nor_a_form_is_refused_clearly(test: TestDb) {
        let app = TestApp::new(&test).await;
        let plain = TestRequest::post()
            .uri("/api/v1/users/login/")
            .insert_header((header::CONTENT_TYPE, "text/plain"))
            .set_payload("hello");
        app.nobody().send(plain).await.expect(415);
        let broken = TestRequest::post()
            .uri("/api/v1/users/login/")
            .insert_header((header::CONTENT_TYPE, "application/json"))
            .set_payload("{");
        app.nobody().send(broken).await.expect(400);
        let huge = TestRequest::post().uri("/api/v1/users/login/").set_form([("username", "x".repeat(300_000))]);
        app.nobody().send(huge).await.expect(413);
    }

    #[actix_web::test]
    async fn words_follow_the_language_of_the_request(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mut titles = Vec::new();
        for language in ["ko", "en"] {
            let request = TestRequest::get().uri("/api/v1/users/me/").insert_header((header::ACCEPT_LANGUAGE, language));
            titles.push(app.nobody().send(request).await.expect(401).json()["title"].clone());
        }
        assert_ne!(titles[0], titles[1]);
    }

    #[actix_web::test]
    async fn logging_out_needs_the_token_of_our_pages(test: TestDb) {
        let world = World::new(&test).await;
        let request = TestRequest::post().uri("/api/v1/users/logout/");
        let answer = world.member.send(request).await.expect(403);
        assert_eq!(answer.json()["code"], "csrf");
        world.member.get("/api/v1/users/me/").await.expect(200);
    }
}
