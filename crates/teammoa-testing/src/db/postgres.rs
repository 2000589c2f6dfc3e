//! PostgreSQL: one temporary cluster per process, one migrated template database, copied for each test.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};
use teammoa_persistence::DatabaseUrl;
use tokio::sync::OnceCell;

use super::{blocking, open};
use crate::cluster::Cluster;

static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
static TEMPLATE: OnceCell<String> = OnceCell::const_new();
static COUNTER: AtomicU64 = AtomicU64::new(1);

/// The cluster, and the one connection that makes and drops databases: `CREATE DATABASE` copies its template only
/// while nobody else uses it, so the statements go one after the other.
struct Server {
    cluster: Cluster,
    admin: Mutex<PgConnection>,
}

/// Whether PostgreSQL was left out of this run by `TEAMMOA_TEST_SQLITE_ONLY=1`. It has to be said: a run that
/// silently tests half of what it should is worse than one that fails.
///
/// # Panics
/// When it is left out where `CI=true`.
#[expect(clippy::disallowed_methods, reason = "a test run is configured by its environment")]
pub fn is_left_out() -> bool {
    let is = |name: &str, value: &str| std::env::var_os(name).is_some_and(|found| found == *value);
    let left_out = is("TEAMMOA_TEST_SQLITE_ONLY", "1");
    assert!(
        !(left_out && is("CI", "true")),
        "TEAMMOA_TEST_SQLITE_ONLY=1 is refused where CI=true: there, both databases are tested"
    );
    left_out
}

pub(super) async fn migrated() -> DatabaseUrl {
    let template = TEMPLATE.get_or_init(template).await;
    create(format!("TEMPLATE {template}")).await
}

pub(super) async fn empty() -> DatabaseUrl {
    create("TEMPLATE template0".to_owned()).await
}

/// Drops the database with whatever connections are still open to it. Should that fail, it goes with the process.
pub(super) fn remove(url: &str) {
    if let Some((_, name)) = url.rsplit_once('/') {
        drop(server().try_execute(&end_connections(name)));
        drop(server().try_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")));
    }
}

/// Ends the connections to a database and waits until they have ended, at most for some seconds. `CREATE` and `DROP
/// DATABASE` would wait too, but look only every 100 ms.
fn end_connections(name: &str) -> String {
    format!(
        "DO $$ BEGIN
            PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}';
            FOR attempt IN 1..2000 LOOP
                PERFORM pg_stat_clear_snapshot();
                EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '{name}');
                PERFORM pg_sleep(0.001);
            END LOOP;
        END $$"
    )
}

async fn create(clause: String) -> DatabaseUrl {
    blocking(move || {
        let name = format!("test_{}", COUNTER.fetch_add(1, Ordering::Relaxed));
        server().execute(&format!("CREATE DATABASE {name} {clause}"));
        DatabaseUrl::Postgres(server().cluster.url(&name))
    })
    .await
}

/// Migrates a database and closes it for good, so that nothing can ever be connected to it while it is copied:
/// connections of the pool that migrated it may still be opening.
async fn template() -> String {
    let url = empty().await;
    open(&url)
        .migrate()
        .await
        .unwrap_or_else(|error| panic!("cannot migrate the PostgreSQL template: {error}"));
    let DatabaseUrl::Postgres(url) = url else {
        panic!("a PostgreSQL URL with something else in it");
    };
    let name = url.rsplit('/').next().unwrap_or_default().to_owned();
    let sealed = name.clone();
    blocking(move || {
        server().execute(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"));
        server().execute(&end_connections(&name));
    })
    .await;
    sealed
}

fn server() -> &'static Server {
    let server = SERVER.get_or_init(|| {
        if is_left_out() {
            return Err("PostgreSQL was left out by TEAMMOA_TEST_SQLITE_ONLY=1".to_owned());
        }
        let cluster = Cluster::start()?;
        let admin = PgConnection::establish(&cluster.url("postgres")).map_err(|error| error.to_string())?;
        Ok(Server { cluster, admin: Mutex::new(admin) })
    });
    match server {
        Ok(server) => server,
        Err(error) => panic!("{error}"),
    }
}

impl Server {
    fn execute(&self, statement: &str) {
        self.try_execute(statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
    }

    fn try_execute(&self, statement: &str) -> diesel::QueryResult<()> {
        let mut admin = self.admin.lock().unwrap_or_else(PoisonError::into_inner);
        admin.batch_execute(statement)
    }
}
