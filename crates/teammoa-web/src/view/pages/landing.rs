//! The front door.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// What TeamMoa is, for those who have never seen it.
#[derive(Debug, Clone, Serialize)]
pub struct Landing {}

impl Page for Landing {
    const TEMPLATE: &'static str = "pages/landing.html";

    fn samples(_: Language) -> Vec<Self> {
        vec![Self {}]
    }
}
