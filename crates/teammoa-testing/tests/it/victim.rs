//! What is left behind when a test process is killed: nothing.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "test helpers")]

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use teammoa_persistence::DatabaseUrl;
use teammoa_service::shared::Redis;
use teammoa_testing::{Cluster, RedisServer, postgres_is_left_out, scratch};

use crate::open_impatiently;

/// More than anything here takes on the busiest machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Polls `condition` until it holds, and fails when that takes unreasonably long.
fn eventually(what: &str, condition: impl Fn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !condition() {
        assert!(Instant::now() < deadline, "{what}");
        thread::yield_now();
    }
}

/// Runs the ignored test `name` below in a process of its own, shows `look` what it made, and kills it with
/// `SIGKILL`.
fn kill_after_a_look<T>(name: &str, look: impl FnOnce(&str) -> T) -> T {
    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", &format!("victim::{name}")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(victim.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok)
        .find_map(|line| line.split_once("made: ").map(|(_, made)| made.to_owned()));
    let seen = look(&said.expect("the victim says what it made"));
    victim.kill().unwrap();
    victim.wait().unwrap();
    seen
}

fn wait_for_the_end() {
    drop(std::io::stdin().read_to_end(&mut Vec::new()));
}

#[tokio::test]
async fn a_killed_process_leaves_no_cluster_behind() {
    if postgres_is_left_out() {
        return;
    }
    let (db, folder) = kill_after_a_look("victim_with_a_cluster", |made| {
        let (url, folder) = made.split_once(' ').unwrap();
        assert!(Path::new(folder).exists());
        (open_impatiently(&DatabaseUrl::parse(url).unwrap()), PathBuf::from(folder))
    });
    eventually("the folder of the cluster is removed", || !folder.exists());
    assert!(db.ping().await.is_err(), "the server is stopped");
}

#[tokio::test]
async fn a_killed_process_leaves_no_redis_behind() {
    let (redis, folder) = kill_after_a_look("victim_with_a_redis", |made| {
        let (url, folder) = made.split_once(' ').unwrap();
        assert!(Path::new(folder).exists());
        (Redis::new(url).unwrap(), PathBuf::from(folder))
    });
    eventually("the folder of Redis is removed", || !folder.exists());
    assert!(redis.ping().await.is_err(), "the server is stopped");
}

#[test]
fn a_killed_process_leaves_no_files_behind() {
    let folder = kill_after_a_look("victim_with_files", |made| {
        assert!(Path::new(made).join("file").exists());
        PathBuf::from(made)
    });
    eventually("the folder of the process is removed", || !folder.parent().unwrap().exists());
}

#[test]
#[ignore = "another test runs and kills it"]
fn victim_with_a_cluster() {
    let cluster = Cluster::start().unwrap();
    println!("made: {} {}", cluster.url("postgres"), cluster.folder().display());
    wait_for_the_end();
}

#[test]
#[ignore = "another test runs and kills it"]
fn victim_with_a_redis() {
    let server = RedisServer::start();
    println!("made: {} {}", server.url(), server.folder().display());
    wait_for_the_end();
}

#[test]
#[ignore = "another test runs and kills it"]
fn victim_with_files() {
    let folder = scratch::folder();
    std::fs::write(folder.join("file"), "content").unwrap();
    println!("made: {}", folder.display());
    wait_for_the_end();
}
