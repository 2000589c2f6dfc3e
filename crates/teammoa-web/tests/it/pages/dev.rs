//! `/dev/…`

use teammoa_service::demo;
use teammoa_service::mail::Mailer;
use teammoa_testing::{TestDb, on_both, services_with, settings as service_settings};
use teammoa_web::DevTools;
use teammoa_web::settings::WebSettings;

use crate::app::{TestApp, settings};

on_both! {
    #[actix_web::test]
    async fn mails_can_be_read_and_their_links_followed(test: TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let mailer = Mailer::folder(folder.path().to_owned(), "team@teammoa.test").unwrap();
        let around = services_with(&test, mailer, service_settings());
        let dev = DevTools { mail_folder: folder.path().to_owned(), demo_username: None };
        let app = TestApp::with(around, WebSettings { development: true, ..settings() }, Some(dev)).await;
        let visitor = app.nobody();
        assert!(visitor.get("/dev/mail/").await.expect(200).texts("main").join("").len() > 10, "says what this is");

        let form = [
            ("username", "mina"), ("email", "mina@example.com"), ("nickname", "미나"), ("profile", ""),
            ("password", "violet-teapot-42"), ("password2", "violet-teapot-42"),
        ];
        visitor.submit("/accounts/signup/", "/accounts/signup/", &form).await.expect(303);
        let list = visitor.get("/dev/mail/").await.expect(200);
        let mail = visitor.get(&list.attribute("a[href^='/dev/mail/'][href$='/']:not([href='/dev/mail/'])", "href")).await.expect(200);
        assert!(mail.body.contains("mina@example.com"));
        assert!(mail.attribute("a[href*='/accounts/activate/']", "href").starts_with("https://teammoa.test/"));
        visitor.get("/dev/mail/nothing/").await.expect(404);
    }

    #[actix_web::test]
    async fn the_demo_person_is_signed_in_with_one_click(test: TestDb) {
        let dev = DevTools { mail_folder: "nowhere".into(), demo_username: Some(demo::USERNAME.into()) };
        let app = TestApp::development(&test, dev).await;
        demo::seed(app.services()).await.unwrap();
        let visitor = app.nobody();
        let answer = visitor.submit("/accounts/login/", "/dev/login/", &[]).await.expect(303);
        assert_eq!(answer.location(), "/teams/");
        let list = visitor.get("/teams/").await.expect(200);
        assert_eq!(list.texts(".team-card").len(), 1);
        assert!(list.header("server-timing").contains("db;dur="), "{}", list.header("server-timing"));
        assert!(list.body.contains("SELECT"), "the panel shows the queries");
    }
}
