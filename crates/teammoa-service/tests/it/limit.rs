//! Throttles, in memory and in a real Redis.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use deadpool_redis::redis::{self, FromRedisValue};
use teammoa_service::limit::{Exceeded, Limiter, Quota, network_of};
use teammoa_service::shared::Redis;
use teammoa_testing::{RedisServer, TestClock};
use tokio::task::JoinSet;

const THREE_A_MINUTE: Quota = Quota::new(3, Duration::from_mins(1));

/// How many of this many takes succeed, one after the other.
async fn taken(limiter: &Limiter, who: &str, times: usize) -> usize {
    let mut taken = 0;
    for _ in 0..times {
        taken += usize::from(limiter.take("test", who, THREE_A_MINUTE).await.is_ok());
    }
    taken
}

/// How many of 50 takes at the same time succeed.
async fn taken_at_once(limiters: &[&Limiter]) -> usize {
    let mut tasks = JoinSet::new();
    for limiter in limiters.iter().cycle().take(50).map(|limiter| (*limiter).clone()) {
        tasks.spawn(async move { limiter.take("test", "mina", THREE_A_MINUTE).await.is_ok() });
    }
    tasks.join_all().await.into_iter().filter(|is_ok| *is_ok).count()
}

/// What a command gives in the Redis of a test.
async fn tell<T: FromRedisValue>(server: &RedisServer, command: &[&str]) -> T {
    let client = redis::Client::open(server.url()).unwrap();
    let mut connection = client.get_multiplexed_async_connection().await.unwrap();
    let command = command.iter().fold(redis::Cmd::new(), |mut command, word| {
        command.arg(word);
        command
    });
    command.query_async(&mut connection).await.unwrap()
}

async fn keys(server: &RedisServer) -> Vec<String> {
    tell(server, &["KEYS", "*"]).await
}

#[tokio::test]
async fn a_quota_holds_for_one_window_that_begins_with_the_first_count() {
    let clock = TestClock::new();
    let limiter = Limiter::memory(clock.clock());
    assert_eq!(taken(&limiter, "mina", 1).await, 1);
    clock.advance(TimeDelta::seconds(59));
    assert_eq!(taken(&limiter, "mina", 5).await, 2);
    let refused = limiter.take("test", "mina", THREE_A_MINUTE).await;
    assert_eq!(refused, Err(Exceeded { retry_after: Duration::from_secs(1) }));
    clock.advance(TimeDelta::seconds(1));
    assert_eq!(taken(&limiter, "mina", 5).await, 3);
}

#[tokio::test]
async fn areas_and_people_are_counted_apart() {
    let limiter = Limiter::memory(TestClock::new().clock());
    assert_eq!(taken(&limiter, "mina", 5).await, 3);
    assert_eq!(taken(&limiter, "jun", 5).await, 3);
    assert!(limiter.take("another", "mina", THREE_A_MINUTE).await.is_ok());
}

#[tokio::test]
async fn what_is_forgiven_was_never_counted() {
    let server = RedisServer::start();
    let clock = TestClock::new();
    for limiter in [Limiter::memory(clock.clock()), Limiter::redis(server.redis(), clock.clock())] {
        assert_eq!(taken(&limiter, "mina", 5).await, 3, "{limiter:?}");
        assert_eq!(taken(&limiter, "jun", 5).await, 3, "{limiter:?}");
        limiter.forgive("test", "mina").await;
        assert_eq!(taken(&limiter, "mina", 5).await, 3, "{limiter:?}");
        assert_eq!(taken(&limiter, "jun", 5).await, 0, "{limiter:?}");
    }
}

