//! Forms that come back: with what was typed, what is wrong with it, and the status that says so.

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderValue};
use teammoa_domain::FieldErrors;

use crate::extract::Visit;
use crate::failure::Failure;
use crate::view::{Page, i18n};

/// Shows a form again. `page` makes it from the wrong fields and, when the fields are fine, from the words for what went
/// wrong. A failure that is no answer to what was typed goes on to the error page.
pub(crate) fn form<P: Page>(
    visit: &Visit,
    failure: Failure,
    page: impl FnOnce(&FieldErrors, Option<String>) -> P,
) -> Result<HttpResponse, Failure> {
    let problem = problem(visit, &failure);
    if problem.is_none() && failure.fields.is_empty() {
        return Err(failure);
    }
    let mut response = visit.render_as(failure.status, &page(&failure.fields, problem))?;
    if let Some(seconds) = failure.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

fn problem(visit: &Visit, failure: &Failure) -> Option<String> {
    let detail = failure.detail.as_ref()?;
    let seconds = failure.retry_after.map(|seconds| ("seconds", i18n::Arg::from(seconds)));
    Some(i18n::text(visit.language, &detail.key, seconds.as_slice()))
}
