//! Texts in the languages of the product, from the Fluent files in `locales/`.

mod bundles;

use fluent_bundle::{FluentArgs, FluentValue};
use teammoa_domain::{Invalid, Language};

#[cfg(test)]
pub(in crate::view) use bundles::sources;

/// A value that a text is given.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Put into the text as it is.
    Text(String),
    /// A number, which may also choose between singular and plural.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! arg_from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            #[expect(clippy::cast_precision_loss, reason = "counts in texts stay far below 2^52")]
            fn from(number: $number) -> Self {
                Self::Number(number as f64)
            }
        }
    )*};
}
arg_from_number!(i64, u64, usize);

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// A text that can't be given: a mistake in a template, in the code or in a Fluent file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// There is no such text.
    #[error("no text `{key}` in {}", language.tag())]
    Unknown {
        /// The key that was asked for.
        key: String,
        /// The language that was asked for.
        language: Language,
    },
    /// The text needs something that it was not given.
    #[error("text `{key}` in {}: {problems}", language.tag())]
    Incomplete {
        /// The key that was asked for.
        key: String,
        /// The language that was asked for.
        language: Language,
        /// What Fluent says.
        problems: String,
    },
}

/// The text of `key`. A mistake gives the key itself and a line in the log, because half a page is better than none.
pub fn text(language: Language, key: &str, args: &[(&str, Arg)]) -> String {
    try_text(language, key, args).unwrap_or_else(|error| {
        tracing::error!(%error, "a text can't be shown");
        key.to_owned()
    })
}

/// The text of `key`.
///
/// # Errors
/// When there is no such key, or an argument is missing.
pub fn try_text(language: Language, key: &str, args: &[(&str, Arg)]) -> Result<String, TextError> {
    let bundle = bundles::of(language);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        let key = key.to_owned();
        return Err(TextError::Unknown { key, language });
    };
    let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, value(arg))).collect();
    let mut problems = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut problems);
    if problems.is_empty() {
        return Ok(text.into_owned());
    }
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    Err(TextError::Incomplete { key: key.to_owned(), language, problems: problems.join("; ") })
}

/// Whether there is a text of this key.
pub fn has(language: Language, key: &str) -> bool {
    bundles::of(language).has_message(key)
}

/// What is wrong with a field: `invalid-<field>-<code>` where it exists, else `invalid-<code>`. `_` in names of fields
/// becomes `-`.
pub fn invalid(language: Language, field: &str, invalid: &Invalid) -> String {
    let code = invalid.code();
    let own = format!("invalid-{}-{code}", field.replace('_', "-"));
    let key = if has(language, &own) { own } else { format!("invalid-{code}") };
    let limits = [("min", invalid.min()), ("max", invalid.max())];
    let args: Vec<_> =
        limits.into_iter().filter_map(|(name, limit)| Some((name, Arg::from(limit?)))).collect();
    text(language, &key, &args)
}

fn value(arg: &Arg) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}
