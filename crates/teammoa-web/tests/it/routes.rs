//! Every route, tried by everybody. A route that nobody thought of makes these tests fail: it has to say who may come
//! (`Access`), and it has to hold it.

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use teammoa_testing::{TestDb, on_both};
use teammoa_web::{Access, DevTools, RouteInfo, table};

use crate::answer::Answer;
use crate::app::{Client, TestApp, World};

/// What anybody may send without a token of our pages, even from a program that never saw one.
pub(crate) const OPEN: [&str; 7] = [
    "/api/v1/users/register/",
    "/api/v1/users/resend-activation/",
    "/api/v1/users/check-availability/",
    "/api/v1/users/login/",
    "/api/v1/users/forgot-password/",
    "/api/v1/users/reset-password/",
    "/api/v1/users/confirm-email/",
];

/// The address of a route for the red team; what else stands in braces is something that does not exist.
fn address(route: &RouteInfo, world: &World) -> String {
    let filled = route.path.replace("{team_id}", &world.team.id.to_string());
    let mut address = String::new();
    let mut rest = filled.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        address.push_str(before);
        address.push_str("nothing");
        rest = after.split_once('}').unwrap().1;
    }
    address + rest
}

/// A request as a script of our own pages would send it, so that only the person decides.
async fn ask(client: &Client, method: &Method, path: &str) -> Answer {
    match *method {
        Method::GET => client.get(path).await,
        Method::POST => client.post_json_or_form(path).await,
        Method::PATCH => client.patch_json(path, &serde_json::json!({})).await,
        Method::DELETE => client.delete(path).await,
        _ => panic!("say here how {method} is sent"),
    }
}

fn is_refused_as_nobody(path: &str, answer: &Answer) -> bool {
    if path.starts_with("/api/") {
        answer.status == StatusCode::UNAUTHORIZED && answer.json()["code"] == "unauthenticated"
    } else {
        answer.status == StatusCode::SEE_OTHER && answer.location().starts_with("/accounts/login/")
    }
}

on_both! {
    #[actix_web::test]
    async fn nobody_gets_into_what_is_for_people_who_are_signed_in(test: TestDb) {
        let world = World::new(&test).await;
        for route in table(false) {
            let path = address(&route, &world);
            for method in &route.methods {
                let answer = ask(&world.nobody, method, &path).await;
                let refused = is_refused_as_nobody(&path, &answer);
                match route.access {
                    Access::SignedIn | Access::Member => assert!(refused, "{method} {path}: {}", answer.status),
                    Access::Public if path.starts_with("/api/docs") || path == "/api/openapi.json" => {
                        assert!(refused, "in production the description is for people with an account");
                    }
                    Access::Public => assert!(!refused, "{method} {path}: {}", answer.status),
                    Access::Development => panic!("{path} in production"),
                }
            }
        }
    }

    #[actix_web::test]
    async fn for_a_stranger_a_team_and_all_in_it_is_not_there(test: TestDb) {
        let world = World::new(&test).await;
        let inside: Vec<_> = table(false).into_iter().filter(|route| route.path.contains("{team_id}")).collect();
        assert!(inside.len() >= 2);
        for route in inside {
            assert_eq!(route.access, Access::Member, "{} has a team in it", route.path);
            let path = address(&route, &world);
            for method in &route.methods {
                let stranger = ask(&world.stranger, method, &path).await;
                assert_eq!(stranger.status, StatusCode::NOT_FOUND, "{method} {path}");
                for client in [&world.host, &world.member] {
                    let answer = ask(client, method, &path).await;
                    assert!(answer.status != StatusCode::NOT_FOUND, "{method} {path}");
                }
                let nowhere = path.replace(&world.team.id.to_string(), "999999");
                let unknown = ask(&world.stranger, method, &nowhere).await;
                assert_eq!(without_ids(&stranger), without_ids(&unknown), "foreign and unknown look the same");
            }
        }
    }

    #[actix_web::test]
    async fn whoever_is_signed_in_is_let_in(test: TestDb) {
        let world = World::new(&test).await;
        for route in table(false).into_iter().filter(|route| route.access == Access::SignedIn) {
            let path = address(&route, &world);
            for method in &route.methods {
                if path != "/api/v1/users/logout/" {
                    let answer = ask(&world.stranger, method, &path).await;
                    assert!(!is_refused_as_nobody(&path, &answer), "{method} {path}: {}", answer.status);
                }
            }
        }
    }

    #[actix_web::test]
    async fn a_form_without_the_token_of_our_pages_changes_nothing(test: TestDb) {
        let world = World::new(&test).await;
        let mut tried = 0;
        for route in table(false).into_iter().filter(|route| !OPEN.contains(&route.path)) {
            let path = address(&route, &world);
            for method in route.methods.iter().filter(|method| **method != Method::GET) {
                let request = TestRequest::default().method(method.clone()).uri(&path).set_form([("title", "x")]);
                let answer = world.host.send(request).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{method} {path}");
                tried += 1;
            }
        }
        assert!(tried > 15, "{tried}");
        assert_eq!(world.host.get("/teams/").await.status, StatusCode::OK, "still signed in");
    }

    #[actix_web::test]
    async fn a_wrong_method_is_405_and_says_which_are_right(test: TestDb) {
        let world = World::new(&test).await;
        for route in table(false) {
            let path = address(&route, &world);
            let answer = world.host.bare(Method::PUT, &path).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
            for method in &route.methods {
                assert!(answer.header("allow").contains(method.as_str()), "{path}: {}", answer.header("allow"));
            }
        }
    }

    #[actix_web::test]
    async fn heads_are_answered_like_gets(test: TestDb) {
        let world = World::new(&test).await;
        for route in table(false).into_iter().filter(|route| route.methods.contains(&Method::GET)) {
            let path = address(&route, &world);
            let (get, head) = (world.host.get(&path).await, world.host.bare(Method::HEAD, &path).await);
            assert_eq!(get.status, head.status, "{path}");
        }
    }

    #[actix_web::test]
    async fn developers_pages_are_there_in_development_alone(test: TestDb) {
        let folder = tempfile::tempdir().unwrap();
        let dev = DevTools { mail_folder: folder.path().to_owned(), demo_username: None };
        let (production, development) = (TestApp::new(&test).await, TestApp::development(&test, dev).await);
        let mut seen = 0;
        for route in table(true).into_iter().filter(|route| route.access == Access::Development) {
            assert!(route.path.starts_with("/dev/"), "{}", route.path);
            assert_eq!(production.nobody().get(route.path).await.status, StatusCode::NOT_FOUND, "{}", route.path);
            if !route.path.contains('{') {
                assert_ne!(development.nobody().get(route.path).await.status, StatusCode::NOT_FOUND, "{}", route.path);
            }
            seen += 1;
        }
        assert!(seen >= 3);
    }

    #[actix_web::test]
    async fn a_forgotten_slash_is_added(test: TestDb) {
        let world = World::new(&test).await;
        let answer = world.host.get("/teams?page=2").await.expect(308);
        assert_eq!(answer.location(), "/teams/?page=2");
        for path in ["/nothing", "//evil.example", "/teams/x/y", "/api/v1/nothing"] {
            assert_eq!(world.host.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

fn without_ids(answer: &Answer) -> (StatusCode, String) {
    let id = answer.header("x-request-id").to_owned();
    let body: Vec<_> = answer.body.lines().filter(|line| !line.contains("csrfmiddlewaretoken")).collect();
    let body = body.join("\n").replace(&id, "").replace("999999", "1");
    (answer.status, body)
}
