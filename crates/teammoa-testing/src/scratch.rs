//! One folder per test process for files that must not stay.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::{fs, io};

use crate::keeper::{Keeper, RunAs};

static FOLDER: OnceLock<Result<(PathBuf, Keeper), String>> = OnceLock::new();
static COUNTER: AtomicU64 = AtomicU64::new(1);

/// A new, empty folder below the one of this process. Whatever is in it when the process ends, in whatever way, is
/// removed; to have it removed earlier is up to the caller.
///
/// # Panics
/// When the machine's folder for temporary files cannot be written.
pub fn folder() -> PathBuf {
    let name = COUNTER.fetch_add(1, Ordering::Relaxed).to_string();
    let folder = process_folder().unwrap_or_else(|error| panic!("{error}")).join(name);
    create(&folder).unwrap_or_else(|error| panic!("cannot make {}: {error}", folder.display()));
    folder
}

/// The one folder of this process.
fn process_folder() -> Result<&'static Path, &'static str> {
    let folder = FOLDER.get_or_init(|| {
        let mut keeper = Keeper::start(include_str!("keeper/scratch.sh"), &[], RunAs::Me)?;
        let folder = keeper.line().ok_or("cannot make a folder for temporary files")?;
        Ok((folder.into(), keeper))
    });
    match folder {
        Ok((folder, _)) => Ok(folder),
        Err(error) => Err(error),
    }
}

fn create(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}
