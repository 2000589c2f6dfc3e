//! Trouble 2, health checks: asked by address, by http, by anybody.

use actix_web::http::{Method, header};
use teammoa_web::settings::WebSettings;

use super::site::{PROXY, STRANGER, Site, get, https};

const HOSTILE: [&str; 8] =
    ["evil.example", "10.1.2.3:8000", "web", "", "a b", "[::1", "evil.example:99999", "*"];

#[actix_web::test]
async fn the_sign_of_life_asks_for_no_host_and_no_https() {
    let site = Site::new(https()).await;
    for path in ["/health/", "/health", "/health/?a=b"] {
        for host in HOSTILE {
            for peer in [PROXY, STRANGER] {
                let answer =
                    site.send(get(peer, host, path).insert_header(("x-forwarded-proto", "http"))).await;
                assert_eq!(answer.status, 200, "{path} {host:?}");
                assert_eq!(answer.body, r#"{"status":"ok"}"#);
                assert_eq!(answer.header("content-type"), "application/json");
                assert_eq!(answer.header("cache-control"), "no-store");
                assert!(answer.cookies().is_empty());
            }
        }
    }
}

#[actix_web::test]
async fn readiness_is_asked_the_same_way() {
    let site = Site::new(https()).await;
    for host in HOSTILE {
        let answer = site.send(get(STRANGER, host, "/health/ready")).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (200, "ready"), "{host:?}");
    }
}

#[actix_web::test]
async fn nothing_else_slips_through() {
    let site = Site::new(https()).await;
    for path in ["/health/x", "/healthy", "//health/", "/health/ready/x", "/api/health/"] {
        assert_eq!(site.send(get(STRANGER, "evil.example", path)).await.status, 400, "{path}");
        assert_eq!(site.send(get(STRANGER, "web", path)).await.status, 307, "{path}");
    }
}

#[actix_web::test]
async fn the_sign_of_life_is_only_read() {
    let site = Site::new(WebSettings { ssl_redirect: false, ..https() }).await;
    let head = site.send(get(STRANGER, "web", "/health/").method(Method::HEAD)).await;
    assert_eq!(head.status, 200);
    let post = site.send(get(STRANGER, "web", "/health/").method(Method::POST)).await;
    assert_eq!(post.status, 405);
    assert_eq!(post.headers.get(header::ALLOW).unwrap(), "GET, HEAD");
}
