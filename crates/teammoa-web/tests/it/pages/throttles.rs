//! What is told to those who try too often, and who still gets in.

use actix_web::cookie::Cookie;
use teammoa_testing::{PASSWORD, PersonBuilder, TestDb, on_both};

use crate::app::{Client, TestApp, signed_in};

async fn log_in(client: &Client, password: &str) -> crate::answer::Answer {
    let typed = [("identifier", "mina"), ("password", password)];
    client.submit("/accounts/login/", "/accounts/login/", &typed).await
}

on_both! {
    #[actix_web::test]
    async fn after_ten_wrong_logins_the_form_says_when_to_come_back(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("mina").insert(&test.db).await;
        let guesser = app.nobody();
        for _ in 0..10 {
            log_in(&guesser, "wrong").await.expect(422);
        }
        let refused = log_in(&guesser, PASSWORD).await.expect(429);
        assert_eq!(refused.header("retry-after"), "900");
        assert!(refused.texts("[role=alert]").join(" ").contains("15"), "{:?}", refused.texts("[role=alert]"));
        assert_eq!(refused.attribute("[name=identifier]", "value"), "mina", "what was typed is kept");
    }

    #[actix_web::test]
    async fn the_owner_gets_in_on_a_device_that_he_used_before(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let (owner, guesser) = (signed_in(&app, &mina).await, app.nobody());
        let device = owner.cookie("device").unwrap();
        assert!(device.contains('.') && !device.contains("mina"), "{device}");
        owner.submit("/teams/", "/accounts/logout/", &[]).await.expect(303);
        for _ in 0..10 {
            log_in(&guesser, "wrong").await.expect(422);
        }
        log_in(&guesser, PASSWORD).await.expect(429);
        log_in(&owner, PASSWORD).await.expect(303);
        assert_eq!(owner.cookie("device").unwrap(), device, "a known device keeps its name");
    }

    #[actix_web::test]
    async fn a_forged_device_is_no_help(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let guesser = app.nobody();
        for number in 0..10 {
            let forged = Cookie::build("device", format!("{}.forged{number}.x", mina.id)).path("/").finish();
            guesser.keep(&forged.to_string());
            log_in(&guesser, "wrong").await.expect(422);
        }
        log_in(&guesser, PASSWORD).await.expect(429);
    }
}
