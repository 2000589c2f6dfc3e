use std::time::Duration;

use super::*;

#[test]
fn durations_have_a_number_and_a_unit() {
    assert_eq!(duration("100ms"), Ok(Duration::from_millis(100)));
    assert_eq!(duration("10s"), Ok(Duration::from_secs(10)));
    assert_eq!(duration("5m"), Ok(Duration::from_mins(5)));
    assert_eq!(duration("1h"), Ok(Duration::from_hours(1)));
    assert_eq!(duration("3d"), Ok(Duration::from_hours(72)));
    assert_eq!(duration("0s"), Ok(Duration::ZERO));
    for text in ["", "10", "s", "-1s", "1.5s", "10 parsecs", "99999999999999999999s", "18446744073709551615d"]
    {
        assert!(duration(text).is_err(), "{text:?}");
    }
}

#[test]
fn a_limit_may_not_be_zero() {
    assert!(some_duration("0s").is_err());
    assert!(size("0B").is_err());
    assert!(count("0").is_err());
    assert!(rate("0/s").is_err());
    assert!(rate("1/0s").is_err());
}

#[test]
fn sizes_have_a_number_and_a_unit() {
    assert_eq!(size("512B"), Ok(512));
    assert_eq!(size("64KiB"), Ok(65_536));
    assert_eq!(size("20MiB"), Ok(20 * 1024 * 1024));
    assert_eq!(size("1GiB"), Ok(1024 * 1024 * 1024));
    for text in ["64", "64K", "KiB", "64 kilos"] {
        assert!(size(text).is_err(), "{text:?}");
    }
}

#[test]
fn rates_have_a_count_and_a_time() {
    let of = |count: u32, seconds| {
        Ok(Rate { count: count.try_into().unwrap(), per: Duration::from_secs(seconds) })
    };
    assert_eq!(rate("100/s"), of(100, 1));
    assert_eq!(rate("30/m"), of(30, 60));
    assert_eq!(rate("10 / 15m"), of(10, 900));
    for text in ["100", "/s", "x/s", "5/", "5/fortnight"] {
        assert!(rate(text).is_err(), "{text:?}");
    }
}

#[test]
fn switches_know_the_usual_words() {
    assert_eq!(switch("On"), Ok(true));
    assert_eq!(switch("0"), Ok(false));
    assert!(switch("perhaps").is_err());
}

#[test]
fn networks_take_addresses_networks_and_loopback() {
    let networks = networks("loopback, 10.0.0.0/8,192.168.1.7,").unwrap();
    let shown: Vec<String> = networks.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "192.168.1.7/32"]);
    assert!(super::networks("10.0.0.0/8 proxy").is_err());
}

#[test]
fn a_service_address_needs_a_known_scheme_and_a_host() {
    let redis = |text| service_url(text, &["redis", "rediss"], "redis://127.0.0.1:6379/0");
    assert!(redis("redis://127.0.0.1:6379/0").is_ok());
    for text in ["localhost:6379", "http://localhost", "redis://", "not an address"] {
        assert!(redis(text).is_err(), "{text:?}");
    }
}
