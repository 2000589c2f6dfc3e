//! Too often.

use std::time::Duration;

use serde_json::{Value, json};
use teammoa_domain::Language;
use teammoa_service::ServiceSettings;
use teammoa_service::limit::{Limits, Quota};
use teammoa_service::mail::Mailer;
use teammoa_testing::{PASSWORD, PersonBuilder, TestDb, on_both, services_with};

use crate::app::{Client, TestApp, settings, signed_in};

/// A site where everything can be done once in 40 seconds.
async fn strict(test: &TestDb) -> TestApp {
    let once = Quota::new(1, Duration::from_secs(40));
    let limits =
        Limits { login: once, sign_up: once, resend: once, reset: once, letters: once, availability: once };
    let settings_of_services = ServiceSettings { limits, ..teammoa_testing::settings() };
    TestApp::with(services_with(test, Mailer::memory(), settings_of_services), settings(), None).await
}

async fn is_refused_the_second_time(client: &Client, path: &str, body: &Value) {
    let first = client.post_json(path, body).await;
    assert_ne!(first.status, 429, "{path}: {}", first.body);
    let second = client.post_json(path, body).await.expect(429);
    assert_eq!(second.header("retry-after"), "40", "{path}");
    let problem = second.json();
    assert_eq!(problem["code"], "too-many-requests", "{path}");
    assert!(problem["detail"].as_str().unwrap().contains("40 seconds"), "{problem}");
}

on_both! {
    #[actix_web::test]
    async fn what_is_done_too_often_is_refused_with_a_time_to_come_back(test: TestDb) {
        let app = strict(&test).await;
        let registration = json!({
            "username": "mina", "email": "mina@example.com", "nickname": "mina",
            "password": "violet-teapot-42", "password2": "violet-teapot-42",
        });
        let open = [
            ("register", registration),
            ("login", json!({ "username": "nobody", "password": "guess" })),
            ("check-availability", json!({ "username": "mina" })),
            ("resend-activation", json!({ "identifier": "nobody" })),
        ];
        for (name, body) in open {
            is_refused_the_second_time(&app.nobody(), &format!("/api/v1/users/{name}/"), &body).await;
        }
    }

    #[actix_web::test]
    async fn mails_are_counted_for_each_network_whatever_was_typed(test: TestDb) {
        let app = strict(&test).await;
        let forgot = "/api/v1/users/forgot-password/";
        app.nobody().post_json(forgot, &json!({ "identifier": "one" })).await.expect(202);
        app.nobody().post_json(forgot, &json!({ "identifier": "one" })).await.expect(429);
        app.nobody().post_json(forgot, &json!({ "identifier": "two" })).await.expect(429);
        let resend = "/api/v1/users/resend-activation/";
        app.nobody().post_json(resend, &json!({ "identifier": "three" })).await.expect(429);
    }

    #[actix_web::test]
    async fn a_session_that_was_left_open_is_no_way_to_guess_the_password(test: TestDb) {
        let table = [
            ("change-password", json!({ "old_password": "guess" })),
            ("change-email", json!({ "new_email": "new@example.com", "password": "guess" })),
        ];
        let app = strict(&test).await;
        for (name, body) in table {
            let person = PersonBuilder::new(name).language(Language::En).insert(&test.db).await;
            let client = signed_in(&app, &person).await;
            is_refused_the_second_time(&client, &format!("/api/v1/users/{name}/"), &body).await;
        }
    }

    #[actix_web::test]
    async fn an_activation_mail_can_be_asked_for_again_after_five_minutes(test: TestDb) {
        let app = TestApp::new(&test).await;
        let person = PersonBuilder::new("mina").unverified().insert(&test.db).await;
        let path = "/api/v1/users/resend-activation/";
        let ask = json!({ "identifier": person.email });
        app.nobody().post_json(path, &ask).await.expect(202);
        let refused = app.nobody().post_json(path, &ask).await.expect(429);
        assert_eq!(refused.header("retry-after"), "300");
        app.around.clock.advance(chrono::TimeDelta::minutes(5));
        app.nobody().post_json(path, &ask).await.expect(202);
        app.around.deliver().await;
        assert_eq!(app.around.inbox().to(&person.email).len(), 2);

        // Both links are good
        let link = app.around.inbox().latest_link(&person.email);
        let path = link.strip_prefix("https://teammoa.test").unwrap();
        app.nobody().submit(path, path, &[]).await.expect(303);
        let credentials = json!({ "username": "mina", "password": PASSWORD });
        app.nobody().post_json("/api/v1/users/login/", &credentials).await.expect(200);
        app.nobody().post_json("/api/v1/users/resend-activation/", &json!({ "identifier": "mina" })).await.expect(202);
        app.around.deliver().await;
        assert_eq!(app.around.inbox().to(&person.email).len(), 2, "not for an account that is active");
    }
}
