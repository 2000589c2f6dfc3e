//! Browsers and places in words.

use teammoa_domain::Language;

use crate::view::device::{Device, DeviceKind, place};

#[test]
fn a_browser_is_told_by_what_it_is_and_not_by_what_it_claims_to_be() {
    let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
    let iphone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
    let android = "Mozilla/5.0 (Linux; Android 16; SM-S931N) AppleWebKit/537.36 (KHTML, like Gecko)";
    let cases = [
        (format!("{windows} Chrome/142.0.0.0 Safari/537.36"), "Chrome, Windows", DeviceKind::Computer),
        (
            format!("{windows} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"),
            "Edge, Windows",
            DeviceKind::Computer,
        ),
        (
            format!("{windows} Chrome/142.0.0.0 Whale/4.34.0.0 Safari/537.36"),
            "Whale, Windows",
            DeviceKind::Computer,
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0".to_owned(),
            "Firefox, Linux",
            DeviceKind::Computer,
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.1 Safari/605.1.15"
                .to_owned(),
            "Safari, Mac",
            DeviceKind::Computer,
        ),
        (format!("{iphone} Version/19.1 Mobile/15E148 Safari/604.1"), "Safari, iPhone", DeviceKind::Phone),
        (format!("{iphone} CriOS/142.0 Mobile/15E148 Safari/604.1"), "Chrome, iPhone", DeviceKind::Phone),
        (format!("{android} Chrome/142.0.0.0 Mobile Safari/537.36"), "Chrome, Android", DeviceKind::Phone),
        (
            format!("{android} SamsungBrowser/29.0 Chrome/136.0 Safari/537.36"),
            "Samsung Internet, Android",
            DeviceKind::Tablet,
        ),
        (
            format!("{android} Version/4.0 Chrome/142.0 Mobile Safari/537.36;KAKAOTALK 2511"),
            "KakaoTalk, Android",
            DeviceKind::Phone,
        ),
        (
            "Mozilla/5.0 (iPad; CPU OS 19_1 like Mac OS X) Mobile/15E148 Safari/604.1".to_owned(),
            "Safari, iPad",
            DeviceKind::Tablet,
        ),
        ("curl/8.14.1".to_owned(), "A program", DeviceKind::Unknown),
        (String::new(), "Unknown device", DeviceKind::Unknown),
        ("<script>alert(1)</script>".to_owned(), "Unknown device", DeviceKind::Unknown),
    ];
    for (user_agent, words, kind) in cases {
        let device = Device::of(&user_agent);
        assert_eq!(device.words(Language::En), words, "{user_agent}");
        assert_eq!(device.kind(), kind, "{user_agent}");
    }
}

#[test]
fn a_device_has_korean_words_too() {
    let samsung = "Mozilla/5.0 (Linux; Android 16) SamsungBrowser/29.0 Chrome/136.0 Mobile Safari/537.36";
    assert_eq!(Device::of(samsung).words(Language::Ko), "삼성 인터넷, 안드로이드");
    assert_eq!(Device::of("").words(Language::Ko), "알 수 없는 기기");
}

#[test]
fn a_place_is_told_as_close_as_addresses_can_tell() {
    let cases = [
        ("203.0.113.7", "203.0.113.7", "The network you are on now"),
        ("::ffff:203.0.113.7", "203.0.113.7", "The network you are on now"),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "The network you are on now"),
        ("2001:db8:1:3::1", "2001:db8:1:2::1", "Another network"),
        ("198.51.100.1", "203.0.113.7", "Another network"),
        ("192.168.0.12", "203.0.113.7", "The local network of this server"),
        ("127.0.0.1", "203.0.113.7", "The local network of this server"),
        ("fd00::1", "203.0.113.7", "The local network of this server"),
        ("198.51.100.1", "", "Another network"),
        ("", "203.0.113.7", "Unknown network"),
    ];
    for (address, here, words) in cases {
        assert_eq!(place(Language::En, address, here), words, "{address} from {here}");
    }
}
