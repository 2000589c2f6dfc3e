//! A link to a new address that does nothing any more.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// What may have happened to the link, and what to do now. It says neither the account nor the address.
#[derive(Debug, Clone, Serialize)]
pub struct ConfirmEmailDead {}

impl Page for ConfirmEmailDead {
    const TEMPLATE: &'static str = "pages/accounts/confirm_email_dead.html";

    fn samples(_: Language) -> Vec<Self> {
        vec![Self {}]
    }
}
