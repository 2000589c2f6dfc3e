//! SQLite: one migrated template file per process, copied for each test.

use std::fs;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, SqliteConnection};
use teammoa_persistence::DatabaseUrl;
use tokio::sync::OnceCell;

use super::{blocking, open};
use crate::scratch;

const FILE: &str = "teammoa.db";

static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();

pub(super) async fn migrated() -> DatabaseUrl {
    let template = TEMPLATE.get_or_init(template).await.clone();
    blocking(move || {
        let file = scratch::folder().join(FILE);
        fs::copy(&template, &file)
            .unwrap_or_else(|error| panic!("cannot copy {}: {error}", template.display()));
        DatabaseUrl::Sqlite(file)
    })
    .await
}

pub(super) fn empty() -> DatabaseUrl {
    DatabaseUrl::Sqlite(scratch::folder().join(FILE))
}

/// Removes the file and SQLite's files beside it. Whatever cannot be removed goes with the process.
pub(super) fn remove(file: &Path) {
    if let Some(folder) = file.parent() {
        drop(fs::remove_dir_all(folder));
    }
}

/// Migrates a file and makes the template from it. Copying the migrated file itself would not do: connections of its
/// pool may still be closing, and half of the data may be in the write-ahead log.
async fn template() -> PathBuf {
    let url = empty();
    let db = open(&url);
    db.migrate().await.unwrap_or_else(|error| panic!("cannot migrate the SQLite template: {error}"));
    let DatabaseUrl::Sqlite(migrated) = url else {
        panic!("an SQLite URL with something else in it");
    };
    blocking(move || {
        let template = scratch::folder().join(FILE);
        compact(&migrated, &template)
            .unwrap_or_else(|error| panic!("cannot make the SQLite template: {error}"));
        template
    })
    .await
}

/// Writes everything in `from` into the one file `to`, which is in WAL mode from its first moment: many connections
/// that switch it at the same time would get in each other's way.
fn compact(from: &Path, to: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut source = SqliteConnection::establish(&from.to_string_lossy())?;
    source.batch_execute(&format!("VACUUM INTO '{}'", to.to_string_lossy().replace('\'', "''")))?;
    let mut copy = SqliteConnection::establish(&to.to_string_lossy())?;
    copy.batch_execute("PRAGMA journal_mode = WAL")?;
    Ok(())
}
