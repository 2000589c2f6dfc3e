//! The route table: the only place where addresses are registered.
//!
//! actix can't list its routes, so this table is what tests walk through: every route is tried as nobody and as a
//! stranger, by its [`Access`].

mod fallback;
mod route;
mod site;

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};

pub use route::Access;
use route::Route;

/// What tests know about a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteInfo {
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// Who may come.
    pub access: Access,
    /// What it answers besides `HEAD`; a wrong method gets 405.
    pub methods: Vec<Method>,
}

/// All routes of an installation, `/dev/…` included when `development` is set.
pub fn table(development: bool) -> Vec<RouteInfo> {
    routes(development).iter().map(Route::info).collect()
}

pub(crate) fn register(config: &mut ServiceConfig, development: bool) {
    for route in routes(development) {
        config.service(route.into_resource());
    }
    config.default_service(web::to(fallback::not_found));
}

fn routes(development: bool) -> Vec<Route> {
    let mut routes = site::pages();
    routes.extend(site::api());
    if development {
        routes.extend(site::dev());
    }
    routes
}
