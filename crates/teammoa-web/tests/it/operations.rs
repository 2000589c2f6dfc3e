//! What balancers ask.

use teammoa_testing::{TestDb, on_both};

use crate::app::TestApp;

on_both! {
    #[actix_web::test]
    async fn a_server_is_ready_until_it_drains(test: TestDb) {
        let app = TestApp::new(&test).await;
        let balancer = app.nobody();
        let ready = balancer.get("/health/ready").await.expect(200);
        assert_eq!(ready.json()["status"], "ok");
        assert_eq!(ready.header("connection"), "");

        app.app.draining().start();
        let draining = balancer.get("/health/ready").await.expect(503);
        assert_eq!(draining.json()["status"], "draining");
        balancer.get("/health/").await.expect(200);
        balancer.get("/accounts/login/").await.expect(200);
    }
}
