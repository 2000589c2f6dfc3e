//! What proxies say about a request, and whether to believe them.
//!
//! Headers are read from the right, because the rightmost entry was written by the proxy nearest to us and
//! everything to its left may be invented by the client. `X-Forwarded-*` counts before `Forwarded` (RFC 7239):
//! proxies that set only the former pass the latter on as the client sent it.

mod rfc7239;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use actix_web::http::header::HeaderMap;
use actix_web::{HttpMessage, HttpRequest};
use ipnet::IpNet;

const FOR: &str = "x-forwarded-for";
const PROTO: &str = "x-forwarded-proto";
const STANDARD: &str = "forwarded";

/// The scheme that a proxy claims the visitor used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemeClaim {
    /// Somebody on the way said https.
    Https,
    /// The scheme was named, and it was never https.
    Http,
    /// Nobody said anything that makes sense.
    None,
}

/// The facts about the way that a request took, worked out once and kept in the request's extensions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarded {
    /// Address of the visitor: the first one from the right that is not a trusted proxy.
    pub client: IpAddr,
    /// What was said about the scheme, by whomever.
    pub claim: SchemeClaim,
    /// Whether the peer is one of the trusted proxies.
    pub trusted: bool,
    /// The scheme headers as they arrived (`X-Forwarded-Proto: http`), for explanations.
    pub raw_header: Option<String>,
    tls: bool,
    https_earned: bool,
}

impl Forwarded {
    /// Reads the request's headers in the light of its peer.
    pub fn of(request: &HttpRequest, trusted_proxies: &[IpNet]) -> Self {
        let peer = request.peer_addr().map(|peer| peer.ip().to_canonical());
        let is_trusted = |address: &IpAddr| trusted_proxies.iter().any(|network| network.contains(address));
        let trusted = peer.as_ref().is_some_and(is_trusted);
        let schemes = schemes(request.headers());
        let tls = request.app_config().secure();
        Self {
            client: client(peer, &addresses(request.headers()), is_trusted),
            claim: claim(&schemes),
            trusted,
            raw_header: raw_header(request.headers()),
            tls,
            https_earned: tls || (trusted && schemes.last() == Some(&SchemeClaim::Https)),
        }
    }

    /// The facts that the outermost middleware stored, or those of an untrusting reading where it did not run.
    pub fn stored(request: &HttpRequest) -> Self {
        let stored = request.extensions().get::<Self>().cloned();
        stored.unwrap_or_else(|| Self::of(request, &[]))
    }

    /// Whether the visitor came by https, as far as anybody says. A lie only hurts the one who tells it: he is
    /// not redirected.
    pub fn is_https(&self) -> bool {
        self.tls || self.claim == SchemeClaim::Https
    }

    /// Whether we know that he came by https: our own TLS, or the word of a trusted proxy.
    pub fn is_https_for_sure(&self) -> bool {
        self.https_earned
    }
}

/// All that was said about the scheme, oldest first; what is no scheme counts as nothing said.
fn schemes(headers: &HeaderMap) -> Vec<SchemeClaim> {
    if headers.contains_key(PROTO) {
        let values = list(headers, PROTO);
        return values.iter().map(|value| scheme(value)).collect();
    }
    let hops = rfc7239::hops(headers, STANDARD);
    let values = hops.iter().filter_map(|hop| hop.proto.as_deref());
    values.map(scheme).collect()
}

/// `wss` and `ws` are what some proxies write for websockets.
fn scheme(value: &str) -> SchemeClaim {
    match value.to_ascii_lowercase().as_str() {
        "https" | "wss" => SchemeClaim::Https,
        "http" | "ws" => SchemeClaim::Http,
        _ => SchemeClaim::None,
    }
}

fn claim(schemes: &[SchemeClaim]) -> SchemeClaim {
    [SchemeClaim::Https, SchemeClaim::Http]
        .into_iter()
        .find(|claim| schemes.contains(claim))
        .unwrap_or(SchemeClaim::None)
}

/// The addresses that proxies wrote down, oldest first. `None` stands for what is no address.
fn addresses(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    if headers.contains_key(FOR) {
        return list(headers, FOR).iter().map(|value| address(value)).collect();
    }
    let hops = rfc7239::hops(headers, STANDARD);
    let values = hops.iter().map(|hop| hop.for_node.as_deref());
    values.map(|value| value.and_then(address)).collect()
}

/// Walks from the peer leftwards for as long as the speaker is trusted.
fn client(
    peer: Option<IpAddr>,
    addresses: &[Option<IpAddr>],
    is_trusted: impl Fn(&IpAddr) -> bool,
) -> IpAddr {
    let mut client = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    for said in addresses.iter().rev() {
        match said {
            Some(address) if is_trusted(&client) => client = *address,
            _ => break,
        }
    }
    client
}

/// An address with or without port, IPv6 with or without brackets.
fn address(value: &str) -> Option<IpAddr> {
    let bare = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(value);
    let address = bare.parse::<IpAddr>().or_else(|_| value.parse::<SocketAddr>().map(|address| address.ip()));
    address.ok().map(|address| address.to_canonical())
}

/// The values of all headers of this name, which may each hold several.
fn list(headers: &HeaderMap, name: &str) -> Vec<String> {
    headers
        .get_all(name)
        .flat_map(|line| {
            let line = String::from_utf8_lossy(line.as_bytes()).into_owned();
            line.split(',').map(|value| String::from(value.trim())).collect::<Vec<_>>()
        })
        .collect()
}

fn raw_header(headers: &HeaderMap) -> Option<String> {
    [(PROTO, "X-Forwarded-Proto"), (STANDARD, "Forwarded")]
        .into_iter()
        .find(|(name, _)| headers.contains_key(*name))
        .map(|(name, shown)| format!("{shown}: {}", list(headers, name).join(", ")))
}

#[cfg(test)]
mod tests;
