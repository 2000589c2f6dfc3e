//! `/teams/…`

use teammoa_testing::{PersonBuilder, TeamBuilder, TestDb, on_both};

use crate::app::{TestApp, World, signed_in};

on_both! {
    #[actix_web::test]
    async fn a_member_sees_the_team_its_host_and_everybody_in_it(test: TestDb) {
        let world = World::new(&test).await;
        let page = world.member.get(&format!("/teams/{}/", world.team.id)).await.expect(200);
        let main = page.texts("main").join(" ");
        for text in ["Red", "host", "member"] {
            assert!(main.contains(text), "{main}");
        }
        assert!(page.has("time[datetime]"));
    }

    #[actix_web::test]
    async fn a_wrong_team_form_comes_back_with_what_was_typed(test: TestDb) {
        let world = World::new(&test).await;
        let typed = [("title", ""), ("introduction", "매주 <화>"), ("member_limit", "500"), ("password", "red-kettle")];
        let page = world.host.submit("/teams/new/", "/teams/new/", &typed).await.expect(422);
        assert_eq!(page.attribute("[name=title]", "aria-invalid"), "true");
        assert_eq!(page.attribute("[name=member_limit]", "value"), "500");
        assert_eq!(page.texts("[name=introduction]"), ["매주 <화>"]);
        assert!(!page.body.contains("red-kettle"));
    }

    #[actix_web::test]
    async fn what_people_write_is_shown_as_text(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").nickname("<i>미나").insert(&test.db).await;
        TeamBuilder::new("<script>alert(1)</script>").host(&mina).introduction("\"><img src=x>").insert(&test.db).await;
        let page = signed_in(&app, &mina).await.get("/teams/").await.expect(200);
        assert!(!page.body.contains("<script>alert") && !page.has("img[src=x]") && !page.body.contains("<i>미나"));
        assert!(page.body.contains("&lt;script&gt;"));
    }

    #[actix_web::test]
    async fn a_long_list_has_pages(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let teams = (0..61).map(|n| TeamBuilder::new(&format!("team {n}")).host(&mina));
        TeamBuilder::insert_all(teams, &test.db).await;
        let client = signed_in(&app, &mina).await;
        let first = client.get("/teams/").await.expect(200);
        assert_eq!(first.texts(".team-card").len(), 60);
        assert!(first.has("a[href='?page=2'], a[href='/teams/?page=2']"), "{}", first.body);
        assert_eq!(client.get("/teams/?page=2").await.expect(200).texts(".team-card").len(), 1);
    }

    #[actix_web::test]
    async fn a_page_number_that_is_none_is_a_clear_error(test: TestDb) {
        let world = World::new(&test).await;
        world.host.get("/teams/?page=x").await.expect(400);
    }
}
