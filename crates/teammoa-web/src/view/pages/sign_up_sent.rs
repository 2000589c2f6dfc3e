//! After the sign-up form.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// The mail is on its way. The same for a taken address, so that nobody learns who has an account.
#[derive(Debug, Clone, Serialize)]
pub struct SignUpSent {
    /// Where it went, when it is known.
    pub email: Option<String>,
}

impl Page for SignUpSent {
    const TEMPLATE: &'static str = "pages/accounts/sign_up_sent.html";

    fn samples(_: Language) -> Vec<Self> {
        let email = Some("mina@example.com".to_owned());
        vec![Self { email }, Self { email: None }]
    }
}
