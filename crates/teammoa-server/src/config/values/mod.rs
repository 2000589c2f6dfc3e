//! Text to value, for the kinds of values that configuration has: durations, sizes, rates, switches, lists.
//!
//! What may be a secret (addresses of services, keys) never gets into a complaint.

use std::{num::NonZeroU32, time::Duration};

use ipnet::IpNet;
use url::Url;

/// Why a text is not the value it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong, to follow the name of the variable: "is not a duration".
    pub what: String,
    /// How a right one looks.
    pub fix: String,
}

impl Wrong {
    /// Puts the two parts together.
    pub fn new(what: impl Into<String>, fix: impl Into<String>) -> Wrong {
        Wrong { what: what.into(), fix: fix.into() }
    }
}

/// So many events in so much time, for instance `100/s` or `5/15m`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub count: NonZeroU32,
    /// In how much time.
    pub per: Duration,
}

/// Reads `500ms`, `10s`, `5m`, `1h`, `3d`.
pub(crate) fn duration(text: &str) -> Result<Duration, Wrong> {
    let wrong =
        || Wrong::new("is not a duration", "write a whole number and a unit: 500ms, 10s, 5m, 1h or 3d");
    let (number, unit) = number_and_unit(text).ok_or_else(wrong)?;
    let milliseconds = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return Err(wrong()),
    };
    number.checked_mul(milliseconds).map(Duration::from_millis).ok_or_else(wrong)
}

/// Reads a duration that is not zero, for limits that would otherwise mean "never".
pub(crate) fn some_duration(text: &str) -> Result<Duration, Wrong> {
    match duration(text)? {
        Duration::ZERO => Err(Wrong::new("is zero", "set it to 1s or more")),
        some => Ok(some),
    }
}

/// Reads `512B`, `64KiB`, `20MiB`, `1GiB` into bytes.
pub(crate) fn size(text: &str) -> Result<u64, Wrong> {
    let wrong = || Wrong::new("is not a size", "write a whole number and a unit: 512B, 64KiB, 20MiB or 1GiB");
    let (number, unit) = number_and_unit(text).ok_or_else(wrong)?;
    let bytes = match unit {
        "B" => 1,
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "GiB" => 1 << 30,
        _ => return Err(wrong()),
    };
    number.checked_mul(bytes).filter(|size| *size > 0).ok_or_else(wrong)
}

/// Reads `100/s`, `30/m`, `5/h`, `10/15m`.
pub(crate) fn rate(text: &str) -> Result<Rate, Wrong> {
    let wrong = || Wrong::new("is not a rate", "write how many in which time: 100/s, 30/m, 5/h or 10/15m");
    let (count, per) = text.split_once('/').ok_or_else(wrong)?;
    let per = match per.trim() {
        one @ ("s" | "m" | "h" | "d") => some_duration(&format!("1{one}")),
        more => some_duration(more),
    };
    match (count.trim().parse(), per) {
        (Ok(count), Ok(per)) => Ok(Rate { count, per }),
        _ => Err(wrong()),
    }
}

/// Reads a whole number from 1 to 1000000.
pub(crate) fn count(text: &str) -> Result<u32, Wrong> {
    match text.parse() {
        Ok(number @ 1..=1_000_000) => Ok(number),
        _ => Err(Wrong::new("is not a number from 1 to 1000000", "write a whole number, for instance 8")),
    }
}

/// Like [`count`], for what the standard library counts in `usize`.
pub(crate) fn number(text: &str) -> Result<usize, Wrong> {
    count(text).map(|number| number as usize)
}

/// Reads a switch.
pub(crate) fn switch(text: &str) -> Result<bool, Wrong> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "on" | "yes" | "1" => Ok(true),
        "false" | "off" | "no" | "0" => Ok(false),
        _ => Err(Wrong::new("is neither on nor off", "write true or false")),
    }
}

/// Reads a list with commas between its items; blanks around items and empty items do not count.
pub(crate) fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// Reads a list of addresses and networks; `loopback` stands for those of this machine.
pub(crate) fn networks(text: &str) -> Result<Vec<IpNet>, Wrong> {
    let mut networks = Vec::new();
    for item in list(text) {
        if item == "loopback" {
            networks.extend(
                ["127.0.0.0/8", "::1/128"].iter().filter_map(|network| network.parse::<IpNet>().ok()),
            );
        } else if let Ok(network) = item.parse::<IpNet>() {
            networks.push(network);
        } else if let Ok(address) = item.parse::<std::net::IpAddr>() {
            networks.push(IpNet::from(address));
        } else {
            return Err(Wrong::new(
                format!("contains {item:?}, which is no address and no network"),
                "write addresses and networks with commas between them, for instance: loopback, 10.0.0.0/8, 192.168.1.7",
            ));
        }
    }
    Ok(networks)
}

/// Reads an address of another server and checks its scheme, for instance `redis://host:6379/0`.
pub(crate) fn service_url(text: &str, schemes: &'static [&'static str], example: &str) -> Result<Url, Wrong> {
    let wrong = |what: &str| Wrong::new(what, format!("write an address like {example}"));
    let url = Url::parse(text).map_err(|error| wrong(&format!("is not an address ({error})")))?;
    if !schemes.contains(&url.scheme()) {
        let known = schemes.join(":// or ");
        return Err(wrong(&format!("does not begin with {known}://")));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(wrong("names no host"));
    }
    Ok(url)
}

fn number_and_unit(text: &str) -> Option<(u64, &str)> {
    let digits = text.find(|character: char| !character.is_ascii_digit())?;
    let (number, unit) = text.split_at_checked(digits)?;
    Some((number.parse().ok()?, unit.trim()))
}

#[cfg(test)]
mod tests;
