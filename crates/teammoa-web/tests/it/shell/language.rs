//! In which language answers come before anybody is signed in.

use actix_web::test::TestRequest;
use teammoa_domain::Language;
use teammoa_web::settings::WebSettings;

use super::site::{STRANGER, Site, get, http};

async fn language(default: Language, change: impl Fn(TestRequest) -> TestRequest) -> String {
    let site = Site::new(WebSettings { default_language: default, ..http() }).await;
    let answer = site.send(change(get(STRANGER, "localhost", "/nowhere"))).await;
    answer.header("content-language").to_owned()
}

#[actix_web::test]
async fn the_choice_counts_then_the_browser_then_the_default() {
    let nothing = |request: TestRequest| request;
    let browser = |request: TestRequest| request.insert_header(("accept-language", "fr, en;q=0.5, ko;q=0.4"));
    let choice = |request: TestRequest| browser(request).insert_header(("cookie", "x; language=ko"));
    let nonsense = |request: TestRequest| browser(request).insert_header(("cookie", "language=fr"));
    assert_eq!(language(Language::Ko, nothing).await, "ko");
    assert_eq!(language(Language::En, nothing).await, "en");
    assert_eq!(language(Language::Ko, browser).await, "en");
    assert_eq!(language(Language::En, choice).await, "ko");
    assert_eq!(language(Language::Ko, nonsense).await, "en");
}
