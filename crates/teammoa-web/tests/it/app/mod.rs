//! The whole site for tests: real routes, use cases and database, mails in memory, and clients by role.

mod client;
mod world;

use std::rc::Rc;

use actix_web::test::{TestRequest, call_service, init_service};
use futures_util::future::LocalBoxFuture;
use teammoa_domain::Language;
use teammoa_service::Services;
use teammoa_testing::{TestDb, TestServices, services};
use teammoa_web::settings::{AllowedHosts, SecretKeys, WebSettings};
use teammoa_web::{App, DevTools};

pub(crate) use client::Client;
pub(crate) use world::{World, signed_in};

use crate::answer::Answer;
use crate::api::described;

/// The host that tests ask for.
pub(crate) const HOST: &str = "teammoa.test";

type Exchange = dyn Fn(TestRequest) -> LocalBoxFuture<'static, Answer>;

/// A site on a database of its own.
#[derive(Clone)]
pub(crate) struct TestApp {
    pub(crate) around: TestServices,
    pub(crate) app: App,
    exchange: Rc<Exchange>,
}

impl TestApp {
    /// The site as in production.
    pub(crate) async fn new(test: &TestDb) -> Self {
        Self::with(services(test), settings(), None).await
    }

    /// The site as a developer has it.
    pub(crate) async fn development(test: &TestDb, dev: DevTools) -> Self {
        let settings = WebSettings { development: true, ..settings() };
        Self::with(services(test), settings, Some(dev)).await
    }

    pub(crate) async fn with(around: TestServices, settings: WebSettings, dev: Option<DevTools>) -> Self {
        let app = App::new(around.services.clone(), settings, dev).unwrap();
        let service = Rc::new(init_service(app.build()).await);
        let exchange = move |request: TestRequest| -> LocalBoxFuture<'static, Answer> {
            let service = Rc::clone(&service);
            Box::pin(async move {
                let request = request.to_request();
                let (method, path) = (request.method().clone(), request.path().to_owned());
                let answer = Answer::read(call_service(&*service, request).await).await;
                described::check(&method, &path, &answer);
                answer
            })
        };
        Self { around, app, exchange: Rc::new(exchange) }
    }

    pub(crate) fn services(&self) -> &Services {
        &self.around.services
    }

    /// Somebody without cookies.
    pub(crate) fn nobody(&self) -> Client {
        Client::new(self.clone())
    }

    async fn send(&self, request: TestRequest) -> Answer {
        (self.exchange)(request).await
    }
}

/// The settings of a plain site.
pub(crate) fn settings() -> WebSettings {
    let site_url = format!("http://{HOST}").parse().unwrap();
    WebSettings {
        development: false,
        secret_keys: SecretKeys::new(vec!["a key of the tests".to_owned()]),
        allowed_hosts: AllowedHosts::for_site(&site_url, Vec::<String>::new()),
        ssl_redirect: false,
        trusted_proxies: vec!["127.0.0.0/8".parse().unwrap()],
        default_language: Language::En,
        sticky_cookie: None,
        site_url,
    }
}
