//! A judge that lets everything pass would be none.

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderValue};
use serde_json::{Value, json};
use teammoa_testing::{PASSWORD, TestDb, on_both};
use teammoa_web::openapi;

use super::Description;
use crate::answer::Answer;
use crate::app::World;

const ME: &str = "/api/v1/users/me/";
const TEAMS: &str = "/api/v1/teams/";

type Change = fn(&mut Value);

fn document() -> Value {
    serde_json::to_value(openapi()).unwrap()
}

/// What is said about a GET when one value of the document was another.
fn with_other_document(pointer: &str, value: &Value, path: &str, answer: &Answer) -> Result<(), String> {
    let mut document = document();
    *document.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value.clone();
    Description::new(&document).check(&Method::GET, path, answer)
}

/// What is said about an answer when the document has one value less.
fn without(parent: &str, key: &str, path: &str, answer: &Answer) -> Result<(), String> {
    let mut document = document();
    let parent =
        document.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")).as_object_mut().unwrap();
    assert!(parent.remove(key).is_some(), "no {key}");
    Description::new(&document).check(&Method::GET, path, answer)
}

/// What is said about another body with the same head.
fn with_other_body(answer: Answer, path: &str, change: impl FnOnce(&mut Value)) -> Result<(), String> {
    let mut body = answer.json();
    change(&mut body);
    Description::new(&document()).check(&Method::GET, path, &Answer { body: body.to_string(), ..answer })
}

on_both! {
    #[actix_web::test]
    async fn a_property_that_is_not_described_is_noticed(test: TestDb) {
        let world = World::new(&test).await;
        let me = world.host.get(ME).await.expect(200);
        let why = without("/components/schemas/Me/properties", "nickname", ME, &me).unwrap_err();
        assert!(why.contains("nickname"), "{why}");

        // Deeper inside, and in a part of another schema
        let list = world.host.get(TEAMS).await.expect(200);
        let why = without("/components/schemas/Host/properties", "nickname", TEAMS, &list).unwrap_err();
        assert!(why.contains("nickname"), "{why}");
        let path = format!("/api/v1/teams/{}/", world.team.id);
        let team = world.host.get(&path).await.expect(200);
        let why = without("/components/schemas/TeamRow/properties", "title", &path, &team).unwrap_err();
        assert!(why.contains("title"), "{why}");

        let problem = world.nobody.get(ME).await.expect(401);
        let why = without("/components/schemas/Problem/properties", "request_id", ME, &problem).unwrap_err();
        assert!(why.contains("request_id"), "{why}");
    }

    #[actix_web::test]
    async fn a_body_that_is_not_as_described_is_noticed(test: TestDb) {
        let world = World::new(&test).await;
        let changes: [(&str, Change); 5] = [
            ("nickname", |body| drop(body.as_object_mut().unwrap().remove("nickname"))),
            ("last_login", |body| drop(body.as_object_mut().unwrap().remove("last_login"))),
            ("profile", |body| body["profile"] = Value::Null),
            ("language", |body| body["language"] = json!("fr")),
            ("date_joined", |body| body["date_joined"] = json!("yesterday")),
        ];
        for (name, change) in changes {
            let why = with_other_body(world.host.get(ME).await.expect(200), ME, change).unwrap_err();
            assert!(why.contains(name) || why.contains("fr"), "{name}: {why}");
        }
    }

    #[actix_web::test]
    async fn a_status_a_type_or_a_header_that_is_not_described_is_noticed(test: TestDb) {
        let world = World::new(&test).await;
        let me = world.host.get(ME).await.expect(200);
        let operation = "/paths/~1api~1v1~1users~1me~1/get";
        let responses = format!("{operation}/responses");
        assert!(without(&responses, "200", ME, &me).unwrap_err().contains("200 is not described"));
        let other = json!({ "text/plain": {} });
        let why = with_other_document(&format!("{responses}/200/content"), &other, ME, &me).unwrap_err();
        assert!(why.contains("application/json"), "{why}");
        assert!(without("/paths", "/api/v1/users/me/", ME, &me).unwrap_err().contains("not in the document"));
        assert!(without("/paths/~1api~1v1~1users~1me~1", "get", ME, &me).unwrap_err().contains("405"));
        let why = without(&format!("{responses}/200"), "content", ME, &me).unwrap_err();
        assert!(why.contains("no body"), "{why}");

        // `default` is for what may happen everywhere, not for everything
        let nobody = world.nobody.get(ME).await.expect(401);
        assert!(without(&responses, "401", ME, &nobody).unwrap_err().contains("401 is not described"));

        let path = "/api/v1/users/login/";
        let credentials = json!({ "username": "host", "password": PASSWORD });
        let mut answer = world.nobody.post_json(path, &credentials).await.expect(200);
        answer.headers.remove(header::SET_COOKIE);
        let why = Description::new(&document()).check(&Method::POST, path, &answer).unwrap_err();
        assert!(why.contains("Set-Cookie"), "{why}");
        answer.headers.insert(header::SET_COOKIE, HeaderValue::from_static("sessionid=x"));
        Description::new(&document()).check(&Method::POST, path, &answer).unwrap();
    }

    #[actix_web::test]
    async fn what_is_no_business_of_the_api_passes(test: TestDb) {
        let world = World::new(&test).await;
        let page = world.host.get("/teams/").await.expect(200);
        Description::new(&document()).check(&Method::GET, "/teams/", &page).unwrap();
    }
}
