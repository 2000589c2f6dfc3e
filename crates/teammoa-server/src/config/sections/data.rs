use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use teammoa_persistence::DatabaseUrl;
use url::Url;

use super::{Secret, cores};
use crate::config::{
    reader::{Noted, Reader},
    values::{self, Wrong},
    variables,
};

/// Database, Redis and file storage.
#[derive(Debug, Clone)]
pub struct DataConfig {
    /// `DATABASE_URL`.
    pub database_url: DatabaseUrl,
    /// `REDIS_URL`.
    pub redis_url: Option<Secret>,
    /// `STORAGE_URL`.
    pub storage: Storage,
    /// `DB_POOL_SIZE`.
    pub pool_size: u32,
    /// `DB_START_WAIT`.
    pub start_wait: Duration,
    /// `MIGRATE_ON_START`.
    pub migrate_on_start: bool,
}

/// Where files of teams live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Storage {
    /// In a folder.
    Folder(PathBuf),
    /// In an object store; nothing uses it yet.
    S3(Url),
}

impl DataConfig {
    pub(in crate::config) fn read(
        reader: &mut Reader<'_>,
        data_dir: Result<&Path, Noted>,
    ) -> Result<DataConfig, Noted> {
        let database_url = reader.optional(variables::DATABASE_URL, database_url);
        let redis_url = reader.optional(variables::REDIS_URL, |text| {
            let example = "redis://127.0.0.1:6379/0";
            values::service_url(text, &["redis", "rediss"], example)?;
            Ok(Secret::new(text))
        });
        let storage = reader.optional(variables::STORAGE_URL, storage);
        let pool_size = reader
            .value_or(variables::DB_POOL_SIZE, values::count, || u32::try_from(cores() * 4).unwrap_or(8));
        let start_wait = reader.value(variables::DB_START_WAIT, values::duration);
        let migrate_on_start = reader.value(variables::MIGRATE_ON_START, values::switch);
        let data_dir = data_dir?;
        Ok(DataConfig {
            database_url: database_url?.unwrap_or_else(|| DatabaseUrl::Sqlite(data_dir.join("teammoa.db"))),
            redis_url: redis_url?,
            storage: storage?.unwrap_or_else(|| Storage::Folder(data_dir.join("files"))),
            pool_size: pool_size?,
            start_wait: start_wait?,
            migrate_on_start: migrate_on_start?,
        })
    }
}

fn database_url(text: &str) -> Result<DatabaseUrl, Wrong> {
    DatabaseUrl::parse(text).map_err(|error| {
        Wrong::new(
            format!("is no address of a database ({error})"),
            "write sqlite:///path/to/teammoa.db or postgres://user:password@host/name",
        )
    })
}

fn storage(text: &str) -> Result<Storage, Wrong> {
    match text.strip_prefix("file://") {
        Some("") => Err(Wrong::new("names no folder", "write for instance file:///var/lib/teammoa/files")),
        Some(folder) => Ok(Storage::Folder(PathBuf::from(folder))),
        None => {
            let example = "s3://bucket/prefix or file:///var/lib/teammoa/files";
            values::service_url(text, &["s3"], example).map(Storage::S3)
        }
    }
}
