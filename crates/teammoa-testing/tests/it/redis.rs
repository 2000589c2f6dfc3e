//! A Redis server of one's own.

use std::net::TcpStream;

use teammoa_testing::RedisServer;

#[tokio::test]
async fn a_redis_answers_as_soon_as_it_is_there_and_is_gone_when_dropped() {
    let server = RedisServer::start();
    let (redis, port, folder) = (server.redis(), server.port(), server.folder().to_owned());
    redis.ping().await.unwrap();
    assert!(folder.exists());
    drop(server);
    assert!(!folder.exists());
    assert!(redis.ping().await.is_err());
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
}

#[tokio::test]
async fn a_redis_stops_and_starts_again_on_its_port() {
    let mut server = RedisServer::start();
    let redis = server.redis();
    for _ in 0..2 {
        redis.ping().await.unwrap();
        server.stop();
        assert!(redis.ping().await.is_err());
        server.start_again();
    }
    redis.ping().await.unwrap();
}

#[tokio::test]
async fn only_those_who_know_the_password_of_redis_get_in() {
    let server = RedisServer::start();
    let url = format!("redis://127.0.0.1:{}/", server.port());
    let refused = teammoa_service::shared::Redis::new(&url).unwrap().ping().await.unwrap_err().to_string();
    assert!(refused.to_lowercase().contains("auth"), "{refused}");
}
