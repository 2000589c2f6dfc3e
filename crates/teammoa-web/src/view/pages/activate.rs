//! Where the link of the activation mail leads.

use serde::Serialize;
use teammoa_domain::Language;

use crate::view::Page;

/// A button that activates the account: only a click does, because mail scanners follow links.
#[derive(Debug, Clone, Serialize)]
pub struct Activate {
    /// The token of the link.
    pub token: String,
    /// The name that others see.
    pub nickname: String,
    /// The name to log in with.
    pub username: String,
}

impl Page for Activate {
    const TEMPLATE: &'static str = "pages/accounts/activate.html";

    fn samples(_: Language) -> Vec<Self> {
        vec![Self {
            token: "Zm9yLXRoZS1zYW1wbGUtb25seQ".to_owned(),
            nickname: "미나".to_owned(),
            username: "mina".to_owned(),
        }]
    }
}
