//! Which hosts are answered.

use actix_web::http::header;
use actix_web::test::TestRequest;
use teammoa_web::settings::{AllowedHosts, WebSettings};

use super::site::{STRANGER, Site, get, http, https};

#[actix_web::test]
async fn only_allowed_hosts_are_answered() {
    let hosts = AllowedHosts::for_site(&http().site_url, ["teammoa.example", ".cdn.example"]);
    let site = Site::new(WebSettings { allowed_hosts: hosts, ..http() }).await;
    let table = [
        ("localhost", 200),
        ("localhost:9999", 200),
        ("LOCALHOST", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("web", 200),
        ("teammoa.example.", 200),
        ("a.b.cdn.example", 200),
        ("cdn.example", 200),
        ("notcdn.example", 400),
        ("www.teammoa.example", 400),
        ("teammoa.example.evil.example", 400),
        ("evil.example", 400),
        ("localhost@evil.example", 400),
        ("localhost/evil", 400),
        ("localhost, evil.example", 400),
        ("127.0.0.2", 400),
        ("", 400),
    ];
    for (host, status) in table {
        let answer = site.send(get(STRANGER, host, "/")).await;
        assert_eq!(answer.status, status, "{host:?}");
        assert_eq!(answer.body.contains("ALLOWED_HOSTS"), status == 400, "{host:?}: {}", answer.body);
    }
}

#[actix_web::test]
async fn a_request_names_exactly_one_host() {
    let site = Site::new(http()).await;
    assert_eq!(site.send(TestRequest::get().uri("/")).await.status, 400);
    let two = get(STRANGER, "localhost", "/").append_header((header::HOST, "localhost"));
    assert_eq!(site.send(two).await.status, 400);
}

#[actix_web::test]
async fn a_host_in_the_request_line_counts_before_the_header() {
    let site = Site::new(http()).await;
    assert_eq!(site.send(get(STRANGER, "localhost", "http://evil.example/")).await.status, 400);
    assert_eq!(site.send(get(STRANGER, "evil.example", "http://localhost/")).await.status, 200);
}

#[actix_web::test]
async fn forwarded_hosts_are_not_believed() {
    let site = Site::new(http()).await;
    let request = get("10.0.0.1", "evil.example", "/").insert_header(("x-forwarded-host", "localhost"));
    assert_eq!(site.send(request).await.status, 400);
}

#[actix_web::test]
async fn a_foreign_host_is_refused_before_it_could_be_a_target_of_redirects() {
    let site = Site::new(https()).await;
    let answer = site.send(get(STRANGER, "evil.example", "/")).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.header("location"), "");
}
