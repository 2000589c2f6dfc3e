//! Which database is meant.

use std::fmt;
use std::path::PathBuf;

/// The address of a database. Shown, also by `{:?}`, without its password.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// The path of an SQLite file; it is created when it is not there.
    Sqlite(PathBuf),
    /// A PostgreSQL URL as libpq reads it.
    Postgres(String),
}

/// A text that names no database that we know. It does not repeat the text, which may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseUrlError {
    /// Neither SQLite nor PostgreSQL.
    #[error("it must start with sqlite:// or postgres://")]
    UnknownScheme,
    /// `sqlite://` without a file, or in memory, where each connection would see a database of its own.
    #[error("sqlite:// must be followed by the path of a file, like sqlite://./data/teammoa.db")]
    NoFile,
}

impl DatabaseUrl {
    /// Reads `sqlite://path` (relative, or absolute as in `sqlite:///var/teammoa.db`) or `postgres://…`.
    pub fn parse(text: &str) -> Result<Self, DatabaseUrlError> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").ok_or(DatabaseUrlError::UnknownScheme)?;
        match scheme {
            "sqlite" if rest.is_empty() || rest.starts_with(":memory:") => Err(DatabaseUrlError::NoFile),
            "sqlite" => Ok(Self::Sqlite(PathBuf::from(rest))),
            "postgres" | "postgresql" => Ok(Self::Postgres(text.to_owned())),
            _ => Err(DatabaseUrlError::UnknownScheme),
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite://{}", path.display()),
            Self::Postgres(url) => f.write_str(&without_password(url)),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The password stands before the last `@`, or in the query as `password=…`.
fn without_password(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let (login, place) = match rest.rsplit_once('@') {
        Some((login, place)) => (Some(login), place),
        None => (None, rest),
    };
    let login = match login.map(|login| login.split_once(':')) {
        Some(Some((user, _))) => format!("{user}:***@"),
        Some(None) => format!("{}@", login.unwrap_or_default()),
        None => String::new(),
    };
    format!("{scheme}://{login}{}", without_query_password(place))
}

fn without_query_password(place: &str) -> String {
    let Some((path, query)) = place.split_once('?') else {
        return place.to_owned();
    };
    let options: Vec<&str> = query
        .split('&')
        .map(|option| match option.split_once('=') {
            Some(("password" | "sslpassword", _)) => "password=***",
            _ => option,
        })
        .collect();
    format!("{path}?{}", options.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_and_absolute_files_are_read() {
        for (text, path) in [
            ("sqlite://./data/teammoa.db", "./data/teammoa.db"),
            ("sqlite:///var/teammoa.db", "/var/teammoa.db"),
            (" sqlite://teammoa.db ", "teammoa.db"),
        ] {
            let expected = DatabaseUrl::Sqlite(PathBuf::from(path));
            assert_eq!(DatabaseUrl::parse(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn unknown_schemes_and_missing_files_are_refused() {
        for text in ["", "teammoa.db", "mysql://host/db", "host=db dbname=x", "://x"] {
            assert_eq!(DatabaseUrl::parse(text), Err(DatabaseUrlError::UnknownScheme), "{text}");
        }
        for text in ["sqlite://", "sqlite://:memory:"] {
            assert_eq!(DatabaseUrl::parse(text), Err(DatabaseUrlError::NoFile));
        }
    }

    #[test]
    fn the_password_is_never_shown() {
        for (text, shown) in [
            ("postgres://u:secret@h:5432/db", "postgres://u:***@h:5432/db"),
            ("postgresql://u:se@cr/et@h/db", "postgresql://u:***@h/db"),
            ("postgres://u@h/db", "postgres://u@h/db"),
            ("postgres://h/db", "postgres://h/db"),
            (
                "postgres://h/db?password=secret&sslmode=require",
                "postgres://h/db?password=***&sslmode=require",
            ),
        ] {
            let url = DatabaseUrl::parse(text).unwrap();
            assert_eq!(url.to_string(), shown);
            assert_eq!(format!("{url:?}"), shown);
        }
    }
}
