//! One-time messages.

use actix_web::test::TestRequest;
use teammoa_domain::Language;
use teammoa_web::flash::{self, Flash};
use teammoa_web::settings::{SecretKeys, WebSettings};
use teammoa_web::view::FlashKind;

use super::site::{http, https};

fn request(value: &str) -> actix_web::HttpRequest {
    TestRequest::default().insert_header(("cookie", format!("flash={value}"))).to_http_request()
}

#[test]
fn a_message_arrives_as_it_was_sent() {
    let settings = http();
    let sent = Flash::info("failure-status").arg("status", "팀; \"하나\"");
    let cookie = sent.cookie(&settings);
    let arrived = Flash::read(&request(cookie.value()), &settings.secret_keys).unwrap();
    assert_eq!(arrived, sent);
    let shown = arrived.shown(Language::En).unwrap();
    assert_eq!((shown.kind, shown.text.as_str()), (FlashKind::Info, "Error 팀; \"하나\""));
}

#[test]
fn nobody_else_puts_words_into_our_pages() {
    let settings = http();
    let mine = Flash::success("a").cookie(&settings);
    let other = Flash::success("b").cookie(&settings);
    let (data, _) = mine.value().split_once('.').unwrap();
    let (_, signature) = other.value().split_once('.').unwrap();
    let stranger = WebSettings { secret_keys: SecretKeys::new(vec!["other".to_owned()]), ..http() };
    let forged = Flash::success("a").cookie(&stranger);
    for value in [data, &format!("{data}."), &format!("{data}.{signature}"), forged.value(), ""] {
        assert_eq!(Flash::read(&request(value), &settings.secret_keys), None, "{value}");
    }
}

#[test]
fn it_is_hidden_from_scripts_and_secure_where_the_site_is() {
    for (settings, secure) in [(http(), false), (https(), true)] {
        let line = Flash::error("a").cookie(&settings).to_string();
        assert!(line.contains("; HttpOnly; SameSite=Lax;") && line.contains("; Path=/"), "{line}");
        assert_eq!(line.contains("; Secure"), secure, "{line}");
    }
}

#[test]
fn what_was_brought_is_cleared_even_if_it_is_not_readable() {
    let settings = http();
    let removal = flash::cleared(&request("nonsense"), &settings).unwrap();
    assert!(removal.to_string().contains("Max-Age=0"), "{removal}");
    assert!(flash::cleared(&TestRequest::default().to_http_request(), &settings).is_none());
}