#[tokio::test]
async fn nothing_is_allowed_by_a_quota_of_nothing_and_no_time_is_too_long() {
    let server = RedisServer::start();
    let clock = TestClock::new();
    let forever = Quota::new(1, Duration::MAX);
    for limiter in [Limiter::memory(clock.clock()), Limiter::redis(server.redis(), clock.clock())] {
        assert!(limiter.take("none", "mina", Quota::new(0, Duration::ZERO)).await.is_err(), "{limiter:?}");
        assert!(limiter.take("once", "mina", forever).await.is_ok(), "{limiter:?}");
        assert!(limiter.take("once", "mina", forever).await.is_err(), "{limiter:?}");
    }
    assert!(keys(&server).await.iter().any(|key| key.starts_with("teammoa:limit:once:")), "Redis took it");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_at_the_same_time_as_many_succeed_as_may() {
    let limiter = Limiter::memory(TestClock::new().clock());
    assert_eq!(taken_at_once(&[&limiter]).await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_at_the_same_time_on_two_servers_with_one_redis_as_many_succeed_as_may() {
    let server = RedisServer::start();
    let clock = TestClock::new();
    let one = Limiter::redis(server.redis(), clock.clock());
    let other = Limiter::redis(server.redis(), clock.clock());
    assert_eq!(taken_at_once(&[&one, &other]).await, 3);
    other.forgive("test", "mina").await;
    assert_eq!(taken(&one, "mina", 1).await + taken(&other, "mina", 5).await, 3);
}

#[tokio::test]
async fn a_window_in_redis_ends_by_itself_and_no_count_makes_it_longer() {
    let server = RedisServer::start();
    let limiter = Limiter::redis(server.redis(), TestClock::new().clock());
    assert_eq!(taken(&limiter, "mina", 2).await, 2);
    let keys = keys(&server).await;
    let [key] = keys.as_slice() else { panic!("{keys:?}") };
    let left = async || tell::<i64>(&server, &["PTTL", key]).await;
    assert!((1..=60_000).contains(&left().await));

    assert!(tell::<bool>(&server, &["PEXPIRE", key, "20000"]).await);
    assert_eq!(taken(&limiter, "mina", 2).await, 1);
    assert!((1..=20_000).contains(&left().await));
    let refused = limiter.take("test", "mina", THREE_A_MINUTE).await.unwrap_err();
    assert!((1..=20).contains(&refused.seconds()), "{refused}");

    assert!(tell::<bool>(&server, &["PERSIST", key]).await);
    assert!(limiter.take("test", "mina", THREE_A_MINUTE).await.is_err());
    assert!((1..=60_000).contains(&left().await), "a count without an end gets one");

    assert!(tell::<bool>(&server, &["PEXPIRE", key, "0"]).await);
    assert_eq!(taken(&limiter, "mina", 5).await, 3);
}

#[tokio::test]
async fn without_redis_each_server_counts_for_itself_until_it_is_back() {
    let mut server = RedisServer::start();
    let clock = TestClock::new();
    let one = Limiter::redis(server.redis(), clock.clock());
    let other = Limiter::redis(server.redis(), clock.clock());
    assert_eq!(taken(&one, "mina", 3).await + taken(&other, "mina", 3).await, 3);

    server.stop();
    assert_eq!(taken(&one, "mina", 5).await, 3, "in memory from the beginning");
    assert_eq!(taken(&other, "mina", 5).await, 3);

    server.start_again();
    assert_eq!(taken(&one, "mina", 1).await, 0, "Redis is left alone for five seconds");
    assert_eq!(keys(&server).await, [""; 0]);
    clock.advance(TimeDelta::seconds(5));
    assert_eq!(taken(&one, "mina", 2).await, 2);
    assert_eq!(taken(&other, "mina", 5).await, 1);
    assert_eq!(keys(&server).await.len(), 1);
}

#[tokio::test]
async fn a_redis_that_hangs_holds_nobody_up() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let redis = Redis::new(&format!("redis://{}", listener.local_addr().unwrap())).unwrap();
    let clock = TestClock::new();
    let limiter = Limiter::redis(redis, clock.clock());
    let began = Instant::now();
    assert_eq!(taken(&limiter, "mina", 100).await, 3);
    limiter.forgive("test", "mina").await;
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "only the first has to find out, in two seconds at most"
    );
}

#[tokio::test]
async fn redis_shows_nobodys_name_or_address() {
    let server = RedisServer::start();
    let limiter = Limiter::redis(server.redis(), TestClock::new().clock());
    limiter.take("login", "mina|203.0.113.9", THREE_A_MINUTE).await.unwrap();
    let keys = keys(&server).await;
    let [key] = keys.as_slice() else { panic!("{keys:?}") };
    let hash = key.strip_prefix("teammoa:limit:login:").unwrap();
    assert!(hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{key}");
    assert_eq!(tell::<String>(&server, &["GET", key]).await, "1");
}

#[test]
fn a_network_is_an_address_or_the_first_half_of_a_long_one() {
    for (address, network) in [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::1", "::/64"),
    ] {
        assert_eq!(network_of(address.parse::<IpAddr>().unwrap()), network, "{address}");
    }
}

#[test]
fn seconds_are_rounded_up() {
    for (milliseconds, seconds) in [(0, 1), (1, 1), (1000, 1), (1001, 2), (900_000, 900)] {
        let refused = Exceeded { retry_after: Duration::from_millis(milliseconds) };
        assert_eq!(refused.seconds(), seconds, "{milliseconds}");
    }
}
