use actix_web::test::TestRequest;

use super::*;

fn read(peer: &str, headers: &[(&'static str, &'static str)]) -> Forwarded {
    let trusted: Vec<IpNet> =
        ["127.0.0.0/8", "10.0.0.0/8", "::1/128"].iter().map(|network| network.parse().unwrap()).collect();
    let request = TestRequest::default().peer_addr(SocketAddr::new(peer.parse().unwrap(), 40_000));
    let request = headers.iter().fold(request, |request, header| request.append_header(*header));
    Forwarded::of(&request.to_http_request(), &trusted)
}

#[test]
fn the_visitor_is_the_first_untrusted_address_from_the_right() {
    let table = [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
        ("127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"),
        ("127.0.0.1", "198.51.100.1:5000", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, unknown", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
    ];
    for (peer, header, client) in table {
        let forwarded = read(peer, &[("x-forwarded-for", header)]);
        assert_eq!(forwarded.client, client.parse::<IpAddr>().unwrap(), "{peer} {header}");
    }
}

#[test]
fn several_headers_count_as_one_list() {
    let headers = [("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "198.51.100.1")];
    assert_eq!(read("127.0.0.1", &headers).client, "198.51.100.1".parse::<IpAddr>().unwrap());
}

#[test]
fn the_standard_header_counts_only_without_the_usual_one() {
    let standard = ("forwarded", "for=198.51.100.1;proto=https");
    let alone = read("127.0.0.1", &[standard]);
    assert_eq!(alone.client, "198.51.100.1".parse::<IpAddr>().unwrap());
    assert!(alone.is_https_for_sure());

    let both =
        read("127.0.0.1", &[standard, ("x-forwarded-for", "198.51.100.2"), ("x-forwarded-proto", "http")]);
    assert_eq!(both.client, "198.51.100.2".parse::<IpAddr>().unwrap());
    assert!(!both.is_https());
}

#[test]
fn claims_of_https_count_from_anybody_but_are_sure_only_from_the_right_and_trusted() {
    let table = [
        ("127.0.0.1", "https", SchemeClaim::Https, true),
        ("127.0.0.1", "HTTPS", SchemeClaim::Https, true),
        ("127.0.0.1", "wss", SchemeClaim::Https, true),
        ("127.0.0.1", "http, https", SchemeClaim::Https, true),
        ("127.0.0.1", "https, http", SchemeClaim::Https, false),
        ("127.0.0.1", "http", SchemeClaim::Http, false),
        ("127.0.0.1", "ws", SchemeClaim::Http, false),
        ("127.0.0.1", "httpsx", SchemeClaim::None, false),
        ("127.0.0.1", "", SchemeClaim::None, false),
        ("203.0.113.9", "https", SchemeClaim::Https, false),
        ("203.0.113.9", "http", SchemeClaim::Http, false),
    ];
    for (peer, header, claim, sure) in table {
        let forwarded = read(peer, &[("x-forwarded-proto", header)]);
        assert_eq!(forwarded.claim, claim, "{peer} {header}");
        assert_eq!(forwarded.is_https_for_sure(), sure, "{peer} {header}");
    }
}

#[test]
fn the_header_is_kept_for_the_explanation() {
    let headers = [("x-forwarded-proto", "http"), ("x-forwarded-proto", "http")];
    let shown = read("127.0.0.1", &headers).raw_header;
    assert_eq!(shown.as_deref(), Some("X-Forwarded-Proto: http, http"));
    assert_eq!(read("127.0.0.1", &[]).raw_header, None);
}
