//! `/`

use teammoa_testing::TestDb;

use crate::app::TestApp;

#[actix_web::test]
async fn the_first_page_is_light_and_asks_nobody_else() {
    let test = TestDb::sqlite().await;
    let page = TestApp::new(&test).await.nobody().get("/").await.expect(200);
    assert!(page.body.len() < 60_000, "{} bytes", page.body.len());
    for (attribute, selector) in [("src", "[src]"), ("href", "link[href]"), ("href", "use[href]")] {
        if page.has(selector) {
            let address = page.attribute(selector, attribute);
            assert!(address.starts_with('/') || address.starts_with('#'), "{address}");
        }
    }
}
