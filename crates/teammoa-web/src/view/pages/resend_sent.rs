//! After the form to get the activation mail again.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// The same whether there is such an account or not, so that nobody learns who has one.
#[derive(Debug, Clone, Serialize)]
pub struct ResendSent {}

impl Page for ResendSent {
    const TEMPLATE: &'static str = "pages/accounts/resend_sent.html";

    fn samples(_: Language) -> Vec<Self> {
        vec![Self {}]
    }
}
