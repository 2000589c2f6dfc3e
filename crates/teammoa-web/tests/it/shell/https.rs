//! Trouble 1, endless redirects: every combination of proxy, claim, configuration and visit.

use teammoa_web::middleware::MARKER;
use teammoa_web::settings::WebSettings;
use url::Url;

use super::browser::{Browser, Visit};
use super::site::{PROXY, STRANGER, Site, get, http, https, settings};

/// What arrives, whether it says https at all, and whether a trusted peer's own word is https.
struct Claim {
    headers: &'static [(&'static str, &'static str)],
    https: bool,
    sure: bool,
}

const fn claim(headers: &'static [(&'static str, &'static str)], https: bool, sure: bool) -> Claim {
    Claim { headers, https, sure }
}

const CLAIMS: [Claim; 18] = [
    claim(&[], false, false),
    claim(&[("x-forwarded-proto", "https")], true, true),
    claim(&[("x-forwarded-proto", "HTTPS")], true, true),
    claim(&[("x-forwarded-proto", "http")], false, false),
    claim(&[("x-forwarded-proto", "https, http")], true, false),
    claim(&[("x-forwarded-proto", "http,https")], true, true),
    claim(&[("x-forwarded-proto", "https"), ("x-forwarded-proto", "http")], true, false),
    claim(&[("x-forwarded-proto", "http"), ("x-forwarded-proto", "https")], true, true),
    claim(&[("x-forwarded-proto", "http"), ("x-forwarded-proto", "http")], false, false),
    claim(&[("forwarded", "for=198.51.100.7;proto=https")], true, true),
    claim(&[("forwarded", "for=198.51.100.7;proto=http")], false, false),
    claim(&[("forwarded", "proto=https, proto=http")], true, false),
    claim(&[("forwarded", "proto=http, for=\"[2001:db8::1]:80\";proto=\"https\"")], true, true),
    claim(&[("x-forwarded-proto", "http"), ("forwarded", "proto=https")], false, false),
    claim(&[("x-forwarded-proto", "")], false, false),
    claim(&[("x-forwarded-proto", "httpss")], false, false),
    claim(&[("x-forwarded-proto", "\"https")], false, false),
    claim(&[("forwarded", ";;==,\"")], false, false),
];

struct Case<'a> {
    claim: &'a Claim,
    peer: &'a str,
    site_url: &'a str,
    redirect: bool,
    repeated: bool,
}

#[actix_web::test]
async fn no_combination_of_proxy_claim_configuration_and_visit_redirects_twice() {
    for site_url in ["https://teammoa.example", "http://teammoa.example:8000"] {
        for redirect in [true, false] {
            let site = Site::new(WebSettings { ssl_redirect: redirect, ..settings(site_url) }).await;
            for claim in &CLAIMS {
                for peer in [PROXY, STRANGER] {
                    for repeated in [true, false] {
                        let case = Case { claim, peer, site_url, redirect, repeated };
                        visit(&site, &case).await;
                    }
                }
            }
        }
    }
}

async fn visit(site: &Site, case: &Case<'_>) {
    let said = case.claim.headers;
    let named = format!(
        "{} {said:?} redirect={} repeated={} {}",
        case.peer, case.redirect, case.repeated, case.site_url
    );
    let proxy =
        |_: &Url| said.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut browser = Browser::new(site, case.peer, &proxy);
    // Cookies of other programs must not hide the marker
    browser.foreign_cookies = Some(b"broken; a=\xff");
    if case.repeated {
        browser.keep("teammoa.example", MARKER, "1");
    }
    let visit = browser.open("http://teammoa.example/a/page?b=c").await;

    let passes = case.claim.https || !case.redirect;
    assert_eq!(visit.redirects, usize::from(!passes && !case.repeated), "{named}");
    if passes {
        assert_eq!(visit.last.status, 404, "{named}: the page of the app");
    } else {
        assert_explains(&visit, said, &named);
    }
    if visit.redirects == 1 {
        assert_eq!(visit.url.as_str(), "https://teammoa.example/a/page?b=c", "{named}");
    }
    let marked = browser.has("teammoa.example", MARKER);
    assert_eq!(marked, if case.claim.https { false } else { case.repeated || !passes }, "{named}: marker");

    let earned = case.claim.sure && case.peer == PROXY;
    let intended = case.redirect || case.site_url.starts_with("https");
    let strict = visit.last.headers.contains_key("strict-transport-security");
    assert_eq!(strict, earned && intended, "{named}: HSTS");
}

