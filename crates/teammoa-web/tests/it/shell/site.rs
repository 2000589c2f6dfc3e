//! A small site inside the real shell.

use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::{self, Data};
use actix_web::{App, Error, HttpRequest, HttpResponse};
use futures_util::future::LocalBoxFuture;
use teammoa_domain::{FieldErrors, Invalid, Language};
use teammoa_web::csrf;
use teammoa_web::failure::Failure;
use teammoa_web::middleware::OuterShell;
use teammoa_web::settings::{AllowedHosts, SecretKeys, WebSettings};
use teammoa_web::view::Templates;

use crate::answer::Answer;

/// A peer in `TRUSTED_PROXIES` and one outside.
pub(super) const PROXY: &str = "10.0.0.1";
pub(super) const STRANGER: &str = "203.0.113.9";

pub(super) fn settings(site_url: &str) -> WebSettings {
    let site_url = site_url.parse().unwrap();
    WebSettings {
        development: false,
        secret_keys: SecretKeys::new(vec!["a key of the tests".to_owned()]),
        allowed_hosts: AllowedHosts::for_site(&site_url, Vec::<String>::new()),
        ssl_redirect: false,
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap(), "127.0.0.0/8".parse().unwrap()],
        default_language: Language::En,
        sticky_cookie: None,
        site_url,
    }
}

pub(super) fn https() -> WebSettings {
    WebSettings { ssl_redirect: true, ..settings("https://teammoa.example") }
}

pub(super) fn http() -> WebSettings {
    settings("http://localhost:8000")
}

static TEMPLATES: LazyLock<Data<Templates>> = LazyLock::new(|| Data::new(Templates::new().unwrap()));

type Exchange = dyn Fn(TestRequest) -> LocalBoxFuture<'static, Answer>;

/// The app: pages and API resources that behave as their names say.
pub(super) struct Site(Box<Exchange>);

impl Site {
    pub(super) async fn new(settings: WebSettings) -> Self {
        Self::of(settings, |config| {
            config.app_data(Data::clone(&TEMPLATES));
        })
        .await
    }

    /// A site whose error page can't be rendered.
    pub(super) async fn without_templates(settings: WebSettings) -> Self {
        Self::of(settings, |_| {}).await
    }

    async fn of(settings: WebSettings, configure: impl FnOnce(&mut web::ServiceConfig)) -> Self {
        let app = App::new().app_data(Data::new(settings)).wrap(OuterShell);
        let service = Rc::new(init_service(app.configure(routes).configure(configure)).await);
        Self(Box::new(move |request| {
            let service = Rc::clone(&service);
            Box::pin(async move { Answer::read(call_service(&*service, request.to_request()).await).await })
        }))
    }

    pub(super) async fn send(&self, request: TestRequest) -> Answer {
        (self.0)(request).await
    }
}

fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/health/ready", web::get().to(|| async { "ready" }))
        .service(web::resource("/").get(page).post(page))
        .service(web::resource("/activate/{token}/").get(page))
        .service(web::resource("/broken").get(broken))
        .service(web::resource("/form").post(own_form_page))
        .service(web::resource("/csrf").get(csrf_page).post(csrf_form))
        .service(web::resource("/api/things").get(page).post(take_json))
        .service(web::resource("/api/invalid").get(invalid))
        .service(web::resource("/api/busy").get(busy));
}

async fn page() -> &'static str {
    "the page"
}

async fn broken() -> Result<HttpResponse, Error> {
    Err(actix_web::error::ErrorInternalServerError("a secret cause"))
}

async fn own_form_page() -> HttpResponse {
    HttpResponse::UnprocessableEntity().body("the form again")
}

async fn csrf_page(request: HttpRequest, settings: Data<WebSettings>) -> HttpResponse {
    let issued = csrf::issue(&request, &settings);
    let mut response = HttpResponse::Ok().body(issued.token);
    if let Some(cookie) = &issued.cookie {
        teammoa_web::cookies::add(&mut response, cookie);
    }
    response
}

async fn csrf_form(
    request: HttpRequest,
    settings: Data<WebSettings>,
    token: String,
) -> Result<&'static str, Failure> {
    let token = (!token.is_empty()).then_some(token);
    if csrf::check(&request, token.as_deref(), &settings.secret_keys) {
        Ok("taken")
    } else {
        Err(Failure::csrf())
    }
}

async fn take_json(_: web::Json<u8>) -> &'static str {
    "taken"
}

async fn invalid() -> Result<HttpResponse, Failure> {
    let mut fields = FieldErrors::one("nickname", Invalid::TooShort { min: 2 });
    fields.push("nickname", Invalid::Malformed);
    Err(Failure::invalid(fields))
}

async fn busy() -> Result<HttpResponse, Failure> {
    Err(Failure::unavailable(7))
}

/// A request from a peer, to a host.
pub(super) fn get(peer: &str, host: &str, path: &str) -> TestRequest {
    let peer = SocketAddr::new(peer.parse().unwrap(), 40_000);
    TestRequest::get().uri(path).peer_addr(peer).insert_header((header::HOST, host))
}
