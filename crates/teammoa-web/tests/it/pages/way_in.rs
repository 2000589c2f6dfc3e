//! The front door, from the landing page to the team list and out again.

use teammoa_testing::{TestDb, on_both};

use crate::app::TestApp;

on_both! {
    #[actix_web::test]
    async fn sign_up_activate_make_a_team_see_it_log_out_and_in_again(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = app.nobody();
        assert!(mina.get("/").await.expect(200).has("a[href='/accounts/signup/']"));

        let form = [
            ("username", "mina"),
            ("email", "mina@example.com"),
            ("nickname", "미나"),
            ("password", "violet-teapot-42"),
            ("password2", "violet-teapot-42"),
            ("profile", ""),
        ];
        let sent = mina.submit("/accounts/signup/", "/accounts/signup/", &form).await.expect(303);
        assert_eq!(sent.location(), "/accounts/signup/sent/");
        assert!(mina.get("/accounts/signup/sent/").await.expect(200).body.contains("mina@example.com"));

        let link = app.around.inbox().latest_link("mina@example.com");
        let path = link.strip_prefix("https://teammoa.test").unwrap();
        assert!(mina.get(path).await.expect(200).body.contains("미나"));
        assert_eq!(mina.cookie("sessionid"), None, "opening the link does nothing");
        let pressed = mina.submit(path, path, &[]).await.expect(303);
        assert_eq!(pressed.location(), "/teams/");
        let empty = mina.get("/teams/").await.expect(200);
        assert!(empty.body.contains("미나") && empty.has("a[href='/teams/new/']"));

        let team = [
            ("title", "졸업 작품"),
            ("introduction", "매주 화요일"),
            ("member_limit", "8"),
            ("password", "red-kettle"),
        ];
        let made = mina.submit("/teams/new/", "/teams/new/", &team).await.expect(303);
        assert_eq!(made.location(), "/teams/");
        let list = mina.get("/teams/").await.expect(200);
        let cards = list.texts(".team-card");
        assert_eq!(cards.len(), 1, "{}", list.body);
        assert!(cards[0].contains("졸업 작품") && cards[0].contains("미나"), "{cards:?}");

        mina.submit("/teams/", "/accounts/logout/", &[]).await.expect(303);
        assert_eq!(mina.cookie("sessionid"), None);
        let turned_away = mina.get("/teams/").await.expect(303);
        assert_eq!(turned_away.location(), "/accounts/login/?next=%2Fteams%2F");
        let credentials = [("identifier", "MINA@example.com"), ("password", "violet-teapot-42")];
        let back = mina.submit(turned_away.location(), "/accounts/login/", &credentials).await.expect(303);
        assert_eq!(back.location(), "/teams/");
        assert!(mina.get("/").await.expect(303).location() == "/teams/", "the front door leads on");
    }
}
