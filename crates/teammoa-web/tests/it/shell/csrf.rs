//! Tokens of forms and scripts.

use actix_web::test::TestRequest;
use teammoa_web::settings::{SecretKeys, WebSettings};

use super::site::{STRANGER, Site, get, http, https};

struct Page {
    cookie: String,
    token: String,
}

/// Opens a page with a form, as a new visitor or with a cookie.
async fn open(site: &Site, cookie: Option<&str>) -> Page {
    let answer = site.send(with_cookie(get(STRANGER, "localhost", "/csrf"), cookie)).await;
    let set = answer.cookies().first().map(|line| value(line).to_owned());
    Page { cookie: set.or(cookie.map(str::to_owned)).unwrap(), token: answer.body }
}

fn value(line: &str) -> &str {
    line.split(';').next().and_then(|pair| pair.strip_prefix("csrftoken=")).unwrap()
}

fn with_cookie(request: TestRequest, cookie: Option<&str>) -> TestRequest {
    match cookie {
        Some(cookie) => request.insert_header(("cookie", format!("csrftoken={cookie}"))),
        None => request,
    }
}

async fn post(site: &Site, cookie: Option<&str>, header: Option<&str>, token: &str) -> u16 {
    let request = get(STRANGER, "localhost", "/csrf").method(actix_web::http::Method::POST);
    let mut request = with_cookie(request, cookie)
        .set_payload(token.to_owned())
        .insert_header(("content-type", "text/plain"));
    if let Some(header) = header {
        request = request.insert_header(("x-csrftoken", header));
    }
    site.send(request).await.status.as_u16()
}

#[actix_web::test]
async fn a_form_needs_the_token_of_its_cookie_and_a_script_the_cookie_itself() {
    let site = Site::new(http()).await;
    let mine = open(&site, None).await;
    let other = open(&site, None).await;
    let cut = &mine.cookie[..mine.cookie.len() - 1];
    let unsigned = "AAAAAAAAAAAAAAAAAAAAAA";
    let table = [
        ("the token of the form", Some(&*mine.cookie), None, &*mine.token, 200),
        ("the cookie in the header", Some(&mine.cookie), Some(&*mine.cookie), "", 200),
        ("header right, form wrong", Some(&mine.cookie), Some(&mine.cookie), "x", 200),
        ("header wrong, form right", Some(&mine.cookie), Some("x"), &mine.token, 200),
        ("nothing", Some(&mine.cookie), None, "", 403),
        ("no cookie", None, Some(&mine.cookie), &mine.token, 403),
        ("the token of somebody else", Some(&mine.cookie), None, &other.token, 403),
        ("the cookie of somebody else", Some(&mine.cookie), Some(&other.cookie), "", 403),
        ("the cookie as token of the form", Some(&mine.cookie), None, &mine.cookie, 403),
        ("the token in the header", Some(&mine.cookie), Some(&mine.token), "", 403),
        ("the header cut short", Some(&mine.cookie), Some(cut), "", 403),
        ("a cookie cut short, said twice", Some(cut), Some(cut), "", 403),
        ("a cookie that nobody signed, said twice", Some(unsigned), Some(unsigned), "", 403),
        ("a cookie with empty signature", Some("A."), Some("A."), "", 403),
        ("an empty cookie", Some(""), Some(""), "", 403),
    ];
    for (name, cookie, header, token, status) in table {
        assert_eq!(post(&site, cookie, header, token).await, status, "{name}");
    }
}

#[actix_web::test]
async fn tokens_are_fresh_for_every_page_and_all_of_them_hold() {
    let site = Site::new(http()).await;
    let first = open(&site, None).await;
    let second = open(&site, Some(&first.cookie)).await;
    assert_eq!(first.cookie, second.cookie);
    assert_ne!(first.token, second.token);
    assert!(!second.token.contains(&first.cookie[..20]), "pages never show the cookie");
    for token in [&first.token, &second.token] {
        assert_eq!(post(&site, Some(&first.cookie), None, token).await, 200);
    }
}

#[actix_web::test]
async fn a_cookie_that_is_not_ours_is_replaced() {
    let site = Site::new(http()).await;
    for foreign in ["forged", "forged.signature", ""] {
        let page = open(&site, Some(foreign)).await;
        assert_ne!(page.cookie, foreign);
        assert_eq!(post(&site, Some(&page.cookie), None, &page.token).await, 200);
    }
}

#[actix_web::test]
async fn a_change_of_keys_throws_nobody_out() {
    let keys = |list: &[&str]| SecretKeys::new(list.iter().map(|key| (*key).to_owned()).collect());
    let before = Site::new(WebSettings { secret_keys: keys(&["old"]), ..http() }).await;
    let page = open(&before, None).await;
    let during = Site::new(WebSettings { secret_keys: keys(&["new", "old"]), ..http() }).await;
    assert_eq!(post(&during, Some(&page.cookie), None, &page.token).await, 200);
    let after = Site::new(WebSettings { secret_keys: keys(&["new"]), ..http() }).await;
    assert_eq!(post(&after, Some(&page.cookie), None, &page.token).await, 403);
}

#[actix_web::test]
async fn scripts_may_read_the_cookie_and_it_is_secure_where_the_site_is() {
    let flags = "SameSite=Lax; Path=/; Max-Age=31536000";
    for (settings, secure) in [(http(), ""), (https(), "Secure; ")] {
        let site = Site::new(WebSettings { ssl_redirect: false, ..settings }).await;
        let answer = site.send(get(STRANGER, "localhost", "/csrf")).await;
        let line = answer.cookies().remove(0);
        let found = line.split_once("; ").unwrap().1;
        let sorted = |text: &str| {
            let mut parts: Vec<_> = text.split("; ").map(str::to_owned).collect();
            parts.sort();
            parts
        };
        assert_eq!(sorted(found), sorted(&format!("{secure}{flags}")));
    }
}
