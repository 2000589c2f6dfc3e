//! `/language/`

use teammoa_testing::{TestDb, on_both};

use crate::app::{TestApp, World};

on_both! {
    #[actix_web::test]
    async fn a_visitor_chooses_and_stays_on_the_page(test: TestDb) {
        let visitor = TestApp::new(&test).await.nobody();
        assert_eq!(visitor.get("/accounts/login/").await.expect(200).attribute("html", "lang"), "en");
        let chosen = [("language", "ko"), ("next", "/accounts/login/?next=%2Fteams%2F")];
        let answer = visitor.submit("/accounts/login/", "/language/", &chosen[..1]).await.expect(303);
        assert_eq!(answer.location(), "/accounts/login/");
        assert_eq!(visitor.get("/accounts/login/").await.expect(200).attribute("html", "lang"), "ko");
    }

    #[actix_web::test]
    async fn a_member_s_choice_is_remembered_in_the_account(test: TestDb) {
        let world = World::new(&test).await;
        assert_eq!(world.member.get("/teams/").await.expect(200).attribute("html", "lang"), "ko", "of the account");
        world.member.submit("/teams/", "/language/", &[("language", "en")]).await.expect(303);
        assert_eq!(world.member.get("/teams/").await.expect(200).attribute("html", "lang"), "en");
        let me = world.member.get("/api/v1/users/me/").await.expect(200).json();
        assert_eq!(me["language"], "en");
    }

    #[actix_web::test]
    async fn nonsense_changes_nothing_and_leads_nowhere_else(test: TestDb) {
        let world = World::new(&test).await;
        let token = world.member.get("/teams/").await.hidden("/language/");
        let token = token.iter().find(|(name, _)| name == "csrfmiddlewaretoken").unwrap().1.clone();
        let fields = [("csrfmiddlewaretoken", &*token), ("language", "xx"), ("next", "//evil.example")];
        assert_eq!(world.member.post("/language/", &fields).await.expect(303).location(), "/");
        assert_eq!(world.member.get("/teams/").await.attribute("html", "lang"), "ko");
    }
}
