//! The shell around every handler. Its order is written down once, in [`OuterShell`].
//!
//! None of these functions returns `Err`: actix would answer past the layers outside of it, without headers and log
//! line. What goes wrong is answered with a [`Failure`](crate::failure::Failure), which the rendering layer turns
//! into a page or problem+json. The same goes for every middleware that is added.

mod headers;
mod health;
mod hosts;
mod https;
mod locale;
mod origin;
mod request;
mod sticky;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::middleware::from_fn;
use futures_util::future::LocalBoxFuture;

pub use health::Probe;
pub use https::MARKER;
pub use locale::{LANGUAGE_COOKIE, Locale};
pub use origin::is_own as origin_is_own;
pub use request::RequestId;

use crate::failure;

/// All layers as one middleware: `App::new().wrap(OuterShell)`. The app has to provide `web::Data<WebSettings>`, and
/// `web::Data<Templates>` for error pages in their frame.
#[derive(Debug, Clone, Copy, Default)]
pub struct OuterShell;

/// The shell at work.
pub type ShellService = Box<
    dyn Service<
            ServiceRequest,
            Response = ServiceResponse,
            Error = Error,
            Future = LocalBoxFuture<'static, Result<ServiceResponse, Error>>,
        >,
>;

impl<S, B> Transform<S, ServiceRequest> for OuterShell
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = Error;
    type Transform = ShellService;
    type InitError = ();
    type Future = LocalBoxFuture<'static, Result<ShellService, ()>>;

    /// The last line is the outermost layer: a request passes them from bottom to top.
    fn new_transform(&self, handlers: S) -> Self::Future {
        Box::pin(async move {
            let service = from_fn(sticky::bind).new_transform(handlers).await?;
            let service = from_fn(origin::check).new_transform(service).await?;
            // Rate limits belong here, in front of anything that costs
            let service = from_fn(https::redirect).new_transform(service).await?;
            let service = from_fn(hosts::check).new_transform(service).await?;
            let service = from_fn(health::answer).new_transform(service).await?;
            let service = from_fn(failure::render).new_transform(service).await?;
            let service = from_fn(locale::choose).new_transform(service).await?;
            let service = from_fn(headers::add).new_transform(service).await?;
            let service = from_fn(request::observe).new_transform(service).await?;
            Ok(Box::new(service) as ShellService)
        })
    }
}
