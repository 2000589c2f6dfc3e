//! `/settings/…`

use teammoa_testing::{PASSWORD, PersonBuilder, TestDb, on_both};

use crate::app::{Client, TestApp, World, signed_in};

async fn is_signed_in(client: &Client) -> bool {
    client.get("/api/v1/users/me/").await.status.is_success()
}

on_both! {
    #[actix_web::test]
    async fn profile_and_language_are_saved_and_seen_at_once(test: TestDb) {
        let world = World::new(&test).await;
        let typed = [("nickname", "새이름"), ("profile", "안녕 <b>"), ("language", "en")];
        world.member.submit("/settings/", "/settings/", &typed).await.expect(303);
        let page = world.member.get("/settings/").await.expect(200);
        assert_eq!(page.attribute("html", "lang"), "en");
        assert_eq!(page.attribute("[name=nickname]", "value"), "새이름");
        assert_eq!(page.texts("[name=profile]"), ["안녕 <b>"]);
        let wrong = [("nickname", "x"), ("profile", "kept"), ("language", "en")];
        let again = world.member.submit("/settings/", "/settings/", &wrong).await.expect(422);
        assert_eq!(again.attribute("[name=nickname]", "value"), "x");
        assert_eq!(again.texts("[name=profile]"), ["kept"]);
    }

    #[actix_web::test]
    async fn a_new_password_ends_the_other_sessions(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let (here, there) = (signed_in(&app, &mina).await, signed_in(&app, &mina).await);
        let page = "/settings/password/";
        let wrong = [("old_password", "wrong"), ("password", "green-teapot-43"), ("password2", "green-teapot-43")];
        let again = here.submit(page, page, &wrong).await.expect(422);
        assert_eq!(again.attribute("[name=old_password]", "aria-invalid"), "true");
        assert!(!again.body.contains("green-teapot"));
        let right = [("old_password", PASSWORD), ("password", "green-teapot-43"), ("password2", "green-teapot-43")];
        here.submit(page, page, &right).await.expect(303);
        assert!(is_signed_in(&here).await && !is_signed_in(&there).await);
    }

    #[actix_web::test]
    async fn a_new_address_is_confirmed_from_its_mail(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let typed = [("new_email", "new@example.com"), ("password", PASSWORD)];
        client.submit("/settings/email/", "/settings/email/", &typed).await.expect(303);
        assert!(client.get("/settings/email/").await.expect(200).texts("main").join(" ").contains("new@example.com"));
        app.around.deliver().await;
        let link = app.around.inbox().latest_link("new@example.com");
        let path = link.strip_prefix("https://teammoa.test").unwrap();
        // On the phone, where nobody is signed in
        let phone = app.nobody();
        assert!(phone.get(path).await.expect(200).body.contains("new@example.com"));
        phone.submit(path, path, &[]).await.expect(303);
        let me = client.get("/api/v1/users/me/").await.expect(200).json();
        assert_eq!(me["email"], "new@example.com");
        phone.get(path).await.expect(404);
    }

    #[actix_web::test]
    async fn sessions_are_seen_and_ended(test: TestDb) {
        let app = TestApp::new(&test).await;
        let (mina, other) = (PersonBuilder::new("mina").insert(&test.db).await, PersonBuilder::new("other").insert(&test.db).await);
        let (here, phone, laptop) = (signed_in(&app, &mina).await, signed_in(&app, &mina).await, signed_in(&app, &mina).await);
        let stranger = signed_in(&app, &other).await;
        let page = here.get("/settings/sessions/").await.expect(200);
        let action = page.attribute("form[action$='/revoke/']", "action");
        let token = stranger.get("/settings/sessions/").await.hidden("/language/");
        let token = token.iter().find(|(name, _)| name == "csrfmiddlewaretoken").unwrap().1.clone();
        stranger.post(&action, &[("csrfmiddlewaretoken", &token)]).await.expect(404);
        assert!(is_signed_in(&phone).await && is_signed_in(&laptop).await);

        here.submit("/settings/sessions/", &action, &[]).await.expect(303);
        assert_ne!(is_signed_in(&phone).await, is_signed_in(&laptop).await, "one of the two is out");
        here.submit("/settings/sessions/", "/settings/sessions/revoke-others/", &[]).await.expect(303);
        assert!(!is_signed_in(&phone).await && !is_signed_in(&laptop).await && is_signed_in(&here).await);
        assert!(is_signed_in(&stranger).await);
    }
}
