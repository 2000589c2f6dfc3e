//! Reads variables one after the other and remembers everything that was wrong.

use super::{
    Problem, Sources,
    values::Wrong,
    variables::{Default, Variable},
};

/// Something is wrong, and the reader has noted what. What can be read is read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted;

/// Asks the sources for one variable after the other.
pub(super) struct Reader<'a> {
    sources: &'a Sources,
    problems: Vec<Problem>,
    read: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(sources: &'a Sources) -> Reader<'a> {
        Reader { sources, problems: sources.problems().to_vec(), read: Vec::new() }
    }

    /// A variable that need not be set.
    pub(super) fn optional<T>(
        &mut self,
        variable: Variable,
        parse: impl FnOnce(&str) -> Result<T, Wrong>,
    ) -> Result<Option<T>, Noted> {
        self.read.push(variable.name);
        let text = match self.sources.text(&variable) {
            Ok(Some(text)) => text,
            Ok(None) => return Ok(None),
            Err(problem) => {
                self.problems.push(problem);
                return Err(Noted);
            }
        };
        parse(text.trim()).map(Some).map_err(|Wrong { what, fix }| {
            let shown = if variable.secret { "(not shown)".to_owned() } else { format!("{text:?}") };
            self.wrong(variable, format!("{shown} {what}"), fix)
        })
    }

    /// A variable whose default is a text of the table.
    pub(super) fn value<T>(
        &mut self,
        variable: Variable,
        parse: impl Fn(&str) -> Result<T, Wrong>,
    ) -> Result<T, Noted> {
        if let Some(value) = self.optional(variable, &parse)? {
            return Ok(value);
        }
        let default = match variable.default {
            Default::Text(text) => parse(text).ok(),
            Default::None | Default::Computed(_) => None,
        };
        default
            .ok_or_else(|| self.wrong(variable, "has a default that cannot be read", "report this as a bug"))
    }

    /// A variable whose default is worked out.
    pub(super) fn value_or<T>(
        &mut self,
        variable: Variable,
        parse: impl FnOnce(&str) -> Result<T, Wrong>,
        default: impl FnOnce() -> T,
    ) -> Result<T, Noted> {
        Ok(self.optional(variable, parse)?.unwrap_or_else(default))
    }

    /// Notes a problem; the callers' own ones, too.
    pub(super) fn wrong(
        &mut self,
        variable: Variable,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Noted {
        self.problems.push(Problem::new(variable.name, what, fix));
        Noted
    }

    /// What was wrong, and which variables were asked for.
    pub(super) fn finish(self) -> (Vec<Problem>, Vec<&'static str>) {
        (self.problems, self.read)
    }
}
