//! What is wrong with the configuration, in words that say how to mend it.

use std::fmt;

/// One thing that is wrong with one variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The variable, or the file, that has to change.
    pub name: String,
    /// What is wrong with it; never contains the value of a secret.
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

impl Problem {
    /// Puts the three parts together.
    pub fn new(name: impl Into<String>, what: impl Into<String>, fix: impl Into<String>) -> Problem {
        Problem { name: name.into(), what: what.into(), fix: fix.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}\n      -> {}", self.name, self.what, self.fix)
    }
}

/// Everything that is wrong, shown at once: nobody wants to learn of the second problem by the second start.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Problems {
    /// What has to be mended; at least one.
    pub problems: Vec<Problem>,
    /// What may be the cause: unknown names in `.env`.
    pub warnings: Vec<String>,
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.problems.len() {
            1 => writeln!(formatter, "there is a problem with the configuration:")?,
            count => writeln!(formatter, "there are {count} problems with the configuration:")?,
        }
        for problem in &self.problems {
            write!(formatter, "\n  * {problem}")?;
        }
        for warning in &self.warnings {
            write!(formatter, "\n  * warning: {warning}")?;
        }
        write!(formatter, "\n\n`teammoa-server --help` explains every variable.")
    }
}
