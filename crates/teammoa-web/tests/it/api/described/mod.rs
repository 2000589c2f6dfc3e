//! The description of the API as a judge: every answer that a test gets from the API is held against it.

mod schema;
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use actix_web::http::{Method, StatusCode};
use serde_json::Value;
use teammoa_web::openapi;

use crate::answer::Answer;
use schema::Shape;

/// What may happen to every request, and so is described once, as `default`. Each other status is listed where it happens.
const EVERYWHERE: [u16; 7] = [400, 403, 405, 413, 415, 500, 503];

static OURS: LazyLock<Description> =
    LazyLock::new(|| Description::new(&serde_json::to_value(openapi()).unwrap()));

/// Fails the test when an answer of the API is not as described. Other answers are nobody's business here.
pub(crate) fn check(method: &Method, path: &str, answer: &Answer) {
    if let Err(why) = OURS.check(method, path, answer) {
        panic!(
            "{method} {path} is answered otherwise than described: {why}\n{} {}",
            answer.status, answer.body
        );
    }
}

/// What a document says about answers.
pub(crate) struct Description {
    operations: Vec<Operation>,
    problem: Shape,
}

struct Operation {
    path: String,
    method: Method,
    answers: BTreeMap<String, Described>,
}

struct Described {
    headers: Vec<String>,
    content: BTreeMap<String, Shape>,
}

impl Description {
    pub(crate) fn new(document: &Value) -> Self {
        let problem = serde_json::json!({ "$ref": "#/components/schemas/Problem" });
        let mut operations = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let method = method.to_uppercase().parse().unwrap();
                let answers = operation["responses"].as_object().unwrap().iter();
                let answers =
                    answers.map(|(status, answer)| (status.clone(), Described::new(answer, document)));
                operations.push(Operation { path: path.clone(), method, answers: answers.collect() });
            }
        }
        Self { operations, problem: Shape::new(&problem, document) }
    }

    /// `Err` says what is not as described.
    pub(crate) fn check(&self, method: &Method, path: &str, answer: &Answer) -> Result<(), String> {
        if !path.starts_with("/api/v1/") {
            return Ok(());
        }
        // A path without parameters goes before one with them
        let template = self
            .operations
            .iter()
            .map(|operation| operation.path.as_str())
            .filter(|template| fits(template, path))
            .min_by_key(|template| template.matches('{').count());
        let Some(template) = template else { return self.check_undescribed(StatusCode::NOT_FOUND, answer) };
        let asked = if *method == Method::HEAD { &Method::GET } else { method };
        let operation = self.operations.iter().find(|it| it.path == template && it.method == *asked);
        let Some(operation) = operation else {
            return self.check_undescribed(StatusCode::METHOD_NOT_ALLOWED, answer);
        };
        let status = answer.status.as_str();
        let described = operation.answers.get(status).or_else(|| {
            let is_common = EVERYWHERE.contains(&answer.status.as_u16());
            operation.answers.get("default").filter(|_| is_common)
        });
        let described = described.ok_or_else(|| format!("{status} is not described"))?;
        described.check(answer, *method == Method::HEAD)
    }

    /// What is not in the document has no answer but a problem, or a redirect to the path with its slash.
    fn check_undescribed(&self, status: StatusCode, answer: &Answer) -> Result<(), String> {
        match answer.status {
            StatusCode::PERMANENT_REDIRECT => Ok(()),
            found if found == status => self.problem.check(&answer.json()),
            found => Err(format!("not in the document, and so {status} and not {found}")),
        }
    }
}

impl Described {
    fn new(answer: &Value, document: &Value) -> Self {
        let headers = answer["headers"].as_object().into_iter().flatten();
        let content = answer["content"].as_object().into_iter().flatten();
        let shape =
            |(kind, content): (&String, &Value)| (kind.clone(), Shape::new(&content["schema"], document));
        Self {
            headers: headers.map(|(name, _)| name.clone()).collect(),
            content: content.map(shape).collect(),
        }
    }

    fn check(&self, answer: &Answer, is_head: bool) -> Result<(), String> {
        if let Some(name) = self.headers.iter().find(|name| !answer.headers.contains_key(name.as_str())) {
            return Err(format!("the header {name} is missing"));
        }
        if self.content.is_empty() {
            return if answer.body.is_empty() { Ok(()) } else { Err("no body is described".to_owned()) };
        }
        let kind = answer.header("content-type");
        let shape = self.content.get(kind).ok_or_else(|| format!("the type {kind:?} is not described"))?;
        if is_head { Ok(()) } else { shape.check(&answer.json()) }
    }
}

fn fits(template: &str, path: &str) -> bool {
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    let same = |(described, real): (&&str, &&str)| {
        described == real || (described.starts_with('{') && !real.is_empty())
    };
    template.len() == path.len() && template.iter().zip(&path).all(same)
}
