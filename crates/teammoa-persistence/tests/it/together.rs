//! Several at the same time.

use std::time::Duration;

use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Integer};
use teammoa_domain::TeamId;
use teammoa_persistence::{Backend, Conn, Error, memberships, teams};
use teammoa_testing::{TestDb, on_both};
use tokio::task::JoinSet;

use crate::given::{now, person, read, team};

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

fn number(conn: &mut Conn, sql: &str) -> Result<i64, Error> {
    let found: Number = diesel::sql_query(sql).get_result(conn)?;
    Ok(found.number)
}

/// Returns when another transaction waits for a lock. On SQLite the second writer waits in front of the database, so
/// there is nothing to see.
pub(crate) async fn wait_until_one_waits(test: &TestDb) {
    const WAITING: &str = "SELECT count(*) AS number FROM pg_stat_activity \
                           WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let waits = async {
        while read(&test.db, |conn| number(conn, WAITING)).await == 0 {
            tokio::task::yield_now().await;
        }
    };
    if test.backend() == Backend::Postgres {
        tokio::time::timeout(Duration::from_mins(1), waits).await.expect("nobody waits for a lock");
    }
}

/// Reads a number, and writes one more in another statement: the way in which updates get lost.
fn count_up(conn: &mut Conn, team: TeamId) -> Result<(), Error> {
    teams::lock(conn, team)?;
    let limit = number(conn, "SELECT CAST(member_limit AS BIGINT) AS number FROM teams")?;
    diesel::sql_query("UPDATE teams SET member_limit = $1")
        .bind::<Integer, _>(i32::try_from(limit).unwrap() + 1)
        .execute(conn)?;
    Ok(())
}

on_both! {
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn no_update_is_lost_and_nobody_finds_the_database_locked(test: TestDb) {
        let host = person(&test.db, "mina").await;
        let red = team(&test.db, "red", host, 1).await;
        let mut tasks: JoinSet<Result<(), Error>> = JoinSet::new();
        for _ in 0..2 {
            let db = test.db.clone();
            tasks.spawn(async move {
                for _ in 0..40 {
                    db.write(move |conn| count_up(conn, red)).await?;
                }
                Ok(())
            });
        }
        for result in tasks.join_all().await {
            result.unwrap();
        }
        let limit = read(&test.db, |conn| number(conn, "SELECT CAST(member_limit AS BIGINT) AS number FROM teams"));
        assert_eq!(limit.await, 90, "10 at first, then 2 × 40");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn ten_who_join_a_team_with_one_free_seat_make_one_member(test: TestDb) {
        let host = person(&test.db, "host").await;
        let red = team(&test.db, "red", host, 1).await;
        let mut tasks: JoinSet<Result<bool, Error>> = JoinSet::new();
        for n in 0..10 {
            let guest = person(&test.db, &format!("guest{n}")).await;
            let db = test.db.clone();
            let join = move |conn: &mut Conn| {
                assert!(teams::lock(conn, red)?);
                let free = memberships::list_for_team(conn, red, 100)?.len() < 2;
                if free {
                    memberships::insert(conn, red, guest, now())?;
                }
                Ok(free)
            };
            tasks.spawn(async move { db.write(join).await });
        }
        let joined: Vec<bool> = tasks.join_all().await.into_iter().map(Result::unwrap).collect();
        assert_eq!(joined.iter().filter(|joined| **joined).count(), 1);
        assert_eq!(read(&test.db, move |conn| memberships::list_for_team(conn, red, 100)).await.len(), 2);
    }

    #[tokio::test]
    async fn two_processes_write_to_the_same_database(test: TestDb) {
        let other = teammoa_testing::open(test.url());
        let host = person(&test.db, "mina").await;
        let red = team(&test.db, "red", host, 1).await;
        let mut tasks: JoinSet<Result<(), Error>> = JoinSet::new();
        for n in 0..40 {
            let db = if n % 2 == 0 { test.db.clone() } else { other.clone() };
            tasks.spawn(async move { db.write(move |conn| count_up(conn, red)).await });
        }
        for result in tasks.join_all().await {
            result.unwrap();
        }
        let limit = read(&other, |conn| number(conn, "SELECT CAST(member_limit AS BIGINT) AS number FROM teams"));
        assert_eq!(limit.await, 50);
    }
}
