//! Trouble 1 again, with requests that nobody would think of.

use actix_web::rt::System;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use teammoa_web::middleware::MARKER;
use teammoa_web::settings::WebSettings;
use url::Url;

use super::browser::Browser;
use super::site::{PROXY, STRANGER, Site, settings};

#[derive(Debug, Clone)]
struct Way {
    peer: &'static str,
    site_url: &'static str,
    redirect: bool,
    start: &'static str,
    headers: Vec<(&'static str, String)>,
    cookies: Option<Vec<u8>>,
    marker: bool,
    /// The proxy appends the true scheme.
    telling: bool,
}

fn value() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "https",
        "http",
        "HTTPS",
        "wss",
        "proto=https",
        "proto=http",
        "for=_x",
        "",
    ]);
    let text = prop_oneof![4 => token.prop_map(str::to_owned), 1 => "[ -~]{0,12}"];
    (prop::collection::vec(text, 0..4), prop::sample::select(vec![",", ", ", ";", "; "]))
        .prop_map(|(parts, glue)| parts.join(glue))
}

/// What a header may hold at all.
fn cookie_byte() -> impl Strategy<Value = u8> {
    prop_oneof![3 => 0x20_u8..0x7f, 1 => Just(b';'), 1 => 0x80_u8..=0xff]
}

fn way() -> impl Strategy<Value = Way> {
    let names =
        ["x-forwarded-proto", "forwarded", "x-forwarded-for", "x-forwarded-host", "sec-fetch-site", "origin"];
    let headers = prop::collection::vec((prop::sample::select(names.to_vec()), value()), 0..5);
    let sites = ["https://teammoa.example", "http://teammoa.example", "https://teammoa.example:8443"];
    let starts = [
        "http://teammoa.example/",
        "https://teammoa.example/",
        "http://teammoa.example:8000/?a=b",
        "http://localhost/a/b",
        "http://teammoa.example/api/things",
        "http://[::1]:8000/",
        "http://web/?https_redirect=1",
    ];
    let configuration =
        (prop::sample::select(sites.to_vec()), any::<bool>(), prop::sample::select(vec![PROXY, STRANGER]));
    let visit = (
        prop::sample::select(starts.to_vec()),
        prop::option::of(prop::collection::vec(cookie_byte(), 0..20)),
        any::<bool>(),
    );
    (configuration, visit, headers, any::<bool>()).prop_map(|(configuration, visit, headers, telling)| {
        let (site_url, redirect, peer) = configuration;
        let (start, cookies, marker) = visit;
        Way { peer, site_url, redirect, start, headers, cookies, marker, telling }
    })
}

#[test]
fn any_request_takes_one_redirect_at_most_and_then_gets_an_answer() {
    let config = Config { cases: 1000, failure_persistence: None, ..Config::default() };
    let system = System::new();
    TestRunner::new(config).run(&way(), |way| system.block_on(follow(&way))).unwrap();
}

async fn follow(way: &Way) -> Result<(), TestCaseError> {
    let site = Site::new(WebSettings { ssl_redirect: way.redirect, ..settings(way.site_url) }).await;
    let proxy = |url: &Url| {
        let given = way.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let told = way.telling.then(|| ("x-forwarded-proto".to_owned(), url.scheme().to_owned()));
        given.chain(told).collect()
    };
    let mut browser = Browser::new(&site, way.peer, &proxy);
    browser.foreign_cookies = way.cookies.as_deref();
    let host = way.start.parse::<Url>().unwrap().host_str().unwrap().to_owned();
    if way.marker {
        browser.keep(&host, MARKER, "1");
    }
    let visit = browser.open(way.start).await;
    prop_assert!(visit.redirects <= 1, "{} redirects", visit.redirects);
    prop_assert!(visit.redirects == 0 || visit.url.scheme() == "https", "to {}", visit.url);
    prop_assert!(matches!(visit.last.status.as_u16(), 200 | 400 | 404), "{}", visit.last.status);
    if visit.last.status == 400 {
        prop_assert!(visit.last.body.contains("TRUSTED_PROXIES"), "{}", visit.last.body);
    }
    let arrived_marked = way.marker || way.start.contains(MARKER);
    if way.telling && !(arrived_marked && way.start.starts_with("http:")) {
        prop_assert!(visit.last.status != 400, "a proxy that tells the scheme never gets the explanation");
    }
    Ok(())
}
