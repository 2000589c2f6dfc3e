//! The whole site as one value: what a server serves and what tests talk to.

use std::path::PathBuf;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{Data, PayloadConfig, ServiceConfig};
use teammoa_service::Services;

use crate::draining::{self, Draining};
use crate::middleware::OuterShell;
use crate::routes;
use crate::settings::WebSettings;
use crate::view::{Templates, ViewError};

/// The largest body of a form or an API request, in bytes. Uploads will have a limit of their own.
const BODY_LIMIT: usize = 256 * 1024;

/// What only a development installation has.
#[derive(Debug, Clone, Default)]
pub struct DevTools {
    /// Where mails lie as files; listed at `/dev/mail/`.
    pub mail_folder: PathBuf,
    /// Whom one click signs in, if the demo team is there.
    pub demo_username: Option<String>,
}

/// Use cases, settings and templates, shared by all workers. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub(crate) services: Data<Services>,
    pub(crate) settings: Data<WebSettings>,
    pub(crate) templates: Data<Templates>,
    pub(crate) dev: Option<DevTools>,
    draining: Draining,
}

impl App {
    /// A site. `dev` opens `/dev/…`: only for development on a loopback address. Fails when a template is broken.
    pub fn new(services: Services, settings: WebSettings, dev: Option<DevTools>) -> Result<Self, ViewError> {
        Ok(Self {
            services: Data::new(services),
            settings: Data::new(settings),
            templates: Data::new(Templates::new()?),
            dev,
            draining: Draining::default(),
        })
    }

    /// The switch that takes this server out of its balancer.
    pub fn draining(&self) -> &Draining {
        &self.draining
    }

    /// Registers everything that lies inside the shell.
    pub fn configure(&self, config: &mut ServiceConfig) {
        config
            .app_data(Data::new(self.clone()))
            .app_data(Data::clone(&self.services))
            .app_data(Data::clone(&self.settings))
            .app_data(Data::clone(&self.templates))
            .app_data(PayloadConfig::new(BODY_LIMIT));
        routes::register(config, self.dev.is_some());
    }

    /// The actix application of one worker: the routes inside their shell.
    pub fn build(
        &self,
    ) -> actix_web::App<
        impl ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<impl MessageBody + use<>>,
            Error = actix_web::Error,
            InitError = (),
        > + use<>,
    > {
        let inside = actix_web::App::new().configure(|config| self.configure(config));
        inside.wrap(OuterShell).wrap(from_fn(draining::close)).wrap(Compress::default())
    }
}
