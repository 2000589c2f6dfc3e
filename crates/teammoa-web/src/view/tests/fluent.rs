//! Reads the Fluent files: which texts there are, and what each has to be given.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use teammoa_domain::Language;

use crate::view::i18n;

/// Stands before the key of a text that another one has inside.
const INNER: &str = "text ";

/// The keys of a language with the arguments of each, those of texts inside it included.
pub(super) fn texts(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts = written(language);
    let alone = texts.clone();
    for names in texts.values_mut() {
        let inner: Vec<_> = names.iter().filter_map(|name| alone.get(name.strip_prefix(INNER)?)).collect();
        let inner: Vec<_> = inner.into_iter().flatten().cloned().collect();
        names.extend(inner);
        names.retain(|name| !name.starts_with(INNER));
    }
    texts
}

/// The keys of a language with what each refers to: arguments, and other texts behind [`INNER`].
fn written(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts = BTreeMap::new();
    for (path, source) in i18n::sources(language) {
        let resource = fluent_syntax::parser::parse(source.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let key = message.id.name.to_owned();
                let mut names = BTreeSet::new();
                collect(&message.value.expect("a text"), &mut names);
                assert!(texts.insert(key.clone(), names).is_none(), "{path}: {key} is there twice");
            }
        }
    }
    texts
}

fn collect(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => name(inline, names),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                name(selector, names);
                for variant in variants {
                    collect(&variant.value, names);
                }
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn name(expression: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            names.insert(format!("{INNER}{}", id.name));
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| name(argument, names));
        }
        _ => {}
    }
}
