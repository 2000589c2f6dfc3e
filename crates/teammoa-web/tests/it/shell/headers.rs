//! What every answer carries, refusals included.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use teammoa_web::settings::WebSettings;

use super::site::{PROXY, STRANGER, Site, get, http, https};

const EXPECTED: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// One request for each way in which an answer can come about.
fn answers() -> Vec<(u16, TestRequest)> {
    let plain = |path: &str| get(STRANGER, "web", path);
    let safe = |path: &str| plain(path).insert_header(("x-forwarded-proto", "https"));
    vec![
        (200, safe("/")),
        (200, plain("/health/")),
        (200, plain("/health/ready")),
        (307, plain("/")),
        (400, plain("/").insert_header(("cookie", "https_redirect=1"))),
        (400, get(STRANGER, "evil.example", "/")),
        (403, safe("/").method(Method::POST).insert_header(("origin", "null"))),
        (404, safe("/nowhere")),
        (404, safe("/api/nowhere")),
        (405, safe("/").method(Method::DELETE)),
        (405, safe("/health/").method(Method::POST)),
        (422, safe("/api/invalid")),
        (422, safe("/form").method(Method::POST)),
        (500, safe("/broken")),
        (503, safe("/api/busy")),
    ]
}

#[actix_web::test]
async fn every_answer_carries_the_security_headers_and_the_name_of_its_request() {
    let site = Site::new(https()).await;
    let mut names = Vec::new();
    for (status, request) in answers() {
        let answer = site.send(request).await;
        assert_eq!(answer.status, status, "{answer:?}");
        for (name, value) in EXPECTED {
            assert_eq!(answer.header(name), value, "{name} of {status}");
        }
        assert!(["no-store", "private, no-cache"].contains(&answer.header("cache-control")), "{answer:?}");
        names.push(answer.header("x-request-id").to_owned());
    }
    assert!(names.iter().all(|name| name.len() == 22), "{names:?}");
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "every request has its own name");
}

#[actix_web::test]
async fn only_trusted_proxies_name_requests() {
    let site = Site::new(http()).await;
    let named = |peer: &str, id: &str| get(peer, "localhost", "/").insert_header(("x-request-id", id));
    assert_eq!(site.send(named(PROXY, "edge-1.2_3")).await.header("x-request-id"), "edge-1.2_3");
    assert_ne!(site.send(named(STRANGER, "edge-1")).await.header("x-request-id"), "edge-1");
    for bad in ["a b", "a=b", "", &"x".repeat(65)] {
        assert_ne!(site.send(named(PROXY, bad)).await.header("x-request-id"), bad);
    }
}

#[actix_web::test]
async fn timings_are_for_developers_only() {
    let request = || get(STRANGER, "localhost", "/");
    let live = Site::new(http()).await;
    assert_eq!(live.send(request()).await.header("server-timing"), "");
    let development = Site::new(WebSettings { development: true, ..http() }).await;
    let answer = development.send(request()).await;
    let timing = answer.header("server-timing");
    assert!(timing.starts_with("total;dur=") && timing.ends_with(";desc=\"0 queries, 0 rows\""), "{timing}");
}
