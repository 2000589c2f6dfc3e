//! Where the link of the mail to a new address leads.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// A button that changes the address: only a click does, because mail scanners follow links.
#[derive(Debug, Clone, Serialize)]
pub struct ConfirmEmail {
    /// The token of the link.
    pub token: String,
    /// The new address.
    pub address: String,
}

impl Page for ConfirmEmail {
    const TEMPLATE: &'static str = "pages/accounts/confirm_email.html";

    fn samples(_: Language) -> Vec<Self> {
        vec![Self {
            token: "Zm9yLXRoZS1zYW1wbGUtb25seQ".to_owned(),
            address: "mina.kim@new.example.com".to_owned(),
        }]
    }
}
