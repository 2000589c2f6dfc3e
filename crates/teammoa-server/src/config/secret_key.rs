//! The keys that sign things: given, or in development made once and kept.

use std::{
    fmt::Write as _,
    fs,
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
};

use teammoa_service::{Fault, secrets};

use super::{
    Environment, Secret,
    reader::{Noted, Reader},
    values::{self, Wrong},
    variables,
};

/// How long a key has to be in production.
const SHORTEST: usize = 32;

/// Where the keys come from. Looking at the configuration makes no key yet: `check` and `healthcheck` leave no files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretKeySource {
    /// `SECRET_KEY`, then `SECRET_KEY_FALLBACKS`.
    Given(Vec<Secret>),
    /// The file of a development installation, then `SECRET_KEY_FALLBACKS`.
    File(PathBuf, Vec<Secret>),
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum SecretKeyError {
    /// The file cannot be read or written.
    #[error("the secret key of this development installation, {path}, cannot be {action}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What was tried.
        action: &'static str,
        /// Why it failed.
        source: io::Error,
    },
    /// The file is there and empty.
    #[error("the secret key of this development installation, {0}, is empty: delete it, and it is made anew")]
    Empty(PathBuf),
    /// The operating system gives no randomness.
    #[error("no secret key: {0}")]
    Random(#[from] Fault),
}

impl SecretKeySource {
    pub(super) fn read(
        reader: &mut Reader<'_>,
        environment: Result<Environment, Noted>,
        data_dir: Result<&Path, Noted>,
    ) -> Result<SecretKeySource, Noted> {
        let production = environment == Ok(Environment::Production);
        let key = reader.optional(variables::SECRET_KEY, |text| parse(text, production));
        let fallbacks = reader.value_or(
            variables::SECRET_KEY_FALLBACKS,
            |text| {
                let keys = values::list(text);
                keys.iter().map(|text| parse(text, production)).collect()
            },
            Vec::new,
        );
        if production && key == Ok(None) {
            reader.wrong(
                variables::SECRET_KEY,
                "is missing, and production needs it",
                "set it to the output of: openssl rand -base64 48",
            );
        }
        match (key?, fallbacks?) {
            (Some(key), fallbacks) => {
                let keys = [key].into_iter().chain(fallbacks).collect();
                Ok(SecretKeySource::Given(keys))
            }
            (None, fallbacks) => {
                let path = data_dir?.join("secret_key");
                Ok(SecretKeySource::File(path, fallbacks))
            }
        }
    }

    /// The keys themselves, the signing one first. Makes the file of a development installation when it is missing.
    ///
    /// # Errors
    /// When that file can neither be read nor written.
    pub fn keys(&self) -> Result<Vec<String>, SecretKeyError> {
        let (first, others) = match self {
            SecretKeySource::Given(keys) => (None, keys),
            SecretKeySource::File(path, fallbacks) => (Some(read_or_make(path)?), fallbacks),
        };
        let others = others.iter().map(|key| key.expose().to_owned());
        Ok(first.into_iter().chain(others).collect())
    }
}

fn parse(text: &str, production: bool) -> Result<Secret, Wrong> {
    if production && text.chars().count() < SHORTEST {
        let what = format!("has a key shorter than {SHORTEST} characters");
        return Err(Wrong::new(what, "take the output of: openssl rand -base64 48"));
    }
    Ok(Secret::new(text))
}

fn read_or_make(path: &Path) -> Result<String, SecretKeyError> {
    let failed = |action| {
        let path = path.to_owned();
        move |source| SecretKeyError::File { path, action, source }
    };
    match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let key = new_key()?;
            write_privately(path, &key).map_err(failed("written"))?;
        }
        Err(error) => return Err(failed("read")(error)),
        Ok(_) => {}
    }
    // Two processes that start together must end up with one key: what the file says is the truth.
    let key = fs::read_to_string(path).map_err(failed("read"))?;
    match key.trim() {
        "" => Err(SecretKeyError::Empty(path.to_owned())),
        key => Ok(key.to_owned()),
    }
}

fn new_key() -> Result<String, SecretKeyError> {
    let bytes = secrets::random::<32>()?;
    let mut key = String::with_capacity(64);
    for byte in bytes {
        // Writing into a string cannot fail.
        let _ = write!(key, "{byte:02x}");
    }
    Ok(key)
}

/// Writes beside the file and links it into place, so that nobody ever reads half a key and the first one stays.
fn write_privately(path: &Path, key: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".secret_key.{}", std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    writeln!(options.open(&draft)?, "{key}")?;
    let linked = match fs::hard_link(&draft, path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        other => other,
    };
    fs::remove_file(&draft)?;
    linked
}
