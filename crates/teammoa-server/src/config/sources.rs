//! Where values come from: the environment, `.env`, and the files that `NAME_FILE` points to.

use std::{
    collections::HashMap,
    ffi::OsString,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{
    Problem,
    variables::{self, Variable},
};

/// The texts that configuration is read from. An empty text counts as not set.
#[derive(Debug, Default)]
pub struct Sources {
    environment: HashMap<String, OsString>,
    dotenv: Vec<(String, String)>,
    problems: Vec<Problem>,
}

impl Sources {
    /// The environment of this process and `.env` in its working folder.
    ///
    /// `.env` is only read, never put into the environment: other processes and threads do not see it.
    #[expect(clippy::disallowed_methods, reason = "the only place that reads the environment")]
    pub fn of_process() -> Sources {
        let environment = variables::ALL
            .iter()
            .flat_map(|variable| [variable.name.to_owned(), file_name_of(variable)])
            .filter_map(|name| std::env::var_os(&name).map(|value| (name, value)))
            .collect();
        Sources { environment, ..Sources::default() }.with_dotenv(Path::new(".env"))
    }

    /// Values given directly, for tests: first those of the environment, then those of `.env`.
    pub fn of(environment: &[(&str, &str)], dotenv: &[(&str, &str)]) -> Sources {
        Sources {
            environment: environment
                .iter()
                .map(|(name, value)| ((*name).to_owned(), OsString::from(value)))
                .collect(),
            dotenv: dotenv.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            problems: Vec::new(),
        }
    }

    /// Adds the lines of a file in the format of `.env`; a missing file is no problem, a broken line is one.
    #[must_use]
    pub fn with_dotenv(mut self, path: &Path) -> Sources {
        let lines = match dotenvy::from_path_iter(path) {
            Ok(lines) => lines,
            Err(dotenvy::Error::Io(error)) if error.kind() == ErrorKind::NotFound => return self,
            Err(error) => return self.with_unreadable(path, &error),
        };
        for line in lines {
            match line {
                Ok(pair) => self.dotenv.push(pair),
                Err(error) => return self.with_unreadable(path, &error),
            }
        }
        self
    }

    fn with_unreadable(mut self, path: &Path, error: &dotenvy::Error) -> Sources {
        let what = match error {
            dotenvy::Error::LineParse(_, _) => {
                "contains a line that is not NAME=value".to_owned() // the line may hold a secret
            }
            other => format!("cannot be read ({other})"),
        };
        self.problems.push(Problem::new(
            path.display().to_string(),
            what,
            "write one NAME=value per line, values with blanks or $ in 'single quotes', comments after #",
        ));
        self
    }

    /// What was wrong with the sources themselves.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Names in `.env` that mean nothing, each with a sentence that says so.
    pub fn warnings(&self) -> Vec<String> {
        self.dotenv
            .iter()
            .map(|(name, _)| name)
            .filter(|name| !is_known(name))
            .map(|name| match variables::nearest(name) {
                Some(known) => format!(".env sets {name}, which is unknown; did you mean {known}?"),
                None => format!(".env sets {name}, which is unknown and has no effect"),
            })
            .collect()
    }

    /// The text of a variable, if it is set. The environment wins over `.env`.
    ///
    /// Fails when it is set both directly and by a file in the same place, when the file cannot be read, or when
    /// a text is not UTF-8.
    pub fn text(&self, variable: &Variable) -> Result<Option<String>, Problem> {
        let by_file = file_name_of(variable);
        let environment = [variable.name, &by_file].map(|name| {
            let value = self.environment.get(name).filter(|value| !value.is_empty());
            value.map(OsString::as_os_str)
        });
        let dotenv = [variable.name, &by_file].map(|name| {
            let mut lines = self.dotenv.iter().rev();
            let line = lines.find(|(of, value)| of == name && !value.is_empty());
            line.map(|(_, value)| value.as_ref())
        });
        let chosen = [environment, dotenv].into_iter().find(|values| values.iter().any(Option::is_some));
        match chosen {
            None | Some([None, None]) => Ok(None),
            Some([Some(_), Some(_)]) => Err(Problem::new(
                variable.name,
                format!("is set twice, also by {by_file}"),
                "remove one of them",
            )),
            Some([Some(value), None]) => match value.to_str() {
                Some(text) => Ok(Some(text.to_owned())),
                None => Err(Problem::new(variable.name, "is not UTF-8", "write it in UTF-8")),
            },
            Some([None, Some(path)]) => read_file(&by_file, Path::new(path)).map(Some),
        }
    }
}

fn file_name_of(variable: &Variable) -> String {
    format!("{}_FILE", variable.name)
}

fn is_known(name: &str) -> bool {
    variables::find(name.strip_suffix("_FILE").unwrap_or(name)).is_some()
}

/// The content of a secret's file without the newline that editors put at its end.
fn read_file(name: &str, path: &Path) -> Result<String, Problem> {
    let shown = PathBuf::from(path).display().to_string();
    let content = fs::read_to_string(path).map_err(|error| {
        Problem::new(
            name,
            format!("names {shown}, which cannot be read ({error})"),
            "correct the path, or let the user that runs TeamMoa read the file",
        )
    })?;
    match content.trim_end_matches(['\r', '\n']) {
        "" => {
            Err(Problem::new(name, format!("names {shown}, which is empty"), "write the value into the file"))
        }
        value => Ok(value.to_owned()),
    }
}
