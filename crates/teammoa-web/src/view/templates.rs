//! The templates of the pages, embedded, and the one way to render them.

use rust_embed::RustEmbed;
use serde::Serialize;
use teammoa_domain::Language;
use tera::{Context, Tera};

use super::{Shell, functions};

#[derive(RustEmbed)]
#[folder = "../../templates/"]
struct Files;

/// A page could not be made: a mistake in a template or its context, never in what people typed.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// A template can't be read or rendered.
    #[error("template: {0}")]
    Template(#[from] tera::Error),
}

/// The content of a page. Its template reads it as `page`, and the frame around it as `shell`.
pub trait Page: Serialize {
    /// The template, such as `pages/teams/list.html`.
    const TEMPLATE: &'static str;

    /// Contents that show every state of the page, for tests and for looking at it.
    fn samples(language: Language) -> Vec<Self>
    where
        Self: Sized;
}

/// All templates of pages, parsed.
#[derive(Clone)]
pub struct Templates {
    tera: Tera,
}

#[derive(Serialize)]
struct PageContext<'a, P> {
    shell: &'a Shell,
    page: &'a P,
}

impl Templates {
    /// Parses all templates.
    ///
    /// # Errors
    /// When one of them has a mistake.
    pub fn new() -> Result<Self, ViewError> {
        let mut tera = Tera::new();
        functions::register(&mut tera);
        let sources = Files::iter()
            .filter(|path| path.ends_with(".html") && !path.starts_with("mail/"))
            .filter_map(|path| {
                let file = Files::get(&path)?;
                Some((path, String::from_utf8_lossy(&file.data).into_owned()))
            });
        tera.add_raw_templates(sources)?;
        Ok(Self { tera })
    }

    /// Renders a page in its frame.
    ///
    /// # Errors
    /// When the template asks for something that the context does not have.
    pub fn render<P: Page>(&self, shell: &Shell, page: &P) -> Result<String, ViewError> {
        let context = Context::from_serialize(&PageContext { shell, page })?;
        Ok(self.tera.render(P::TEMPLATE, &context)?)
    }

    /// The names of all templates.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tera.get_template_names()
    }
}
