//! `/accounts/…`

use teammoa_domain::Language;
use teammoa_service::mail::Mailer;
use teammoa_testing::{
    Behaviour, PersonBuilder, SmtpServer, TestDb, on_both, services_with, settings as service_settings,
};

use crate::app::{self, Client, TestApp, World};

const FORM: [(&str, &str); 6] = [
    ("username", "mina"),
    ("email", "mina@example.com"),
    ("nickname", "미나"),
    ("profile", "안녕하세요 <b>"),
    ("password", "violet-teapot-42"),
    ("password2", "violet-teapot-42"),
];

async fn sign_up(client: &Client, changed: &[(&'static str, &'static str)]) -> crate::answer::Answer {
    let fields = FORM.map(|(name, value)| {
        let new = changed.iter().find(|(other, _)| *other == name);
        (name, new.map_or(value, |(_, value)| *value))
    });
    client.submit("/accounts/signup/", "/accounts/signup/", &fields).await
}

on_both! {
    #[actix_web::test]
    async fn a_wrong_sign_up_comes_back_with_what_was_typed_but_no_password(test: TestDb) {
        let app = TestApp::new(&test).await;
        let wrong = [("username", "m@x"), ("password2", "other")];
        let page = sign_up(&app.nobody(), &wrong).await.expect(422);
        assert_eq!(page.attribute("[name=username]", "value"), "m@x");
        assert_eq!(page.attribute("[name=username]", "aria-invalid"), "true");
        assert_eq!(page.attribute("[name=email]", "value"), "mina@example.com");
        assert_eq!(page.texts("[name=profile]"), ["안녕하세요 <b>"]);
        assert_eq!(page.attribute("[name=password]", "value"), "");
        assert!(!page.body.contains("violet-teapot-42"));
        assert!(app.around.inbox().all().is_empty());
    }

    #[actix_web::test]
    async fn a_taken_name_is_told_at_its_field_and_a_taken_address_is_not(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("mina").insert(&test.db).await;
        let taken_name = sign_up(&app.nobody(), &[("email", "new@example.com")]).await.expect(422);
        assert_eq!(taken_name.attribute("[name=username]", "aria-invalid"), "true");

        let (taken, free) = (app.nobody(), app.nobody());
        let taken_address = sign_up(&taken, &[("username", "other")]).await.expect(303);
        let free_address = sign_up(&free, &[("username", "free"), ("email", "free@example.com")]).await.expect(303);
        assert_eq!(taken_address.location(), free_address.location());
        let pages = [taken.get(taken_address.location()).await, free.get(free_address.location()).await];
        let texts = pages.map(|page| page.texts("main").join(" ").replace("mina@", "X@").replace("free@", "X@"));
        assert_eq!(texts[0], texts[1]);
    }

    #[actix_web::test]
    async fn when_the_mail_fails_the_form_says_so_and_can_be_sent_again(test: TestDb) {
        let server = SmtpServer::start(Behaviour::TemporaryFailure);
        let patience = std::time::Duration::from_secs(10);
        let mailer = Mailer::smtp(&server.url(), "team@teammoa.test", patience).unwrap();
        let app = TestApp::with(services_with(&test, mailer, service_settings()), app::settings(), None).await;
        let client = app.nobody();

        let failed = sign_up(&client, &[]).await.expect(503);
        assert!(failed.has("[role=alert]"), "{}", failed.body);
        assert_eq!(failed.attribute("[name=email]", "value"), "mina@example.com");
        server.behave(Behaviour::RefuseRecipient);
        sign_up(&client, &[]).await.expect(422);
        server.behave(Behaviour::Accept);
        sign_up(&client, &[]).await.expect(303);
        assert_eq!(server.received().len(), 1);
    }

    #[actix_web::test]
    async fn a_dead_link_says_what_to_do(test: TestDb) {
        let app = TestApp::new(&test).await;
        let page = app.nobody().get("/accounts/activate/nothing/").await.expect(404);
        assert!(page.has("a[href='/accounts/signup/']"), "{}", page.body);
        let token = app.nobody().submit("/accounts/login/", "/accounts/login/", &[]).await;
        assert_eq!(token.status.as_u16(), 422);
    }

    #[actix_web::test]
    async fn a_refused_login_keeps_the_name_and_tells_nothing_more(test: TestDb) {
        let app = TestApp::new(&test).await;
        PersonBuilder::new("mina").insert(&test.db).await;
        PersonBuilder::new("sleepy").unverified().insert(&test.db).await;
        let mut texts = Vec::new();
        for (identifier, password) in [("mina", "wrong"), ("nobody", "violet-teapot-42"), ("sleepy", "violet-teapot-42")] {
            let typed = [("identifier", identifier), ("password", password)];
            let page = app.nobody().submit("/accounts/login/", "/accounts/login/", &typed).await.expect(422);
            assert_eq!(page.attribute("[name=identifier]", "value"), identifier);
            texts.push(page.texts("main"));
        }
        assert!(texts.iter().all(|text| *text == texts[0]), "{texts:?}");
    }

    #[actix_web::test]
    async fn after_logging_in_one_is_led_on_but_never_away(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let targets = [("/teams/new/", "/teams/new/"), ("//evil.example/", "/teams/"), ("https://evil.example/", "/teams/")];
        for (next, expected) in targets {
            let page = format!("/accounts/login/?next={next}");
            let typed = [("identifier", &*mina.username), ("password", mina.password)];
            let answer = app.nobody().submit(&page, "/accounts/login/", &typed).await.expect(303);
            assert_eq!(answer.location(), expected);
        }
    }

    #[actix_web::test]
    async fn the_session_cookie_is_guarded_and_a_new_login_ends_the_old_session(test: TestDb) {
        let world = World::new(&test).await;
        let old = world.member.cookie("sessionid").unwrap();
        let answer = world.member.post_json("/api/v1/users/login/", &serde_json::json!({ "username": "member", "password": teammoa_testing::PASSWORD })).await.expect(200);
        let cookie = answer.cookies().into_iter().find(|line| line.starts_with("sessionid=")).unwrap();
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=1209600"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let old = teammoa_service::accounts::current_person(world.app.services(), &old).await.unwrap();
        assert!(old.is_none());
        assert_eq!(world.member.get("/teams/").await.status.as_u16(), 200);
    }

    #[actix_web::test]
    async fn those_who_are_signed_in_do_not_meet_the_forms(test: TestDb) {
        let world = World::new(&test).await;
        for path in ["/accounts/login/", "/accounts/signup/"] {
            assert_eq!(world.member.get(path).await.expect(303).location(), "/teams/");
        }
    }

    #[actix_web::test]
    async fn pages_of_people_are_not_kept_by_anybody(test: TestDb) {
        let world = World::new(&test).await;
        assert_eq!(world.member.get("/teams/").await.header("cache-control"), "no-store");
        let page = world.nobody.get("/accounts/login/").await;
        assert_eq!(page.header("cache-control"), "private, no-cache");
        assert!(page.header("vary").contains("Cookie"));
    }

    #[actix_web::test]
    async fn the_mail_is_written_in_the_language_of_the_page(test: TestDb) {
        let app = TestApp::new(&test).await;
        let visitor = app.nobody();
        visitor.submit("/", "/language/", &[("language", Language::Ko.tag())]).await.expect(303);
        sign_up(&visitor, &[]).await.expect(303);
        assert!(app.around.inbox().to("mina@example.com")[0].subject.contains("팀모아"));
    }
}
