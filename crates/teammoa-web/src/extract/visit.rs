//! One visit to a page or the API: who comes, in which language, and how to answer.

use std::future::Future;
use std::net::IpAddr;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};
use serde::Serialize;
use teammoa_domain::Language;
use teammoa_service::accounts::{self, Current, Device, KnownDevice, NewSession};
use teammoa_service::limit::network_of;
use teammoa_service::{QueryStats, Services, current_queries};

use super::{device, session};
use crate::failure::Failure;
use crate::flash::{self, Flash};
use crate::middleware::{Locale, RequestId};
use crate::proxy::Forwarded;
use crate::settings::WebSettings;
use crate::view::{Page, QueryPanel, Shell, ShellPerson};
use crate::{App, cookies, csrf};

/// A request, and who is behind it if somebody is signed in: reading that is one query.
pub(crate) struct Visit {
    request: HttpRequest,
    app: Data<App>,
    /// Who is signed in.
    pub(crate) current: Option<Current>,
    /// The language of the answer.
    pub(crate) language: Language,
}

impl Visit {
    async fn of(request: HttpRequest) -> Result<Self, Failure> {
        let app = request.app_data::<Data<App>>().cloned().ok_or_else(Failure::internal)?;
        let current = match session::read(&request) {
            Some(token) => accounts::current_person(&app.services, &token).await?,
            None => None,
        };
        if let Some(Current { person, .. }) = &current {
            let shown = ShellPerson {
                nickname: person.nickname.clone(),
                username: person.username.clone(),
                is_staff: person.is_staff,
            };
            request.extensions_mut().insert(shown);
            request.extensions_mut().insert(Locale(person.language));
        }
        let language = Locale::of(&request);
        Ok(Self { request, app, current, language })
    }

    pub(crate) fn services(&self) -> &Services {
        &self.app.services
    }

    pub(crate) fn settings(&self) -> &WebSettings {
        &self.app.settings
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    /// Path and query, for coming back.
    pub(crate) fn path(&self) -> String {
        self.request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string)
    }

    /// Where the request comes from.
    pub(crate) fn device(&self) -> Device {
        let agent = self.request.headers().get(header::USER_AGENT);
        Device {
            user_agent: agent
                .map(|agent| String::from_utf8_lossy(agent.as_bytes()).into_owned())
                .unwrap_or_default(),
            address: self.client().to_string(),
            network: self.network(),
        }
    }

    /// What requests are counted under.
    pub(crate) fn network(&self) -> String {
        network_of(self.client())
    }

    /// Whose device this is, as far as its cookie proves it.
    pub(crate) fn known_device(&self) -> Option<KnownDevice> {
        device::read(&self.request, self.settings())
    }

    fn client(&self) -> IpAddr {
        Forwarded::stored(&self.request).client
    }

    /// A page.
    pub(crate) fn render<P: Page>(&self, page: &P) -> Result<HttpResponse, Failure> {
        self.render_as(StatusCode::OK, page)
    }

    /// A page with another status: a form that comes back.
    pub(crate) fn render_as<P: Page>(&self, status: StatusCode, page: &P) -> Result<HttpResponse, Failure> {
        let issued = csrf::issue(&self.request, self.settings());
        let shell = self.shell(issued.token);
        let html = self.app.templates.render(&shell, page)?;
        let caching = if self.current.is_some() { "no-store" } else { "private, no-cache" };
        let mut response = HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .insert_header((header::CACHE_CONTROL, caching))
            .insert_header((header::VARY, "Cookie, Accept-Language"))
            .body(html);
        let cleared = flash::cleared(&self.request, self.settings());
        for cookie in issued.cookie.iter().chain(&cleared) {
            cookies::add(&mut response, cookie);
        }
        Ok(self.prolonged(response))
    }

    /// An answer for programs.
    pub(crate) fn json(&self, status: StatusCode, value: &impl Serialize) -> HttpResponse {
        let mut builder = HttpResponse::build(status);
        self.prolonged(builder.insert_header((header::CACHE_CONTROL, "no-store")).json(value))
    }

    /// An answer for programs that only says that it is done.
    pub(crate) fn no_content(&self) -> HttpResponse {
        self.prolonged(HttpResponse::NoContent().finish())
    }

    /// On to another page: 303, so that reloading does not post again.
    pub(crate) fn redirect(&self, to: &str) -> HttpResponse {
        let mut builder = HttpResponse::SeeOther();
        builder.insert_header((header::LOCATION, to)).insert_header((header::CACHE_CONTROL, "no-store"));
        self.prolonged(builder.finish())
    }

    /// On to another page, which shows a message.
    pub(crate) fn redirect_with(&self, to: &str, flash: &Flash) -> HttpResponse {
        cookies::with(self.redirect(to), &flash.cookie(self.settings()))
    }

    /// Adds the cookie of a session that has just begun, and ends the one that this browser had before.
    pub(crate) async fn signed_in(
        &self,
        response: HttpResponse,
        new: &NewSession,
    ) -> Result<HttpResponse, Failure> {
        if let Some(old) = session::read(&self.request) {
            accounts::log_out(self.services(), &old).await?;
        }
        let cookie = session::cookie(self.settings(), new.token.expose(), new.lifetime);
        let response = cookies::with(response, &cookie);
        // Programs that never saw a page need the token too
        let token = csrf::issue(&self.request, self.settings()).cookie;
        let is_known = self.known_device().is_some_and(|known| known.user == new.user);
        let device = if is_known { None } else { device::cookie(self.settings(), new.user) };
        Ok(token.iter().chain(&device).fold(response, |response, cookie| cookies::with(response, cookie)))
    }

    /// Ends the session of this browser.
    pub(crate) async fn signed_out(&self, response: HttpResponse) -> Result<HttpResponse, Failure> {
        if let Some(token) = session::read(&self.request) {
            accounts::log_out(self.services(), &token).await?;
        }
        Ok(cookies::with(response, &session::removal(self.settings())))
    }

    /// What the page before left for this one.
    pub(crate) fn flash(&self) -> Option<Flash> {
        Flash::read(&self.request, &self.settings().secret_keys)
    }

    fn prolonged(&self, response: HttpResponse) -> HttpResponse {
        let lifetime = self.current.as_ref().and_then(|current| current.prolonged);
        match (lifetime, session::read(&self.request)) {
            (Some(lifetime), Some(token)) => {
                cookies::with(response, &session::cookie(self.settings(), &token, lifetime))
            }
            _ => response,
        }
    }

    fn shell(&self, csrf: String) -> Shell {
        let development = self.settings().development;
        Shell {
            csrf,
            request_id: RequestId::of(&self.request),
            person: self.request.extensions().get::<ShellPerson>().cloned(),
            flash: self.flash().and_then(|flash| flash.shown(self.language)),
            development,
            queries: current_queries().filter(|_| development).map(|stats| panel(&stats)),
            ..Shell::anonymous(self.language, &self.path())
        }
    }
}

impl FromRequest for Visit {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Self::of(request.clone()))
    }
}

fn panel(stats: &QueryStats) -> QueryPanel {
    QueryPanel {
        count: stats.statements(),
        rows: stats.rows(),
        db_ms: (stats.db_time().as_secs_f64() * 10_000.0).round() / 10.0,
        list: stats.log(),
    }
}
