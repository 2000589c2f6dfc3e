//! The description of the API against what it really answers.

use std::collections::BTreeSet;

use serde_json::Value;
use teammoa_testing::{TestDb, on_both};
use teammoa_web::{DevTools, openapi, table};

use crate::app::{TestApp, World};

#[test]
fn every_route_of_the_api_is_described_with_its_methods_and_nothing_else_is() {
    let document = serde_json::to_value(openapi()).unwrap();
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

/// All properties of an object that the schema names, resolved one level deep.
fn properties(document: &Value, schema: &str) -> BTreeSet<String> {
    let schema = &document["components"]["schemas"][schema];
    let parts = schema["allOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
    let own = |part: &Value| match part["$ref"].as_str() {
        Some(reference) => properties(document, reference.rsplit('/').next().unwrap()),
        None => {
            part["properties"].as_object().into_iter().flat_map(|object| object.keys().cloned()).collect()
        }
    };
    parts.iter().flat_map(own).collect()
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

on_both! {
    #[actix_web::test]
    async fn answers_have_the_properties_that_are_described(test: TestDb) {
        let world = World::new(&test).await;
        let document = serde_json::to_value(openapi()).unwrap();
        let list = world.host.get("/api/v1/teams/").await.expect(200).json();
        assert_eq!(keys(&list), properties(&document, "TeamPage"));
        assert_eq!(keys(&list["results"][0]), properties(&document, "TeamRow"));
        assert_eq!(keys(&list["pagination"]), properties(&document, "Pagination"));
        let team = world.host.get(&format!("/api/v1/teams/{}/", world.team.id)).await.expect(200).json();
        assert_eq!(keys(&team), properties(&document, "TeamFull"));
        let me = world.host.get("/api/v1/users/me/").await.expect(200).json();
        assert_eq!(keys(&me), properties(&document, "Me"));
        let mut problem = keys(&world.nobody.get("/api/v1/users/me/").await.expect(401).json());
        problem.extend(["errors", "extra", "hint"].map(str::to_owned));
        assert_eq!(problem, properties(&document, "Problem"));
    }

    #[actix_web::test]
    async fn it_can_be_browsed_without_asking_another_host(test: TestDb) {
        let developer = TestApp::development(&test, DevTools::default()).await.nobody();
        let document = developer.get("/api/openapi.json").await.expect(200).json();
        assert_eq!(document, serde_json::to_value(openapi()).unwrap());
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
