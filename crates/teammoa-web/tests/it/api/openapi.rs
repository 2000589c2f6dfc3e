//! The description of the API against the route table. What it says about answers is held against all answers of the tests:
//! see `described`.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use teammoa_testing::{TestDb, on_both};
use teammoa_web::{Access, DevTools, openapi, table};

use crate::app::{TestApp, World};
use crate::routes::OPEN;

fn document() -> Value {
    serde_json::to_value(openapi()).unwrap()
}

#[test]
fn every_route_of_the_api_is_described_with_its_methods_and_nothing_else_is() {
    let document = document();
    let described: BTreeSet<_> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().keys().map(move |method| format!("{method} {path}"))
        })
        .collect();
    let real: BTreeSet<_> = table(false)
        .into_iter()
        .filter(|route| route.path.starts_with("/api/v1/"))
        .flat_map(|route| {
            let path = route.path;
            route.methods.into_iter().map(move |method| format!("{} {path}", method.as_str().to_lowercase()))
        })
        .collect();
    assert_eq!(described, real);
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
}

#[test]
fn who_may_come_and_what_has_to_be_shown_is_described() {
    let document = document();
    for route in table(false).into_iter().filter(|route| route.path.starts_with("/api/v1/")) {
        for method in &route.methods {
            let operation = &document["paths"][route.path][method.as_str().to_lowercase()];
            let name = format!("{method} {}", route.path);
            let is_private = matches!(route.access, Access::SignedIn | Access::Member);
            let needs_token = method != "GET" && !OPEN.contains(&route.path);
            let expected = match (is_private, needs_token) {
                (true, true) => json!([{ "session": [], "csrf": [] }]),
                (true, false) => json!([{ "session": [] }]),
                (false, false) => Value::Null,
                (false, true) => panic!("{name}: whose token?"),
            };
            assert_eq!(operation["security"], expected, "{name}");
            let answers = operation["responses"].as_object().unwrap();
            assert!(!is_private || answers.contains_key("401"), "{name}");
            assert_eq!(answers.contains_key("403"), method != "GET", "{name}");
            assert!(answers.contains_key("default"), "{name}");
            assert!(answers.values().all(|answer| answer["description"] != ""), "{name}");
            assert!(route.path.contains('{') <= answers.contains_key("404"), "{name}");
        }
    }
}

#[test]
fn operations_have_names_of_their_own_and_words() {
    let document = document();
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name.to_owned()), "{name} twice");
            assert!(
                operation["summary"].as_str().is_some_and(|words| words.contains(' ')),
                "{path}: {operation}"
            );
        }
    }
}

on_both! {
    #[actix_web::test]
    async fn it_can_be_browsed_without_asking_another_host(test: TestDb) {
        let developer = TestApp::development(&test, DevTools::default()).await.nobody();
        let document = developer.get("/api/openapi.json").await.expect(200).json();
        assert_eq!(document, self::document());
        let page = developer.get("/api/docs/").await.expect(200);
        assert!(page.body.contains("swagger-ui"), "{}", page.body);
        assert!(!page.body.contains("https://"), "{}", page.body);
        assert!(!page.has("script:not([src])") && !page.has("style"), "nothing inline: {}", page.body);
        assert!(developer.get("/api/docs/swagger-initializer.js").await.expect(200).body.contains("/api/openapi.json"));

        let world = World::new(&test).await;
        world.nobody.get("/api/openapi.json").await.expect(401);
        world.member.get("/api/docs/").await.expect(200);
    }
}
