//! Which hosts requests may name. A foreign `Host` would end up in links and redirects.

use std::net::Ipv6Addr;

use url::Url;

/// Hosts that work without being configured: a developer's machine, a container's own health check, and
/// the name that the shipped compose files give to the server.
const ALWAYS: [&str; 4] = ["localhost", "127.0.0.1", "[::1]", "web"];

/// The list of allowed hosts: `example.com` exactly, `.example.com` with all its subdomains, `*` for any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllowedHosts(Vec<Pattern>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Pattern {
    Any,
    Exactly(String),
    WithSubdomains(String),
}

impl AllowedHosts {
    /// Takes the entries as people write them: any case, with or without a port, IPv6 with or without brackets.
    /// Empty entries are left out.
    pub fn new(entries: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self(entries.into_iter().filter_map(|entry| Pattern::parse(entry.as_ref().trim())).collect())
    }

    /// The default list for a site (its own host, localhost, 127.0.0.1, `[::1]`, web) with `more` added.
    pub fn for_site(site_url: &Url, more: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut hosts = Self::new(ALWAYS);
        hosts.0.extend(Self::new(site_url.host_str()).0);
        hosts.0.extend(Self::new(more).0);
        hosts
    }

    /// Whether a `Host` header (with or without port) names one of them. A header that is no host at all is
    /// refused even by `*`.
    pub fn allows(&self, header: &str) -> bool {
        let Some(host) = host_without_port(header) else {
            return false;
        };
        let host = comparable(host);
        self.0.iter().any(|pattern| pattern.matches(&host))
    }
}

impl Pattern {
    fn parse(entry: &str) -> Option<Self> {
        if entry == "*" {
            return Some(Self::Any);
        }
        if let Some(domain) = entry.strip_prefix('.') {
            return host_without_port(domain).map(|domain| Self::WithSubdomains(comparable(domain)));
        }
        if let Ok(address) = entry.parse::<Ipv6Addr>() {
            return Some(Self::Exactly(format!("[{address}]")));
        }
        host_without_port(entry).map(|host| Self::Exactly(comparable(host)))
    }

    fn matches(&self, host: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Exactly(allowed) => host == allowed,
            Self::WithSubdomains(domain) => {
                host == domain || host.strip_suffix(domain.as_str()).is_some_and(|rest| rest.ends_with('.'))
            }
        }
    }
}

/// The host of a `Host` header, IPv6 still in brackets; `None` when the header is malformed.
pub(crate) fn host_without_port(header: &str) -> Option<&str> {
    let (host, port) = match header.strip_prefix('[') {
        Some(rest) => {
            let end = rest.find(']')? + 2;
            (header.get(..end)?, header.get(end..)?)
        }
        None => header.split_at(header.find(':').unwrap_or(header.len())),
    };
    let port_is_fine =
        port.is_empty() || port.strip_prefix(':').is_some_and(|digits| digits.parse::<u16>().is_ok());
    (port_is_fine && is_host(host)).then_some(host)
}

fn is_host(host: &str) -> bool {
    match host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => {
            host.bytes().any(|byte| byte.is_ascii_alphanumeric())
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        }
    }
}

/// One spelling per host: lower case, no final dot, IPv6 in its short form.
fn comparable(host: &str) -> String {
    match host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(address) => address
            .parse::<Ipv6Addr>()
            .map_or_else(|_| host.to_ascii_lowercase(), |address| format!("[{address}]")),
        None => host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_matched_as_written_below() {
        let hosts = AllowedHosts::new(["Example.com", ".team.test", "::1", "10.0.0.1:80", "", " "]);
        let table = [
            ("example.com", true),
            ("EXAMPLE.COM:8443", true),
            ("example.com.", true),
            ("www.example.com", false),
            ("notexample.com", false),
            ("team.test", true),
            ("a.b.team.test:80", true),
            ("steam.test", false),
            ("team.test.evil.org", false),
            ("[::1]:8000", true),
            ("[0:0:0:0:0:0:0:1]", true),
            ("::1", false),
            ("[::2]", false),
            ("10.0.0.1", true),
            ("10.0.0.11", false),
            ("", false),
            (":80", false),
            ("example.com:", false),
            ("example.com:port", false),
            ("example.com:99999", false),
            ("example.com/evil", false),
            ("evil.org@example.com", false),
            ("example.com evil.org", false),
            ("[::1", false),
            ("[::1]x", false),
            ("-", false),
        ];
        for (header, allowed) in table {
            assert_eq!(hosts.allows(header), allowed, "{header:?}");
        }
    }

    #[test]
    fn a_star_allows_every_host_but_no_garbage() {
        let hosts = AllowedHosts::new(["*"]);
        assert!(hosts.allows("anything.example"));
        assert!(!hosts.allows("bad host"));
        assert!(!hosts.allows(""));
    }

    #[test]
    fn a_site_has_its_own_host_and_the_local_ones() {
        let site = Url::parse("https://teammoa.example:8443/").unwrap();
        let hosts = AllowedHosts::for_site(&site, ["more.example"]);
        for host in ["teammoa.example", "localhost", "127.0.0.1", "[::1]", "web", "more.example"] {
            assert!(hosts.allows(host), "{host}");
        }
        assert!(!hosts.allows("evil.example"));
    }
}
