//! Whether a server is ready.

use teammoa_service::health::{Readiness, readiness};
use teammoa_service::shared::Redis;
use teammoa_testing::{TestDb, on_both, services};

/// A port on which nothing listens any more.
fn closed_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

on_both! {
    #[tokio::test]
    async fn with_its_database_it_is_ready(test: TestDb) {
        assert_eq!(readiness(&services(&test).services).await, Readiness::Ready);
    }

    #[tokio::test]
    async fn without_redis_it_is_degraded_but_ready(test: TestDb) {
        let redis = Redis::new(&format!("redis://127.0.0.1:{}", closed_port())).unwrap();
        let app = services(&test).services.with_redis(redis);
        assert_eq!(readiness(&app).await, Readiness::Degraded(vec!["redis"]));
    }
}

#[tokio::test]
async fn without_its_schema_it_is_not_ready() {
    let mut test = TestDb::sqlite().await;
    let folder = tempfile::tempdir().unwrap();
    let url = teammoa_persistence::DatabaseUrl::Sqlite(folder.path().join("empty.db"));
    test.db = teammoa_persistence::Db::open(&url, &teammoa_persistence::PoolOptions::default()).unwrap();
    assert_eq!(readiness(&services(&test).services).await, Readiness::NotReady("schema"));
}

#[tokio::test]
async fn without_its_database_it_is_not_ready() {
    let mut test = TestDb::sqlite().await;
    let url = format!("postgres://nobody@127.0.0.1:{}/none", closed_port());
    let url = teammoa_persistence::DatabaseUrl::parse(&url).unwrap();
    let options =
        teammoa_persistence::PoolOptions { timeout: std::time::Duration::from_millis(200), size: 1 };
    test.db = teammoa_persistence::Db::open(&url, &options).unwrap();
    assert_eq!(readiness(&services(&test).services).await, Readiness::NotReady("database"));
}
