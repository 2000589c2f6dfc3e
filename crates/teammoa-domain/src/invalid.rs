//! What can be wrong with a value that somebody typed.

/// What is wrong with one value. The words for it are the reader's business: they have a stable [`code`](Self::code).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum Invalid {
    /// Nothing was given.
    Required,
    /// Fewer characters than `min`.
    TooShort {
        /// The fewest characters allowed.
        min: usize,
    },
    /// More characters than `max`.
    TooLong {
        /// The most characters allowed.
        max: usize,
    },
    /// Not of the form that is asked for, or with characters that are not allowed.
    Malformed,
    /// A number outside its range.
    OutOfRange {
        /// The smallest number allowed.
        min: usize,
        /// The largest number allowed.
        max: usize,
    },
    /// A password that many people use.
    Common,
    /// A password of digits alone.
    OnlyDigits,
    /// A password much like the person's other data.
    TooSimilar,
    /// Two values that should be the same are not.
    Mismatch,
    /// Somebody else has it.
    Taken,
}

impl Invalid {
    /// A stable name for programs and translations, such as `too-short`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooShort { .. } => "too-short",
            Self::TooLong { .. } => "too-long",
            Self::Malformed => "malformed",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Common => "common",
            Self::OnlyDigits => "only-digits",
            Self::TooSimilar => "too-similar",
            Self::Mismatch => "mismatch",
            Self::Taken => "taken",
        }
    }

    /// The lower limit that was missed, if there is one.
    pub const fn min(&self) -> Option<usize> {
        match self {
            Self::TooShort { min } | Self::OutOfRange { min, .. } => Some(*min),
            _ => None,
        }
    }

    /// The upper limit that was missed, if there is one.
    pub const fn max(&self) -> Option<usize> {
        match self {
            Self::TooLong { max } | Self::OutOfRange { max, .. } => Some(*max),
            _ => None,
        }
    }
}

/// The wrong fields of a form, in the order in which they were found. A field may have more than one error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<(&'static str, Invalid)>);

impl FieldErrors {
    /// No errors yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One wrong field.
    pub fn one(field: &'static str, invalid: Invalid) -> Self {
        Self(vec![(field, invalid)])
    }

    /// Adds an error.
    pub fn push(&mut self, field: &'static str, invalid: Invalid) {
        self.0.push((field, invalid));
    }

    /// Keeps the value of a field, or notes its error: so that a form is told of all its errors at once.
    pub fn check<T>(&mut self, field: &'static str, value: Result<T, Invalid>) -> Option<T> {
        value.map_err(|invalid| self.push(field, invalid)).ok()
    }

    /// Whether all is well.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first error of a field.
    pub fn get(&self, field: &str) -> Option<&Invalid> {
        self.iter().find(|(name, _)| *name == field).map(|(_, invalid)| invalid)
    }

    /// All errors with their fields.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Invalid)> {
        self.0.iter().map(|(field, invalid)| (*field, invalid))
    }
}
