//! Files of the front end.

use actix_web::http::header;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

use crate::view::assets;

/// A file under the hash of the whole tree.
pub(crate) async fn serve(request: HttpRequest, path: Path<(String, String)>) -> HttpResponse {
    let (hash, path) = path.into_inner();
    assets::serve(&request, &hash, &path)
}

/// For browsers that ask for it without reading the page.
pub(crate) async fn favicon(request: HttpRequest) -> HttpResponse {
    assets::serve(&request, "", "favicon.svg")
}

/// Search engines may read the landing page and nothing else.
pub(crate) async fn robots() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body("User-agent: *\nAllow: /$\nAllow: /assets/\nDisallow: /\n")
}
