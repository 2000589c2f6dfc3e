//! One address: who may come, which methods it has, what answers.

use actix_web::http::{Method, header};
use actix_web::{FromRequest, Handler, HttpResponse, Resource, Responder, guard, web};

use super::RouteInfo;
use crate::failure::Failure;

/// Who may come to a route. The tests hold each route to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Whoever is signed in; others go to the login page or get 401.
    SignedIn,
    /// Members of the team in the path; it does not exist for others.
    Member,
    /// Anybody, in a development installation only.
    Development,
}

/// A path with its handlers.
pub(super) struct Route {
    path: &'static str,
    access: Access,
    methods: Vec<Method>,
    resource: Resource,
}

impl Route {
    pub(super) fn new(path: &'static str, access: Access) -> Self {
        Self { path, access, methods: Vec::new(), resource: web::resource(path) }
    }

    /// Answers GET, and HEAD as GET without a body.
    pub(super) fn get<F, Args>(mut self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let reads = guard::Any(guard::Get()).or(guard::Head());
        self.resource = self.resource.route(web::route().guard(reads).to(handler));
        self.methods.push(Method::GET);
        self
    }

    /// Answers POST.
    pub(super) fn post<F, Args>(mut self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.resource = self.resource.route(web::post().to(handler));
        self.methods.push(Method::POST);
        self
    }

    /// Answers PATCH.
    pub(super) fn patch<F, Args>(mut self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.resource = self.resource.route(web::patch().to(handler));
        self.methods.push(Method::PATCH);
        self
    }

    /// Answers DELETE.
    pub(super) fn delete<F, Args>(mut self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.resource = self.resource.route(web::delete().to(handler));
        self.methods.push(Method::DELETE);
        self
    }

    pub(super) fn info(&self) -> RouteInfo {
        RouteInfo { path: self.path, access: self.access, methods: self.methods.clone() }
    }

    pub(super) fn into_resource(self) -> Resource {
        let allowed = allow(&self.methods);
        self.resource.default_service(web::to(move || {
            let allowed = allowed.clone();
            async move { wrong_method(&allowed) }
        }))
    }
}

fn allow(methods: &[Method]) -> String {
    let mut names: Vec<_> = methods.iter().map(Method::as_str).collect();
    if methods.contains(&Method::GET) {
        names.push("HEAD");
    }
    names.join(", ")
}

fn wrong_method(allowed: &str) -> HttpResponse {
    let mut response = Failure::of_status(actix_web::http::StatusCode::METHOD_NOT_ALLOWED).respond();
    if let Ok(value) = header::HeaderValue::from_str(allowed) {
        response.headers_mut().insert(header::ALLOW, value);
    }
    response
}
