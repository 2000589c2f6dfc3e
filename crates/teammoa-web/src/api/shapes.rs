//! Shapes that several answers share.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};
use teammoa_domain::Language;
use teammoa_service::{Page, PageRequest};
use utoipa::openapi::{Object, ObjectBuilder, Type};
use utoipa::{IntoParams, ToSchema};

use crate::extract::Visit;

/// Nothing, or a form with the CSRF token alone.
#[derive(Debug, Deserialize)]
pub(crate) struct Nothing {}

/// Whom a mail is wanted for.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct MailFor {
    /// Username or e-mail address.
    #[schema(required, example = "mina")]
    pub(crate) identifier: String,
}

/// Which part of a list is wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageQuery {
    /// The page, counted from 1.
    #[param(minimum = 1, default = 1)]
    page: Option<u32>,
    /// How many items a page has, at most 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    page_size: Option<u32>,
}

impl PageQuery {
    pub(crate) fn request(&self) -> PageRequest {
        PageRequest { number: self.page.unwrap_or(1), size: self.page_size.unwrap_or(50) }
    }
}

/// Where a page of a list stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Pagination {
    /// The page, counted from 1.
    page: u32,
    /// How many items a full page has.
    page_size: u32,
    /// Whether a page follows.
    has_next: bool,
    /// Whether a page goes before.
    has_previous: bool,
}

impl Pagination {
    pub(crate) fn of<T>(page: &Page<T>) -> Self {
        Self {
            page: page.number,
            page_size: page.size,
            has_next: page.has_next,
            has_previous: page.number > 1,
        }
    }

    /// A list that is short enough for one page.
    pub(crate) fn of_one_page(count: usize) -> Self {
        let page_size = u32::try_from(count).unwrap_or(u32::MAX);
        Self { page: 1, page_size, has_next: false, has_previous: false }
    }
}

/// What went wrong (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(title = "Problem")]
pub(crate) struct Problem {
    /// `urn:teammoa:problem:` and the code.
    r#type: String,
    /// What happened, in the language of the request.
    title: String,
    /// The HTTP status.
    status: u16,
    /// A stable name for programs, such as `not-found` or `invalid`.
    code: String,
    /// Why.
    detail: String,
    /// What to do now.
    #[schema(nullable = false)]
    hint: Option<String>,
    /// The wrong fields, with what is wrong with each.
    #[schema(nullable = false)]
    errors: Option<std::collections::BTreeMap<String, Vec<FieldProblem>>>,
    /// Facts for those who look after the server, where there are any.
    #[schema(nullable = false)]
    extra: Option<std::collections::BTreeMap<String, String>>,
    /// The name of the request in the log.
    request_id: String,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FieldProblem {
    /// A stable name for programs, such as `required` or `too-long`.
    code: String,
    /// The same in the language of the request.
    message: String,
}

/// A language as programs read and write it.
pub(crate) fn language() -> Object {
    let tags = Language::ALL.map(Language::tag);
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(tags)).build()
}

/// Done later: 202 without a body.
pub(crate) fn accepted(visit: &Visit) -> HttpResponse {
    let mut response = visit.no_content();
    *response.status_mut() = StatusCode::ACCEPTED;
    response
}
