//! What the web layer has to know about the installation. The server fills it from its configuration;
//! nothing here reads the environment.

mod allowed_hosts;
mod secret_keys;

use std::time::Duration;

use ipnet::IpNet;
use teammoa_domain::Language;
use url::Url;

pub use allowed_hosts::AllowedHosts;
pub(crate) use allowed_hosts::host_without_port;
pub use secret_keys::SecretKeys;

/// The settings that pages, API and middleware share, handed to them as `web::Data<WebSettings>`.
#[derive(Debug, Clone)]
pub struct WebSettings {
    /// Public address of the site: allowed origin, target of the HTTPS redirect, Secure flag of cookies.
    pub site_url: Url,
    /// Shows timings and queries; never on in production.
    pub development: bool,
    /// Sign CSRF tokens and one-time messages.
    pub secret_keys: SecretKeys,
    /// Hosts that requests may name.
    pub allowed_hosts: AllowedHosts,
    /// Sends plain requests to https.
    pub ssl_redirect: bool,
    /// Peers whose `X-Forwarded-*` and `Forwarded` count.
    pub trusted_proxies: Vec<IpNet>,
    /// For visitors whose language is not known.
    pub default_language: Language,
    /// Cookie that a balancer may bind visitors by; off when `None`.
    pub sticky_cookie: Option<StickyCookie>,
}

/// The application cookie for balancers with sticky sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StickyCookie {
    /// Name that the balancer is configured with.
    pub name: String,
    /// How long a browser keeps it.
    pub max_age: Duration,
}

impl WebSettings {
    /// Whether cookies carry `Secure`: exactly when the public address is https.
    pub fn secure_cookies(&self) -> bool {
        self.site_url.scheme() == "https"
    }

    /// Whether https is meant to be used here at all; without it, HSTS would lock visitors out of a plain site.
    pub fn https_intended(&self) -> bool {
        self.secure_cookies() || self.ssl_redirect
    }
}
