//! Finds PostgreSQL's programs.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

const PROGRAMS: [&str; 3] = ["initdb", "pg_ctl", "postgres"];

/// The folder with PostgreSQL's programs: the first in `path` (the value of `PATH`) that has them all, otherwise the
/// one of the newest version in `packages`, which is where Debian puts them without adding it to `PATH`.
pub(super) fn find(path: &OsStr, packages: &Path) -> Option<PathBuf> {
    std::env::split_paths(path).find(|folder| has_programs(folder)).or_else(|| newest(packages))
}

fn has_programs(folder: &Path) -> bool {
    PROGRAMS.iter().all(|program| folder.join(program).is_file())
}

fn newest(packages: &Path) -> Option<PathBuf> {
    let versions = fs::read_dir(packages).ok()?.filter_map(|entry| {
        let entry = entry.ok()?;
        let version: u32 = entry.file_name().to_str()?.parse().ok()?;
        let folder = entry.path().join("bin");
        has_programs(&folder).then_some((version, folder))
    });
    versions.max().map(|(_, folder)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn install(folder: &Path) {
        fs::create_dir_all(folder).unwrap();
        for program in PROGRAMS {
            fs::write(folder.join(program), "").unwrap();
        }
    }

    #[test]
    fn path_goes_before_packages() {
        let root = tempfile::tempdir().unwrap();
        let (own, packages) = (root.path().join("own"), root.path().join("packages"));
        install(&own);
        install(&packages.join("16/bin"));
        let path = std::env::join_paths([root.path(), &own]).unwrap();
        assert_eq!(find(&path, &packages), Some(own));
    }

    #[test]
    fn the_newest_package_is_taken_and_versions_are_numbers() {
        let root = tempfile::tempdir().unwrap();
        for version in ["9", "15", "current"] {
            install(&root.path().join(version).join("bin"));
        }
        fs::create_dir_all(root.path().join("17/bin")).unwrap();
        assert_eq!(find(OsStr::new(""), root.path()), Some(root.path().join("15/bin")));
    }

    #[test]
    fn without_postgresql_there_is_nothing_to_find() {
        assert_eq!(find(OsStr::new("/nowhere"), Path::new("/nowhere")), None);
    }
}
