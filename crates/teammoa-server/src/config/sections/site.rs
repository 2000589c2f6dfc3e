use std::{net::SocketAddr, time::Duration};

use ipnet::IpNet;
use teammoa_domain::Language;
use teammoa_web::settings::StickyCookie;
use url::Url;

use crate::config::{
    reader::{Noted, Reader},
    values::{self, Wrong},
    variables,
};

/// `TEAMMOA_ENV`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Environment {
    /// Everything works without configuration; `/dev/` pages help.
    Development,
    /// Nothing is guessed that matters for safety.
    Production,
}

impl Environment {
    pub(in crate::config) fn read(reader: &mut Reader<'_>) -> Result<Environment, Noted> {
        reader.value(variables::TEAMMOA_ENV, |text| match text {
            "development" => Ok(Environment::Development),
            "production" => Ok(Environment::Production),
            _ => Err(Wrong::new("is no environment", "write development or production")),
        })
    }
}

/// The address of a site that nobody configured.
const LOCAL: &str = "http://localhost:8000";

/// The site and who may talk to it.
#[derive(Debug)]
pub struct SiteConfig {
    /// `BIND`.
    pub bind: SocketAddr,
    /// `METRICS_BIND`; nothing uses it yet.
    pub metrics_bind: Option<SocketAddr>,
    /// `SITE_URL`, without a path. See [`SiteConfig::url_at`].
    url: Url,
    url_is_default: bool,
    /// `ALLOWED_HOSTS`, which adds to those that always work.
    pub more_hosts: Vec<String>,
    ssl_redirect: Option<bool>,
    /// `TRUSTED_PROXIES`.
    pub trusted_proxies: Vec<IpNet>,
    /// `STICKY_COOKIE_NAME` and `STICKY_COOKIE_MAX_AGE`.
    pub sticky_cookie: Option<StickyCookie>,
    /// `TIME_ZONE`.
    pub time_zone: String,
    /// `DEFAULT_LANGUAGE`.
    pub default_language: Language,
}

impl SiteConfig {
    pub(in crate::config) fn read(
        reader: &mut Reader<'_>,
        environment: Result<Environment, Noted>,
    ) -> Result<SiteConfig, Noted> {
        let bind = reader.value(variables::BIND, socket_address);
        let metrics_bind = reader.optional(variables::METRICS_BIND, socket_address);
        let url = reader.optional(variables::SITE_URL, site_url);
        if url == Ok(None) && environment == Ok(Environment::Production) {
            reader.wrong(
                variables::SITE_URL,
                "is missing, and production needs it",
                "set it to the public address of the site, for instance https://teammoa.example.com",
            );
        }
        let more_hosts = reader.value_or(variables::ALLOWED_HOSTS, host_names, Vec::new);
        let ssl_redirect = reader.optional(variables::SECURE_SSL_REDIRECT, values::switch);
        let trusted_proxies = reader.value(variables::TRUSTED_PROXIES, values::networks);
        let cookie_name = reader.optional(variables::STICKY_COOKIE_NAME, cookie_name);
        let cookie_age = reader.value(variables::STICKY_COOKIE_MAX_AGE, values::number);
        let time_zone = reader.value(variables::TIME_ZONE, time_zone);
        let default_language = reader.value(variables::DEFAULT_LANGUAGE, |text| {
            Language::from_tag(text).ok_or_else(|| Wrong::new("is no language of TeamMoa", "write ko or en"))
        });
        let url = url?;
        let max_age = Duration::from_secs(cookie_age? as u64);
        Ok(SiteConfig {
            bind: bind?,
            metrics_bind: metrics_bind?,
            url_is_default: url.is_none(),
            url: match url {
                Some(url) => url,
                None => site_url(LOCAL)
                    .map_err(|Wrong { what, fix }| reader.wrong(variables::SITE_URL, what, fix))?,
            },
            more_hosts: more_hosts?,
            ssl_redirect: ssl_redirect?,
            trusted_proxies: trusted_proxies?,
            sticky_cookie: cookie_name?.map(|name| StickyCookie { name, max_age }),
            time_zone: time_zone?,
            default_language: default_language?,
        })
    }

    /// The public address of a site that listens on `address`: the configured one, or else localhost with that port.
    pub fn url_at(&self, address: SocketAddr) -> Url {
        let mut url = self.url.clone();
        if self.url_is_default && address.port() != 0 && url.set_port(Some(address.port())).is_err() {
            tracing::debug!("an http address takes any port");
        }
        url
    }

    /// The public address as far as it is known before the site listens.
    pub fn url(&self) -> Url {
        self.url_at(self.bind)
    }

    /// Whether plain requests are redirected to https.
    pub fn ssl_redirect(&self) -> bool {
        self.ssl_redirect.unwrap_or_else(|| self.url.scheme() == "https")
    }
}

fn socket_address(text: &str) -> Result<SocketAddr, Wrong> {
    text.parse().map_err(|error| {
        Wrong::new(
            format!("is not an address with a port ({error})"),
            "write for instance 127.0.0.1:8000, 0.0.0.0:8000 or [::]:8000",
        )
    })
}

fn site_url(text: &str) -> Result<Url, Wrong> {
    let example = "https://teammoa.example.com";
    let mut url = values::service_url(text, &["http", "https"], example)?;
    let bare = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    if !matches!(url.path(), "" | "/") || !bare || url.password().is_some() {
        return Err(Wrong::new(
            "has more than a scheme, a host and a port",
            format!("write only the beginning of the address: {example}"),
        ));
    }
    url.set_path("");
    Ok(url)
}

fn host_names(text: &str) -> Result<Vec<String>, Wrong> {
    let hosts = values::list(text);
    match hosts.iter().find(|host| host.contains(['/', '@', ' ', '?', '#'])) {
        None => Ok(hosts),
        Some(host) => Err(Wrong::new(
            format!("contains {host:?}, which is no host name"),
            "write names with commas between them, without https:// and paths: teammoa.example.com, .example.org",
        )),
    }
}

fn cookie_name(text: &str) -> Result<String, Wrong> {
    let is_token = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    if text.chars().all(is_token) {
        return Ok(text.to_owned());
    }
    Err(Wrong::new("is no name for a cookie", "use letters, digits, - and _, for instance app_cookie"))
}

fn time_zone(text: &str) -> Result<String, Wrong> {
    match text.parse::<chrono_tz::Tz>() {
        Ok(zone) => Ok(zone.name().to_owned()),
        Err(error) => Err(Wrong::new(
            format!("is no time zone ({error})"),
            "write a name of the IANA database, for instance Asia/Seoul or Europe/Berlin",
        )),
    }
}
