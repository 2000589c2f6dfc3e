//! Failures for programs: RFC 9457 problem details.

use std::collections::BTreeMap;

use serde::Serialize;
use teammoa_domain::Language;

use super::{Failure, words::Words};
use crate::view::i18n;

/// The content type of [`Problem`].
pub(super) const CONTENT_TYPE: &str = "application/problem+json";

/// The body of a failed API call.
#[derive(Debug, Serialize)]
pub(super) struct Problem {
    #[serde(rename = "type")]
    kind: String,
    title: String,
    status: u16,
    code: &'static str,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    errors: BTreeMap<&'static str, Vec<FieldProblem>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extra: BTreeMap<String, String>,
    request_id: String,
}

#[derive(Debug, Serialize)]
struct FieldProblem {
    code: &'static str,
    message: String,
}

impl Problem {
    pub(super) fn of(failure: &Failure, language: Language, request_id: &str) -> Self {
        let words = Words::of(failure, language);
        let mut errors = BTreeMap::<_, Vec<_>>::new();
        for (field, invalid) in failure.fields.iter() {
            errors.entry(field).or_default().push(FieldProblem {
                code: invalid.code(),
                message: i18n::invalid(language, field, invalid),
            });
        }
        Self {
            kind: format!("urn:teammoa:problem:{}", failure.code),
            title: words.title,
            status: failure.status.as_u16(),
            code: failure.code,
            detail: words.text,
            hint: words.hint,
            errors,
            extra: failure.extra.iter().cloned().collect(),
            request_id: request_id.into(),
        }
    }
}
