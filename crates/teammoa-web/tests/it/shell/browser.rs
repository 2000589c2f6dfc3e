//! A browser with a cookie jar that follows redirects.

use std::collections::BTreeMap;

use actix_web::cookie::time::Duration;
use actix_web::http::header::{self, HeaderValue};
use url::Url;

use super::site::{Site, get};
use crate::answer::Answer;

/// The proxy in front of the site: what it adds to a request that came by the scheme of this address.
pub(super) type Proxy<'a> = &'a dyn Fn(&Url) -> Vec<(String, String)>;

pub(super) struct Browser<'a> {
    pub(super) site: &'a Site,
    /// Address of the proxy, as the site sees it.
    pub(super) peer: &'a str,
    pub(super) proxy: Proxy<'a>,
    /// A cookie line of some other program, sent along everywhere.
    pub(super) foreign_cookies: Option<&'a [u8]>,
    jar: BTreeMap<(String, String), Kept>,
}

#[derive(Debug)]
struct Kept {
    value: String,
    secure: bool,
}

/// Where a visit ended.
#[derive(Debug)]
pub(super) struct Visit {
    pub(super) redirects: usize,
    pub(super) url: Url,
    pub(super) last: Answer,
}

impl<'a> Browser<'a> {
    pub(super) fn new(site: &'a Site, peer: &'a str, proxy: Proxy<'a>) -> Self {
        Self { site, peer, proxy, foreign_cookies: None, jar: BTreeMap::new() }
    }

    pub(super) fn keep(&mut self, host: &str, name: &str, value: &str) {
        let kept = Kept { value: value.to_owned(), secure: false };
        self.jar.insert((host.to_owned(), name.to_owned()), kept);
    }

    pub(super) fn has(&self, host: &str, name: &str) -> bool {
        self.jar.contains_key(&(host.to_owned(), name.to_owned()))
    }

    /// Opens an address and follows redirects, twenty at most, as browsers do.
    pub(super) async fn open(&mut self, url: &str) -> Visit {
        let mut url: Url = url.parse().unwrap();
        let mut redirects = 0;
        loop {
            let last = self.ask(&url).await;
            if !last.status.is_redirection() || redirects == 20 {
                return Visit { redirects, url, last };
            }
            redirects += 1;
            url = url.join(last.header("location")).unwrap();
        }
    }

    async fn ask(&mut self, url: &Url) -> Answer {
        let host = url.host_str().unwrap().to_owned();
        let named = url.port().map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
        let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
        let mut request = get(self.peer, &named, path);
        for (name, value) in (self.proxy)(url) {
            request = request.append_header((name, value));
        }
        let mine = self
            .jar
            .iter()
            .filter(|((at, _), kept)| *at == host && (!kept.secure || url.scheme() == "https"));
        let mine = mine.map(|((_, name), kept)| format!("{name}={}", kept.value));
        let mine = mine.map(String::into_bytes);
        let cookies: Vec<_> = self.foreign_cookies.map(<[u8]>::to_vec).into_iter().chain(mine).collect();
        if !cookies.is_empty() {
            let line = HeaderValue::from_bytes(&cookies.join(&b"; "[..])).unwrap();
            request = request.append_header((header::COOKIE, line));
        }
        let answer = self.site.send(request).await;
        for line in answer.cookies() {
            self.store(&host, &line, url.scheme() == "https");
        }
        answer
    }

    fn store(&mut self, host: &str, line: &str, over_https: bool) {
        let cookie = actix_web::cookie::Cookie::parse(line.to_owned()).unwrap();
        let secure = cookie.secure().unwrap_or(false);
        if secure && !over_https {
            return;
        }
        assert_eq!(cookie.path(), Some("/"), "{line}");
        let key = (host.to_owned(), cookie.name().to_owned());
        if cookie.max_age().is_some_and(Duration::is_zero) {
            self.jar.remove(&key);
        } else {
            self.jar.insert(key, Kept { value: cookie.value().to_owned(), secure });
        }
    }
}
