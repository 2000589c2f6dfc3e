//! After the form for those who forgot their password.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// The same whether there is such an account or not, so that nobody learns who has one.
#[derive(Debug, Clone, Serialize)]
pub struct ForgotPasswordSent {}

impl Page for ForgotPasswordSent {
    const TEMPLATE: &'static str = "pages/accounts/forgot_password_sent.html";

    fn samples(_: Language) -> Vec<Self> {
        vec![Self {}]
    }
}
