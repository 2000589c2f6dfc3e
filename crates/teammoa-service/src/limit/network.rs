//! Which addresses count as one.

use std::net::{IpAddr, Ipv6Addr};

/// The network that an address counts for: IPv4 as it is, IPv6 by its first 64 bits, because a single connection has all
/// addresses that begin alike. IPv4 written as IPv6 (`::ffff:192.0.2.1`) counts as IPv4.
pub fn network_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let network = Ipv6Addr::from_bits(address.to_bits() >> 64 << 64);
            format!("{network}/64")
        }
    }
}
