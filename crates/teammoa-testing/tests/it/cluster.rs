//! A PostgreSQL cluster of one's own.

use teammoa_persistence::DatabaseUrl;
use teammoa_testing::{Cluster, open, postgres_is_left_out};

use crate::open_impatiently;

#[tokio::test]
async fn a_cluster_answers_as_soon_as_it_is_there_and_is_gone_when_dropped() {
    if postgres_is_left_out() {
        return;
    }
    let cluster = Cluster::start().unwrap();
    let (url, folder) = (DatabaseUrl::Postgres(cluster.url("postgres")), cluster.folder().to_owned());
    assert!(cluster.url("postgres").contains(&format!("@127.0.0.1:{}/", cluster.port())));
    let db = open_impatiently(&url);
    db.ping().await.unwrap();
    assert!(folder.exists());
    drop(cluster);
    assert!(!folder.exists());
    assert!(db.ping().await.is_err());
}

#[tokio::test]
async fn a_cluster_stops_and_starts_again_with_its_data() {
    if postgres_is_left_out() {
        return;
    }
    let mut cluster = Cluster::start().unwrap();
    let url = DatabaseUrl::Postgres(cluster.url("postgres"));
    open(&url).migrate().await.unwrap();
    cluster.stop();
    assert!(open_impatiently(&url).ping().await.is_err());
    cluster.start_again();
    assert_eq!(open(&url).migrate().await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn only_those_who_know_the_password_get_in() {
    if postgres_is_left_out() {
        return;
    }
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    let (_, place) = url.rsplit_once('@').unwrap();
    let guessed = DatabaseUrl::Postgres(format!("postgres://teammoa:guess@{place}"));
    let refused = open_impatiently(&guessed).ping().await.unwrap_err().to_string();
    assert!(refused.contains("password authentication failed"), "{refused}");
}
