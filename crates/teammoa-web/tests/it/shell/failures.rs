//! What failures look like to people and to programs.

use actix_web::http::Method;
use actix_web::http::header;
use serde_json::json;

use super::site::{STRANGER, Site, get, http};
use crate::answer::Answer;

async fn ask(site: &Site, method: Method, path: &str) -> Answer {
    site.send(get(STRANGER, "localhost", path).method(method)).await
}

#[actix_web::test]
async fn people_get_a_page_in_their_language() {
    let site = Site::new(http()).await;
    let table = [(Method::GET, "/nowhere", 404), (Method::DELETE, "/", 405), (Method::GET, "/broken", 500)];
    for (method, path, status) in table {
        for (tag, said) in [("ko", "lang=\"ko\""), ("en", "lang=\"en\"")] {
            let request = get(STRANGER, "localhost", path).method(method.clone());
            let answer = site.send(request.insert_header((header::ACCEPT_LANGUAGE, tag))).await;
            assert_eq!(answer.status, status);
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
            assert_eq!(answer.header("content-language"), tag);
            assert_eq!(answer.header("cache-control"), "no-store");
            assert!(answer.body.contains(said), "{path}: {}", answer.body);
            assert!(answer.body.contains(answer.header("x-request-id")), "{path}: {}", answer.body);
        }
    }
}

#[actix_web::test]
async fn a_broken_template_still_gives_a_page_in_the_right_language() {
    let site = Site::without_templates(http()).await;
    let ask = |host: &str| get(STRANGER, host, "/nowhere").insert_header((header::ACCEPT_LANGUAGE, "ko"));
    let answer = site.send(ask("localhost")).await;
    assert_eq!(answer.status, 404);
    assert!(
        answer.body.contains("<html lang=\"ko\"") && answer.body.contains("찾는 화면이 없어요"),
        "{}",
        answer.body
    );

    let answer = site.send(ask("<b>&")).await;
    assert_eq!(answer.status, 400);
    assert!(answer.body.contains("&lt;b&gt;&amp;") && !answer.body.contains("<b>"), "{}", answer.body);
}

#[actix_web::test]
async fn programs_get_problem_json() {
    let site = Site::new(http()).await;
    let table = [
        (Method::GET, "/api", 404, "not-found"),
        (Method::GET, "/api/nowhere", 404, "not-found"),
        (Method::DELETE, "/api/things", 405, "method-not-allowed"),
        (Method::POST, "/api/things", 400, "bad-request"),
        (Method::GET, "/api/busy", 503, "unavailable"),
        (Method::GET, "/api/invalid", 422, "invalid"),
    ];
    for (method, path, status, code) in table {
        let mut request = get(STRANGER, "localhost", path).method(method.clone());
        if method == Method::POST {
            request = request.insert_header(header::ContentType::json()).set_payload("{");
        }
        let answer = site.send(request).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(answer.cookies().is_empty(), "{path}");
        let problem = answer.json();
        assert_eq!(problem["status"], status);
        assert_eq!(problem["code"], code);
        assert_eq!(problem["type"], format!("urn:teammoa:problem:{code}"));
        assert_eq!(problem["request_id"], answer.header("x-request-id"));
        for words in ["title", "detail"] {
            let said = problem[words].as_str().unwrap();
            assert!(!said.is_empty() && !said.starts_with("failure-"), "{said}");
        }
    }
}

#[actix_web::test]
async fn wrong_fields_come_with_their_messages() {
    let site = Site::new(http()).await;
    let answer = ask(&site, Method::GET, "/api/invalid").await;
    let errors = &answer.json()["errors"];
    assert_eq!(errors["nickname"][0]["code"], json!("too-short"));
    assert_eq!(errors["nickname"][1]["code"], json!("malformed"));
    assert!(errors["nickname"][0]["message"].as_str().unwrap().contains('2'), "{errors}");
    assert!(ask(&site, Method::GET, "/api/nowhere").await.json().get("errors").is_none());
}

#[actix_web::test]
async fn headers_of_the_refusal_are_kept() {
    let site = Site::new(http()).await;
    assert_eq!(ask(&site, Method::GET, "/api/busy").await.header("retry-after"), "7");
    let refused = ask(&site, Method::DELETE, "/").await;
    let allowed = refused.header("allow");
    assert!(allowed.contains("GET") && allowed.contains("POST"), "{allowed}");
}

#[actix_web::test]
async fn causes_stay_inside() {
    let site = Site::new(http()).await;
    let answer = ask(&site, Method::GET, "/broken").await;
    assert!(!answer.body.contains("secret"), "{}", answer.body);
}

#[actix_web::test]
async fn pages_that_a_handler_wrote_itself_pass_unchanged() {
    let site = Site::new(http()).await;
    let answer = ask(&site, Method::POST, "/form").await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (422, "the form again"));
}
