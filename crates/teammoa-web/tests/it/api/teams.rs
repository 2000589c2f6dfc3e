//! `/api/v1/teams/…`

use serde_json::json;
use teammoa_testing::{TestDb, on_both};

use crate::app::World;

on_both! {
    #[actix_web::test]
    async fn a_team_is_made_and_found(test: TestDb) {
        let world = World::new(&test).await;
        let new = json!({ "title": "Blue", "introduction": "", "member_limit": 5, "password": "blue-kettle" });
        let answer = world.host.post_json("/api/v1/teams/", &new).await.expect(201);
        let made = answer.json();
        assert_eq!(answer.header("location"), format!("/api/v1/teams/{}/", made["id"]));
        assert_eq!((&made["title"], &made["member_count"], &made["is_host"]), (&json!("Blue"), &json!(1), &json!(true)));
        assert_eq!(world.host.get(answer.header("location")).await.expect(200).json(), made);
        assert!(!made.to_string().contains("kettle"));

        let list = world.host.get("/api/v1/teams/?page_size=1&page=2").await.expect(200).json();
        assert_eq!(list["results"][0]["title"], "Blue");
        assert_eq!(
            list["pagination"],
            json!({ "page": 2, "page_size": 1, "has_next": false, "has_previous": true })
        );
    }

    #[actix_web::test]
    async fn wrong_values_are_422_even_when_they_are_no_numbers(test: TestDb) {
        let world = World::new(&test).await;
        for limit in [json!(0), json!("many"), json!(101)] {
            let new = json!({ "title": "Blue", "member_limit": limit, "password": "blue-kettle" });
            let problem = world.host.post_json("/api/v1/teams/", &new).await.expect(422).json();
            assert_eq!(problem["errors"]["member_limit"][0]["code"], "out-of-range");
        }
    }

    #[actix_web::test]
    async fn ids_that_are_none_are_not_there(test: TestDb) {
        let world = World::new(&test).await;
        for id in ["0", "x", "99999999999999999999", "1%20"] {
            let answer = world.host.get(&format!("/api/v1/teams/{id}/")).await.expect(404);
            assert_eq!(answer.json()["code"], "not-found");
        }
    }
}
