//! `/accounts/resend/`, `/accounts/password/…`: what helps those who lost a mail or a password.

use teammoa_testing::{PersonBuilder, TestDb, on_both};

use crate::app::TestApp;

/// The path of the newest link that somebody got.
fn path(app: &TestApp, address: &str) -> String {
    let link = app.around.inbox().latest_link(address);
    link.strip_prefix("https://teammoa.test").unwrap().to_owned()
}

on_both! {
    #[actix_web::test]
    async fn a_forgotten_password_is_replaced_by_mail(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let visitor = app.nobody();
        assert!(visitor.get("/accounts/login/").await.has("a[href='/accounts/password/forgot/']"));
        let page = "/accounts/password/forgot/";
        let sent = visitor.submit(page, page, &[("identifier", &mina.email)]).await.expect(303);
        visitor.get(sent.location()).await.expect(200);
        app.around.deliver().await;

        let link = path(&app, &mina.email);
        assert_eq!(visitor.get(&link).await.expect(200).attribute("[autocomplete=username]", "value"), "mina");
        let weak = [("password", "password"), ("password2", "other")];
        let again = visitor.submit(&link, &link, &weak).await.expect(422);
        assert_eq!(again.attribute("[name=password]", "aria-invalid"), "true");
        assert!(!again.body.contains("value=\"password\""));
        let good = [("password", "green-teapot-43"), ("password2", "green-teapot-43")];
        assert_eq!(visitor.submit(&link, &link, &good).await.expect(303).location(), "/teams/");
        visitor.get("/teams/").await.expect(200);
        let dead = app.nobody().get(&link).await.expect(404);
        assert!(dead.has("a[href='/accounts/password/forgot/']"));
    }

    #[actix_web::test]
    async fn a_lost_activation_mail_comes_again(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("waiting").unverified().insert(&test.db).await;
        let visitor = app.nobody();
        let sent = visitor.submit("/accounts/resend/", "/accounts/resend/", &[("identifier", "waiting")]).await.expect(303);
        visitor.get(sent.location()).await.expect(200);
        app.around.deliver().await;
        let link = path(&app, "waiting@example.com");
        visitor.submit(&link, &link, &[]).await.expect(303);
        visitor.get("/teams/").await.expect(200);
    }

    #[actix_web::test]
    async fn the_pages_are_the_same_whoever_is_asked_for(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("active").insert(&test.db).await;
        PersonBuilder::new("waiting").unverified().insert(&test.db).await;
        for page in ["/accounts/resend/", "/accounts/password/forgot/"] {
            let mut seen = Vec::new();
            for identifier in ["active", "waiting", "nobody", "nobody@example.com"] {
                let visitor = app.nobody();
                let answer = visitor.submit(page, page, &[("identifier", identifier)]).await;
                let next = visitor.get(answer.location()).await.expect(200);
                seen.push((answer.status, answer.location().to_owned(), next.texts("main")));
            }
            assert!(seen.iter().all(|answer| *answer == seen[0]), "{seen:?}");
        }
    }

    #[actix_web::test]
    async fn nothing_typed_brings_the_form_back(test: TestDb) {
        let app = TestApp::new(&test).await;
        for page in ["/accounts/resend/", "/accounts/password/forgot/"] {
            let again = app.nobody().submit(page, page, &[("identifier", " ")]).await.expect(422);
            assert_eq!(again.attribute("[name=identifier]", "aria-invalid"), "true");
        }
    }
}
