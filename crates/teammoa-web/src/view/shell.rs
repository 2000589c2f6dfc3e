//! What every page is told besides its own content.

use serde::Serialize;
use teammoa_domain::Language;

/// What the frame around a page shows, and what its links and forms need.
#[derive(Debug, Clone, Serialize)]
pub struct Shell {
    /// The language of the page.
    pub language: Language,
    /// The folder of the assets: `/assets/<hash>`, see [`Shell::ASSETS`] and [`assets::hash`](super::assets::hash).
    pub assets: String,
    /// Path and query of the page, to which a change of the language comes back.
    pub path: String,
    /// The token that every form sends along.
    pub csrf: String,
    /// The name of this request in the log, shown on error pages.
    pub request_id: String,
    /// Who is signed in.
    pub person: Option<ShellPerson>,
    /// The result of what was done last, shown once.
    pub flash: Option<Flash>,
    /// Whether to offer what only developers may see.
    pub development: bool,
    /// The statements of this request, in development.
    pub queries: Option<QueryPanel>,
}

impl Shell {
    /// The path under which all assets live, without their hash.
    pub const ASSETS: &'static str = "/assets";

    /// A frame for nobody at `path`: no person, no token, no message. The caller fills in what it knows.
    pub fn anonymous(language: Language, path: &str) -> Self {
        Self {
            language,
            assets: format!("{}/{}", Self::ASSETS, super::assets::hash()),
            path: path.to_owned(),
            csrf: String::new(),
            request_id: String::new(),
            person: None,
            flash: None,
            development: false,
            queries: None,
        }
    }
}

/// The signed-in person, as the header shows him or her.
#[derive(Debug, Clone, Serialize)]
pub struct ShellPerson {
    /// The name that others see.
    pub nickname: String,
    /// The name to log in with.
    pub username: String,
    /// Whether the admin area is open to this person.
    pub is_staff: bool,
}

/// A message that is shown once, on the next page.
#[derive(Debug, Clone, Serialize)]
pub struct Flash {
    /// Decides colour, icon and how insistent it is.
    pub kind: FlashKind,
    /// The message in the language of the reader.
    pub text: String,
}

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FlashKind {
    /// Something is done.
    Success,
    /// Something to know.
    Info,
    /// Something did not work.
    Error,
}

/// The statements that a page needed, for developers.
#[derive(Debug, Clone, Default, Serialize)]
pub struct QueryPanel {
    /// How many statements.
    pub count: usize,
    /// How many rows they gave.
    pub rows: usize,
    /// How long the database took, in milliseconds.
    pub db_ms: f64,
    /// The statements in order.
    pub list: Vec<String>,
}
