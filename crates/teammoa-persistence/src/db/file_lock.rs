//! A lock on a file beside an SQLite database, for what SQLite's own locks don't cover.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Waits for the lock beside this database. It ends with the handle, so also when this process is killed. Fails when the
/// file can't be made.
pub(crate) fn lock_beside(database: &Path) -> io::Result<File> {
    let mut name = database.as_os_str().to_owned();
    name.push(".migrate-lock");
    let name = PathBuf::from(name);
    let lock = || {
        let file = File::create(&name)?;
        file.lock()?;
        Ok(file)
    };
    lock().map_err(|error: io::Error| {
        io::Error::new(error.kind(), format!("cannot lock {}: {error}", name.display()))
    })
}

/// Whether the database has its write-ahead log: bytes 18 and 19 of the file are 2 then (SQLite's file format, section
/// 1.3). Asking SQLite would take a lock that stands in the way of whoever is switching.
pub(crate) fn has_write_ahead_log(database: &Path) -> bool {
    let mut header = [0; 20];
    let read = File::open(database).and_then(|mut file| file.read_exact(&mut header));
    read.is_ok() && header.ends_with(&[2, 2])
}
