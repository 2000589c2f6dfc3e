//! The Fluent files, read once. A mistake in them is logged and skipped here, and found by the tests.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use teammoa_domain::Language;

/// The texts of one language.
pub(super) type Bundle = fluent_bundle::concurrent::FluentBundle<FluentResource>;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

static KOREAN: LazyLock<Bundle> = LazyLock::new(|| read(Language::Ko));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| read(Language::En));

/// The texts of a language.
pub(super) fn of(language: Language) -> &'static Bundle {
    match language {
        Language::Ko => &KOREAN,
        Language::En => &ENGLISH,
    }
}

/// The files of a language: name and content.
pub(in crate::view) fn sources(language: Language) -> Vec<(String, String)> {
    let folder = format!("{}/", language.tag());
    Locales::iter()
        .filter(|path| path.starts_with(&folder))
        .filter_map(|path| {
            let file = Locales::get(&path)?;
            let text = String::from_utf8_lossy(&file.data).into_owned();
            Some((path.into_owned(), text))
        })
        .collect()
}

fn read(language: Language) -> Bundle {
    let locale = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // Marks for right-to-left text would end up in attributes and mails
    bundle.set_use_isolating(false);
    if let Err(error) = add_functions(&mut bundle) {
        tracing::error!(%error, "the functions of texts are there twice");
    }
    for (path, text) in sources(language) {
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
            tracing::error!(path, ?errors, "a text file has mistakes");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(path, ?errors, "a text is there twice");
        }
    }
    bundle
}

/// What texts can ask about a wait in seconds, because Fluent can't count: `UNIT($seconds)` is `minutes` where seconds say
/// little, and `MINUTES($seconds)` how many those are, rounded up.
fn add_functions(bundle: &mut Bundle) -> Result<(), FluentError> {
    bundle.add_function("UNIT", |args, _: &FluentArgs<'_>| {
        FluentValue::from(if seconds(args) > LONGEST_IN_SECONDS { "minutes" } else { "seconds" })
    })?;
    bundle
        .add_function("MINUTES", |args, _: &FluentArgs<'_>| FluentValue::from((seconds(args) / 60.0).ceil()))
}

const LONGEST_IN_SECONDS: f64 = 90.0;

fn seconds(args: &[FluentValue<'_>]) -> f64 {
    match args {
        [FluentValue::Number(number)] => number.value,
        _ => 0.0,
    }
}
