//! One-time messages: what was done is said on the next page, wherever the redirect leads.
//!
//! The message travels as the key of a Fluent text, not as text, so that it is shown in the language of the page, and
//! signed, so that nobody can put words into our pages.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use teammoa_domain::Language;

use crate::cookies;
use crate::settings::{SecretKeys, WebSettings};
use crate::view;
use crate::view::i18n::{self, Arg};

/// Name of the cookie.
pub const COOKIE: &str = "flash";

const PURPOSE: &str = "flash";
const AGE: Duration = Duration::minutes(5);

/// A message for the next page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    kind: Kind,
    key: String,
    args: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Success,
    Info,
    Error,
    Silent,
}

impl Flash {
    /// Something is done.
    pub fn success(key: impl Into<String>) -> Self {
        Self::new(Kind::Success, key)
    }

    /// Something to know.
    pub fn info(key: impl Into<String>) -> Self {
        Self::new(Kind::Info, key)
    }

    /// Something did not work.
    pub fn error(key: impl Into<String>) -> Self {
        Self::new(Kind::Error, key)
    }

    /// Only carries values to the next page and says nothing.
    pub fn silent() -> Self {
        Self::new(Kind::Silent, "")
    }

    /// A value that it carries.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.args.get(name).map(String::as_str)
    }

    /// Gives the text a value.
    #[must_use]
    pub fn arg(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.args.insert(name.into(), value.into());
        self
    }

    /// The cookie that carries the message to the next page.
    pub fn cookie(&self, settings: &WebSettings) -> Cookie<'static> {
        let data = URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default());
        let signature = settings.secret_keys.sign(PURPOSE, &data);
        let mut cookie = cookies::new(settings, COOKIE, format!("{data}.{signature}"));
        cookie.set_max_age(AGE);
        cookie
    }

    /// The message that the request brings, if it is one of ours. Whoever shows it adds [`cleared`] to the answer.
    pub fn read(request: &HttpRequest, keys: &SecretKeys) -> Option<Self> {
        let value = cookies::read(request, COOKIE)?;
        let (data, signature) = value.split_once('.')?;
        if !keys.verify(PURPOSE, data, signature) {
            return None;
        }
        let json = URL_SAFE_NO_PAD.decode(data).ok()?;
        serde_json::from_slice(&json).ok()
    }

    /// The message in the words of a page; `None` when it is silent.
    pub fn shown(&self, language: Language) -> Option<view::Flash> {
        let kind = match self.kind {
            Kind::Success => view::FlashKind::Success,
            Kind::Info => view::FlashKind::Info,
            Kind::Error => view::FlashKind::Error,
            Kind::Silent => return None,
        };
        let args: Vec<_> =
            self.args.iter().map(|(name, value)| (name.as_str(), Arg::from(value.as_str()))).collect();
        Some(view::Flash { kind, text: i18n::text(language, &self.key, &args) })
    }

    fn new(kind: Kind, key: impl Into<String>) -> Self {
        Self { kind, key: key.into(), args: BTreeMap::new() }
    }
}

/// Removes the message, also one that could not be read; `None` when the request brought none.
pub fn cleared(request: &HttpRequest, settings: &WebSettings) -> Option<Cookie<'static>> {
    cookies::read(request, COOKIE).map(|_| cookies::removal(settings, COOKIE))
}
