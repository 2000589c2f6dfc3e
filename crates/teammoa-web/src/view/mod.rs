//! What people see: pages from templates and typed contexts, texts in every language, and the assets of the pages.
//!
//! To add a page: write `templates/pages/<noun>/<action>.html`, a context in `pages/` that implements [`Page`] with
//! samples, and its line in [`samples`]; the tests render it in every language with undefined variables as errors.

pub mod assets;
pub mod device;
mod field;
mod functions;
pub mod i18n;
mod moment;
pub mod pages;
pub mod samples;
mod shell;
mod templates;
#[cfg(test)]
mod tests;

pub use field::{Field, Fields};
pub use moment::{Moment, Reader};
pub use shell::{Flash, FlashKind, QueryPanel, Shell, ShellPerson};
pub use templates::{Page, Templates, ViewError};
