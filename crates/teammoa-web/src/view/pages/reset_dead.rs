//! A link to a new password that does nothing any more.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// What may have happened to the link, and what to do now. It does not say which account it was for.
#[derive(Debug, Clone, Serialize)]
pub struct ResetDead {}

impl Page for ResetDead {
    const TEMPLATE: &'static str = "pages/accounts/reset_dead.html";

    fn samples(_: Language) -> Vec<Self> {
        vec![Self {}]
    }
}
