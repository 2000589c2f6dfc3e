//! Style sheets, scripts, icons: embedded, and served under a hash of all of them.
//!
//! One hash for the whole tree means that relative imports between modules and style sheets keep working, and that an
//! address never changes its content. Any hash is answered, so that the pages of two versions work with both servers.

use std::sync::LazyLock;

use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpRequest, HttpResponse};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut paths: Vec<_> = Files::iter().collect();
    paths.sort();
    let mut hasher = Sha256::new();
    for path in paths {
        if let Some(file) = Files::get(&path) {
            hasher.update(path.as_bytes());
            hasher.update([0]);
            hasher.update(file.metadata.sha256_hash());
        }
    }
    hex(hasher.finalize().get(..8).unwrap_or_default())
});

/// The hash of all assets: sixteen hexadecimal digits.
pub fn hash() -> &'static str {
    &HASH
}

/// Whether there is an asset of this path, such as `css/base.css`.
pub fn exists(path: &str) -> bool {
    Files::get(path).is_some()
}

/// The paths of all assets.
pub fn paths() -> Vec<String> {
    Files::iter().map(std::borrow::Cow::into_owned).collect()
}

/// The content of an asset.
pub fn content(path: &str) -> Option<Vec<u8>> {
    Files::get(path).map(|file| file.data.into_owned())
}

/// Answers with the asset `path`, asked for under `asked_hash`: 404 when there is none, 304 when the browser has it.
/// In a debug build files come from the disk and nothing is immutable.
pub fn serve(request: &HttpRequest, asked_hash: &str, path: &str) -> HttpResponse {
    let Some(file) = Files::get(path) else {
        return HttpResponse::NotFound().finish();
    };
    let current = asked_hash == hash() && !cfg!(debug_assertions);
    let caching = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    let tag = etag(&file);
    let mut response =
        if has(request.headers(), &tag) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((header::CACHE_CONTROL, caching)).insert_header((header::ETAG, tag.as_str()));
    if has(request.headers(), &tag) {
        return response.finish();
    }
    response.insert_header((header::CONTENT_TYPE, content_type(path))).body(file.data.into_owned())
}

/// Whether the browser says that it has this version. A proxy that compresses makes the tag a weak one.
fn has(headers: &HeaderMap, tag: &str) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

fn etag(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    format!("\"{}\"", hex(hash.get(..8).unwrap_or_default()))
}

fn content_type(path: &str) -> String {
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let is_text = mime.type_() == mime_guess::mime::TEXT || mime.subtype() == "javascript";
    if is_text { format!("{mime}; charset=utf-8") } else { mime.to_string() }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
    let digits = |byte: &u8| [digit(byte >> 4), digit(byte & 15)];
    bytes.iter().flat_map(digits).collect()
}