/// The page names the header that arrived, what it said, and the variable to look at.
fn assert_explains(visit: &Visit, said: &[(&str, &str)], named: &str) {
    assert_eq!(visit.last.status, 400, "{named}");
    let header = match said.first() {
        Some(("forwarded", _)) => "Forwarded",
        _ => "X-Forwarded-Proto",
    };
    let body = &visit.last.body;
    assert!(body.contains(header) && body.contains("TRUSTED_PROXIES"), "{named}: {body}");
    if said == [("x-forwarded-proto", "http")] {
        assert!(body.contains("X-Forwarded-Proto: http"), "{named}: {body}");
    }
}

#[actix_web::test]
async fn behind_a_proxy_that_tells_the_scheme_a_visit_takes_one_redirect() {
    for peer in [PROXY, STRANGER] {
        for site_url in ["https://teammoa.example", "http://teammoa.example"] {
            let site = Site::new(WebSettings { ssl_redirect: true, ..settings(site_url) }).await;
            let proxy = |url: &Url| vec![("x-forwarded-proto".to_owned(), url.scheme().to_owned())];
            let mut browser = Browser::new(&site, peer, &proxy);
            for _ in 0..2 {
                let visit = browser.open("http://teammoa.example/").await;
                assert_eq!((visit.redirects, visit.last.status.as_u16()), (1, 200), "{peer} {site_url}");
                assert!(!browser.has("teammoa.example", MARKER), "{peer} {site_url}");
                let strict = visit.last.headers.contains_key("strict-transport-security");
                assert_eq!(strict, peer == PROXY, "{peer} {site_url}");
            }
        }
    }
}

#[actix_web::test]
async fn a_redirect_to_the_hosts_proper_name_leads_no_further_either() {
    let site = Site::new(https()).await;
    for start in ["http://localhost:8000/", "http://127.0.0.1/?a=b", "http://web/#top"] {
        let silent = |_: &Url| Vec::new();
        let mut browser = Browser::new(&site, PROXY, &silent);
        let visit = browser.open(start).await;
        assert_eq!((visit.redirects, visit.last.status.as_u16()), (1, 400), "{start}");
        assert_eq!(visit.url.host_str(), Some("teammoa.example"), "{start}");

        let telling = |url: &Url| vec![("x-forwarded-proto".to_owned(), url.scheme().to_owned())];
        let mut browser = Browser::new(&site, PROXY, &telling);
        let visit = browser.open(start).await;
        assert_eq!((visit.redirects, visit.last.status.as_u16()), (1, 200), "{start}");
    }
}

#[actix_web::test]
async fn programs_get_the_explanation_too() {
    let site = Site::new(https()).await;
    let silent = |_: &Url| Vec::new();
    let visit = Browser::new(&site, PROXY, &silent).open("http://teammoa.example/api/things").await;
    assert_eq!((visit.redirects, visit.last.status.as_u16()), (1, 400));
    let problem = visit.last.json();
    assert_eq!(problem["code"], "https-misconfigured");
    assert!(
        visit.last.body.contains("TRUSTED_PROXIES") && visit.last.body.contains("X-Forwarded-Proto"),
        "{problem}"
    );
}

#[actix_web::test]
async fn the_redirect_keeps_method_path_and_query_and_is_not_stored() {
    let table = [
        ("https://teammoa.example", "https://teammoa.example//evil.example/a?b=%20c&d"),
        ("https://teammoa.example:8443", "https://teammoa.example:8443//evil.example/a?b=%20c&d"),
        ("http://teammoa.example:8000", "https://teammoa.example//evil.example/a?b=%20c&d"),
    ];
    for (site_url, location) in table {
        let site = Site::new(WebSettings { ssl_redirect: true, ..settings(site_url) }).await;
        let request = get(STRANGER, "TeamMoa.example:8000", "//evil.example/a?b=%20c&d");
        let answer = site.send(request.method(actix_web::http::Method::POST)).await;
        assert_eq!(answer.status, 307);
        assert_eq!(answer.header("location").to_lowercase(), location);
        assert_eq!(answer.header("cache-control"), "no-store");
        let expected = "https_redirect=1; HttpOnly; SameSite=Lax; Path=/; Max-Age=60";
        assert_eq!(answer.cookies(), [expected]);
    }
}

#[actix_web::test]
async fn an_installation_without_redirect_never_redirects() {
    let site = Site::new(http()).await;
    let answer = site.send(get(STRANGER, "localhost:8000", "/")).await;
    assert_eq!(answer.status, 200);
    assert!(answer.cookies().is_empty());
}
