//! Whose pages may change something.

use actix_web::http::Method;
use teammoa_web::middleware::origin_is_own;
use teammoa_web::settings::WebSettings;

use super::site::{STRANGER, Site, get, settings};

/// Host, X-Forwarded-Proto, Origin, Sec-Fetch-Site, allowed.
type Row = (&'static str, &'static str, Option<&'static str>, Option<&'static str>, bool);

const TABLE: [Row; 35] = [
    // The site's own origin, by whatever address the request came
    ("teammoa.example", "https", Some("https://teammoa.example"), None, true),
    ("teammoa.example", "https", Some("https://teammoa.example"), Some("same-origin"), true),
    ("teammoa.example", "https", Some("https://TeamMoa.example:443"), None, true),
    ("localhost:8000", "http", Some("https://teammoa.example"), Some("same-site"), true),
    // The origin of the address that was asked
    ("localhost:8000", "http", Some("http://localhost:8000"), None, true),
    ("localhost:8000", "http", Some("http://localhost"), None, false),
    ("localhost:8000", "http", Some("https://localhost:8000"), None, false),
    ("localhost:8000", "https", Some("https://localhost:8000"), None, true),
    ("localhost:80", "http", Some("http://localhost"), None, true),
    ("[::1]:8000", "http", Some("http://[::1]:8000"), None, true),
    // Foreign ones, and what pretends
    ("teammoa.example", "https", Some("http://teammoa.example"), None, false),
    ("teammoa.example", "https", Some("https://teammoa.example:8443"), None, false),
    ("teammoa.example", "https", Some("https://evil.example"), None, false),
    ("teammoa.example", "https", Some("https://evil.example"), Some("same-origin"), false),
    ("teammoa.example", "https", Some("https://www.teammoa.example"), None, false),
    ("teammoa.example", "https", Some("https://teammoa.example.evil.example"), None, false),
    ("teammoa.example", "https", Some("https://teammoa.example@evil.example"), None, false),
    ("teammoa.example", "https", Some("https://evil@teammoa.example"), None, false),
    ("teammoa.example", "https", Some("https://teammoa.example/"), None, false),
    ("teammoa.example", "https", Some("https://teammoa.example/path"), None, false),
    ("teammoa.example", "https", Some("null"), None, false),
    ("teammoa.example", "https", Some("null"), Some("same-origin"), false),
    ("teammoa.example", "https", Some("file://"), None, false),
    ("teammoa.example", "https", Some(""), None, false),
    ("teammoa.example", "https", Some(" "), None, false),
    ("teammoa.example", "https", Some("teammoa.example"), None, false),
    ("teammoa.example", "https", Some("https://teammoa.example https://evil.example"), None, false),
    ("teammoa.example", "https", Some("https://teammoa.example"), Some("cross-site"), false),
    // Without an origin
    ("teammoa.example", "https", None, None, true),
    ("teammoa.example", "https", None, Some("none"), true),
    ("teammoa.example", "https", None, Some("same-origin"), true),
    ("teammoa.example", "https", None, Some("same-site"), false),
    ("teammoa.example", "https", None, Some("cross-site"), false),
    ("teammoa.example", "https", None, Some("whatever"), false),
    ("teammoa.example", "https", None, Some(""), false),
];

async fn site() -> Site {
    Site::new(WebSettings { ssl_redirect: false, ..settings("https://teammoa.example") }).await
}

fn request(row: &Row, path: &str) -> actix_web::test::TestRequest {
    let (host, proto, origin, fetch_site, _) = *row;
    let mut request = get(STRANGER, host, path).insert_header(("x-forwarded-proto", proto));
    if let Some(origin) = origin {
        request = request.insert_header(("origin", origin));
    }
    if let Some(fetch_site) = fetch_site {
        request = request.insert_header(("sec-fetch-site", fetch_site));
    }
    request
}

#[actix_web::test]
async fn only_our_own_pages_change_something() {
    let site = site().await;
    for row in &TABLE {
        let answer = site.send(request(row, "/").method(Method::POST)).await;
        assert_eq!(answer.status, if row.4 { 200 } else { 403 }, "{row:?}");
        for method in [Method::PUT, Method::PATCH, Method::DELETE] {
            let answer = site.send(request(row, "/").method(method)).await;
            assert_eq!(answer.status, if row.4 { 405 } else { 403 }, "{row:?}");
        }
    }
}

#[actix_web::test]
async fn everybody_may_read() {
    let site = site().await;
    for row in &TABLE {
        assert_eq!(site.send(request(row, "/")).await.status, 200, "{row:?}");
        assert_eq!(site.send(request(row, "/").method(Method::OPTIONS)).await.status, 405, "{row:?}");
    }
}

#[actix_web::test]
async fn two_origins_are_none() {
    let request = request(&TABLE[0], "/").append_header(("origin", "https://teammoa.example"));
    assert_eq!(site().await.send(request.method(Method::POST)).await.status, 403);
}

#[actix_web::test]
async fn programs_read_why() {
    let row = ("teammoa.example", "https", Some("null"), None, false);
    let answer = site().await.send(request(&row, "/api/things").method(Method::POST)).await;
    assert_eq!(answer.status, 403);
    assert_eq!(answer.json()["code"], "bad-origin");
}

#[test]
fn a_foreign_host_makes_no_origin_ours() {
    let settings = settings("https://teammoa.example");
    let sent = |host, origin| get(STRANGER, host, "/ws/").insert_header(("origin", origin)).to_http_request();
    assert!(origin_is_own(&sent("localhost", "http://localhost"), &settings));
    assert!(!origin_is_own(&sent("evil.example", "http://evil.example"), &settings));
}
