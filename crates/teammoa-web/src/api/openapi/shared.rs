//! What is the same for all operations and so is not said at each of them.

use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::openapi::{ContentBuilder, HeaderBuilder, ObjectBuilder, OpenApi, Ref, RefOr, Response, Type};
use utoipa::{Modify, ToSchema};

use crate::api::shapes::Problem;
use crate::csrf;
use crate::extract::SESSION_COOKIE;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const PROBLEM_JSON: &str = "application/problem+json";

/// How a person is known, and how a request shows that it comes from our own pages.
pub(super) struct Security;

/// Every body may be a form as well.
pub(super) struct Bodies;

/// Every failure is a [`Problem`], and some may happen to every request.
pub(super) struct Problems;

impl Modify for Security {
    fn modify(&self, document: &mut OpenApi) {
        let components = document.components.get_or_insert_default();
        let session = ApiKeyValue::with_description(SESSION_COOKIE, "set by logging in");
        let token = ApiKeyValue::with_description(csrf::HEADER, "the value of the cookie `csrftoken`");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(session)));
        components.add_security_scheme("csrf", SecurityScheme::ApiKey(ApiKey::Header(token)));
    }
}

impl Modify for Bodies {
    fn modify(&self, document: &mut OpenApi) {
        for item in document.paths.paths.values_mut() {
            let bodies = operations(item).filter_map(|(_, operation)| operation.request_body.as_mut());
            for body in bodies {
                if let RefOr::T(body) = body
                    && let Some(content) = body.content.get(JSON).cloned()
                {
                    body.content.insert(FORM.to_owned(), content);
                }
            }
        }
    }
}

impl Modify for Problems {
    fn modify(&self, document: &mut OpenApi) {
        for item in document.paths.paths.values_mut() {
            for (changes, operation) in operations(item) {
                describe_problems(operation, changes);
            }
        }
    }
}

/// The operations of a path, each with whether it changes something.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (bool, &mut Operation)> {
    let all = [
        (false, &mut item.get),
        (true, &mut item.post),
        (true, &mut item.put),
        (true, &mut item.patch),
        (true, &mut item.delete),
    ];
    all.into_iter().filter_map(|(changes, operation)| Some((changes, operation.as_mut()?)))
}

fn describe_problems(operation: &mut Operation, changes: bool) {
    let is_private = operation.security.is_some();
    let answers = &mut operation.responses.responses;
    let everywhere = [("401", is_private), ("403", changes), ("default", true)];
    for (status, _) in everywhere.into_iter().filter(|(_, is_possible)| *is_possible) {
        answers.entry(status.to_owned()).or_insert_with(|| Response::default().into());
    }
    for (status, answer) in answers {
        if let RefOr::T(answer) = answer
            && !status.starts_with('2')
        {
            problem(status, answer, is_private);
        }
    }
}

fn problem(status: &str, answer: &mut Response, is_private: bool) {
    let schema = Ref::from_schema_name(Problem::name());
    let content = ContentBuilder::new().schema(Some(schema)).build();
    answer.content.insert(PROBLEM_JSON.to_owned(), content.into());
    if answer.description.is_empty() {
        description(status, is_private).clone_into(&mut answer.description);
    }
    if status == "429" {
        let seconds = ObjectBuilder::new().schema_type(Type::Integer).build();
        let header = HeaderBuilder::new()
            .schema(Some(seconds))
            .description(Some("seconds until the next try makes sense"));
        answer.headers.insert("Retry-After".to_owned(), header.build().into());
    }
}

fn description(status: &str, is_private: bool) -> &'static str {
    match status {
        "401" => "nobody is logged in",
        "403" if is_private => "no CSRF token, or a foreign origin",
        "403" => "a foreign origin",
        "422" => "wrong fields: `errors` says which and why",
        "429" => "too many tries in a short time",
        _ => {
            "What may happen to every request: 400 a body that can't be read or a foreign host, 405 a wrong method, \
             413 a body that is too large, 415 a body of another type, 500 a mistake of ours, 503 not now"
        }
    }
}
