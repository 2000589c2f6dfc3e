//! A link that does nothing any more.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// What may have happened to an activation link, and what to do now. It does not say which account it was for.
#[derive(Debug, Clone, Serialize)]
pub struct ActivationDead {}

impl Page for ActivationDead {
    const TEMPLATE: &'static str = "pages/accounts/activation_dead.html";

    fn samples(_: Language) -> Vec<Self> {
        vec![Self {}]
    }
}
