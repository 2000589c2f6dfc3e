//! A browser or a program with a cookie jar.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::SocketAddr;

use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use actix_web::http::{Method, header};
use actix_web::test::TestRequest;
use serde_json::Value;

use super::{HOST, TestApp};
use crate::answer::Answer;

/// Somebody who visits the site. Cookies are kept, redirects are not followed.
pub(crate) struct Client {
    app: TestApp,
    jar: RefCell<BTreeMap<String, String>>,
}

impl Client {
    pub(super) fn new(app: TestApp) -> Self {
        Self { app, jar: RefCell::default() }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(TestRequest::get().uri(path)).await
    }

    /// Fills in the form that `page` shows for `action`, hidden fields included, and sends it.
    pub(crate) async fn submit(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let hidden = self.get(page).await.expect(200).hidden(action);
        assert!(!hidden.is_empty(), "{page} has no form for {action}");
        let typed = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let all: Vec<_> = hidden.into_iter().chain(typed).collect();
        self.send(TestRequest::post().uri(action).set_form(all)).await
    }

    /// Sends a form without having looked at its page.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(TestRequest::post().uri(path).set_form(fields)).await
    }

    /// Sends JSON as our own scripts do, with the token in the header.
    pub(crate) async fn post_json(&self, path: &str, value: &Value) -> Answer {
        self.send(self.with_token(TestRequest::post().uri(path).set_json(value))).await
    }

    /// As [`post_json`](Self::post_json), to change a part of something.
    pub(crate) async fn patch_json(&self, path: &str, value: &Value) -> Answer {
        self.send(self.with_token(TestRequest::patch().uri(path).set_json(value))).await
    }

    /// Takes something away, with the token in the header.
    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(self.with_token(TestRequest::delete().uri(path))).await
    }

    /// Sends nothing but a token, as JSON to the API and as a form elsewhere.
    pub(crate) async fn post_json_or_form(&self, path: &str) -> Answer {
        if path.starts_with("/api/") {
            return self.post_json(path, &serde_json::json!({})).await;
        }
        self.send(self.with_token(TestRequest::post().uri(path).set_form([("language", "en")]))).await
    }

    fn with_token(&self, request: TestRequest) -> TestRequest {
        match self.cookie("csrftoken") {
            Some(token) => request.insert_header(("X-CSRFToken", token)),
            None => request,
        }
    }

    /// A request with nothing but its method.
    pub(crate) async fn bare(&self, method: Method, path: &str) -> Answer {
        self.send(TestRequest::default().method(method).uri(path)).await
    }

    pub(crate) async fn send(&self, request: TestRequest) -> Answer {
        let peer: SocketAddr = "203.0.113.7:40000".parse().unwrap();
        let mut request = request.peer_addr(peer).insert_header((header::HOST, HOST));
        let cookies: Vec<_> =
            self.jar.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.insert_header((header::COOKIE, cookies.join("; ")));
        }
        let answer = self.app.send(request).await;
        for line in answer.cookies() {
            self.keep(&line);
        }
        answer
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.jar.borrow().get(name).cloned()
    }

    pub(crate) fn keep(&self, line: &str) {
        let cookie = Cookie::parse(line.to_owned()).unwrap();
        let mut jar = self.jar.borrow_mut();
        if cookie.max_age().is_some_and(Duration::is_zero) {
            jar.remove(cookie.name());
        } else {
            jar.insert(cookie.name().to_owned(), cookie.value().to_owned());
        }
    }
}
