//! The application cookie for balancers.

use std::time::Duration;

use teammoa_web::settings::{StickyCookie, WebSettings};

use super::site::{STRANGER, Site, get, http};

#[actix_web::test]
async fn visitors_get_a_value_of_their_own_once() {
    let sticky = StickyCookie { name: "app_cookie".to_owned(), max_age: Duration::from_hours(1) };
    let site = Site::new(WebSettings { sticky_cookie: Some(sticky), ..http() }).await;
    let request = || get(STRANGER, "localhost", "/");
    let first = site.send(request()).await.cookies();
    let second = site.send(request()).await.cookies();
    assert!(first[0].starts_with("app_cookie=") && first[0].contains("; Max-Age=3600"), "{first:?}");
    assert_ne!(first, second);
    let again = site.send(request().insert_header(("cookie", "app_cookie=mine"))).await;
    assert!(again.cookies().is_empty());
    assert!(site.send(get(STRANGER, "localhost", "/health/")).await.cookies().is_empty());
}

#[actix_web::test]
async fn nobody_gets_one_where_it_is_off() {
    let site = Site::new(http()).await;
    assert!(site.send(get(STRANGER, "localhost", "/")).await.cookies().is_empty());
}
