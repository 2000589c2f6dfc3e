//! Style sheets, scripts and icons.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::test::TestRequest;

use crate::view::assets;

#[test]
fn the_hash_is_sixteen_hexadecimal_digits() {
    assert_eq!(assets::hash().len(), 16);
    assert!(assets::hash().chars().all(|c| c.is_ascii_hexdigit()));
}

#[test]
fn an_asset_is_served_under_any_hash_with_its_type() {
    for (path, kind) in [
        ("css/tokens.css", "text/css; charset=utf-8"),
        ("js/app.js", "text/javascript; charset=utf-8"),
        ("icons.svg", "image/svg+xml"),
        ("favicon.svg", "image/svg+xml"),
    ] {
        for hash in [assets::hash(), "0123456789abcdef"] {
            let response = ask(hash, path, None);
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            assert_eq!(header_of(&response, header::CONTENT_TYPE), kind);
        }
    }
}

#[test]
fn only_the_right_hash_of_a_release_is_kept_for_ever() {
    let kept = header_of(&ask(assets::hash(), "css/base.css", None), header::CACHE_CONTROL);
    assert_eq!(kept.contains("immutable"), !cfg!(debug_assertions));
    let other = header_of(&ask("0123456789abcdef", "css/base.css", None), header::CACHE_CONTROL);
    assert_eq!(other, "no-cache");
}

#[test]
fn a_browser_that_has_it_is_told_so() {
    let tag = header_of(&ask("x", "css/base.css", None), header::ETAG);
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        assert_eq!(ask("x", "css/base.css", Some(&known)).status(), StatusCode::NOT_MODIFIED, "{known}");
    }
    assert_eq!(ask("x", "css/base.css", Some("\"other\"")).status(), StatusCode::OK);
}

#[test]
fn what_is_not_there_is_not_found() {
    for path in ["", "css", "css/no.css", "../Cargo.toml", "css/../../Cargo.toml", "/etc/passwd"] {
        assert_eq!(ask(assets::hash(), path, None).status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn scripts_and_styles_ask_nobody_else_and_import_what_exists() {
    for path in assets::paths().iter().filter(|path| path.starts_with("js/") || path.starts_with("css/")) {
        let source = String::from_utf8(assets::content(path).unwrap()).unwrap();
        assert!(!source.contains("://") && !source.contains("@import"), "{path}");
        for import in source.split(" from \"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let file = import.strip_prefix("./").unwrap_or_else(|| panic!("{path}: {import}"));
            assert!(assets::exists(&format!("js/{file}")), "{path}: {import}");
        }
    }
}

fn ask(hash: &str, path: &str, known: Option<&str>) -> HttpResponse {
    let mut request = TestRequest::get();
    if let Some(known) = known {
        request = request.insert_header((header::IF_NONE_MATCH, known));
    }
    assets::serve(&request.to_http_request(), hash, path)
}

fn header_of(response: &HttpResponse, name: header::HeaderName) -> String {
    response.headers().get(name).unwrap().to_str().unwrap().to_owned()
}
