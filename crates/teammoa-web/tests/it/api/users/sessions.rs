//! Where I am logged in.

use actix_web::http::header;
use actix_web::test::TestRequest;
use serde_json::{Value, json};
use teammoa_domain::Language;
use teammoa_testing::{PASSWORD, PersonBuilder, TestDb, on_both};

use crate::app::{Client, TestApp, World, signed_in};

const ME: &str = "/api/v1/users/me/";
const SESSIONS: &str = "/api/v1/users/me/sessions/";

async fn list(client: &Client) -> Vec<Value> {
    client.get(SESSIONS).await.expect(200).json()["results"].as_array().unwrap().clone()
}

async fn current(client: &Client) -> String {
    let sessions = list(client).await;
    let session = sessions.iter().find(|session| session["is_current"] == true).unwrap();
    format!("{SESSIONS}{}/", session["id"])
}

on_both! {
    #[actix_web::test]
    async fn each_is_shown_with_its_device(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").language(Language::En).insert(&test.db).await;
        let (here, phone) = (signed_in(&app, &mina).await, app.nobody());
        let agent = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
        let log_in = TestRequest::post()
            .uri("/api/v1/users/login/")
            .insert_header((header::USER_AGENT, agent))
            .set_form([("username", "mina"), ("password", PASSWORD)]);
        phone.send(log_in).await.expect(200);

        let answer = here.get(SESSIONS).await.expect(200).json();
        assert_eq!(
            answer["pagination"],
            json!({ "page": 1, "page_size": 2, "has_next": false, "has_previous": false })
        );
        let sessions = answer["results"].as_array().unwrap();
        let of_phone = sessions.iter().find(|session| session["is_current"] == false).unwrap();
        assert_eq!(of_phone["user_agent"], agent);
        assert!(of_phone["device"].as_str().unwrap().contains("Android"), "{of_phone}");
        assert_eq!(of_phone["address"], "203.0.113.7");
        assert_eq!(of_phone["created_at"], of_phone["last_used_at"]);
    }

    #[actix_web::test]
    async fn one_is_ended_and_the_others_stay(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let (here, there) = (signed_in(&app, &mina).await, signed_in(&app, &mina).await);
        let path = current(&there).await;
        here.delete(&path).await.expect(204);
        there.get(ME).await.expect(401);
        here.delete(&path).await.expect(404);
        assert_eq!(list(&here).await.len(), 1);

        here.delete(&current(&here).await).await.expect(204);
        assert_eq!(here.cookie("sessionid"), None, "ending this one is logging out");
        here.get(ME).await.expect(401);
    }

    #[actix_web::test]
    async fn those_of_other_people_are_not_there(test: TestDb) {
        let world = World::new(&test).await;
        let foreign = current(&world.member).await;
        let answer = world.stranger.delete(&foreign).await.expect(404).json();
        let unknown = world.stranger.delete(&format!("{SESSIONS}999999/")).await.expect(404).json();
        assert_eq!((&answer["code"], &answer["detail"]), (&unknown["code"], &unknown["detail"]));
        for id in ["0", "-1", "x", "99999999999999999999"] {
            world.stranger.delete(&format!("{SESSIONS}{id}/")).await.expect(404);
        }
        world.member.get(ME).await.expect(200);
        assert_eq!(list(&world.stranger).await.len(), 1, "only my own");
    }

    #[actix_web::test]
    async fn all_others_are_ended_at_once(test: TestDb) {
        let app = TestApp::new(&test).await;
        let people = ["mina", "other"].map(PersonBuilder::new);
        let people = PersonBuilder::insert_all(people, &test.db).await;
        let here = signed_in(&app, &people[0]).await;
        let (second, third) = (signed_in(&app, &people[0]).await, signed_in(&app, &people[0]).await);
        let other = signed_in(&app, &people[1]).await;
        assert_eq!(here.delete(SESSIONS).await.expect(200).json(), json!({ "ended": 2 }));
        assert_eq!(here.delete(SESSIONS).await.expect(200).json(), json!({ "ended": 0 }));
        for (client, status) in [(&here, 200), (&second, 401), (&third, 401), (&other, 200)] {
            client.get(ME).await.expect(status);
        }
    }

    #[actix_web::test]
    async fn a_foreign_page_can_not_end_them(test: TestDb) {
        let app = TestApp::new(&test).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let (here, there) = (signed_in(&app, &mina).await, signed_in(&app, &mina).await);
        for path in [SESSIONS.to_owned(), current(&there).await] {
            let answer = here.send(TestRequest::delete().uri(&path)).await.expect(403);
            assert_eq!(answer.json()["code"], "csrf");
        }
        there.get(ME).await.expect(200);
    }
}
