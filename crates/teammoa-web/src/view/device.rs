//! Browsers and places in words, for the list of sessions. What a browser says about itself is a hint, never a fact.

use std::net::IpAddr;

use serde::Serialize;
use teammoa_domain::Language;
use teammoa_service::limit::network_of;

use super::i18n;

/// What a browser says about itself, as far as we know its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    browser: Option<&'static str>,
    system: Option<&'static str>,
    kind: DeviceKind,
}

/// What a device looks like; also the name of its icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DeviceKind {
    /// Has a screen on a desk or a lap.
    Computer,
    /// Fits into a pocket.
    Phone,
    /// Lies between the two.
    Tablet,
    /// A program, or something that we don't know.
    Unknown,
}

/// Marks of browsers and programs. Most claim to be others as well, so the more special ones come first.
const BROWSERS: [(&str, &str); 21] = [
    ("KAKAOTALK", "device-kakaotalk"),
    ("NAVER(", "device-naver"),
    ("Whale/", "device-whale"),
    ("SamsungBrowser/", "device-samsung"),
    ("Instagram", "device-instagram"),
    ("EdgA/", "device-edge"),
    ("EdgiOS/", "device-edge"),
    ("Edg/", "device-edge"),
    ("OPR/", "device-opera"),
    ("OPT/", "device-opera"),
    ("Vivaldi/", "device-vivaldi"),
    ("FxiOS/", "device-firefox"),
    ("Firefox/", "device-firefox"),
    ("CriOS/", "device-chrome"),
    ("HeadlessChrome/", "device-chrome"),
    ("Chrome/", "device-chrome"),
    ("Chromium/", "device-chrome"),
    ("Safari/", "device-safari"),
    ("curl/", "device-program"),
    ("Wget/", "device-program"),
    ("python-requests/", "device-program"),
];

/// Marks of systems, the more special ones first: phones and tablets also claim to be the system of a computer.
const SYSTEMS: [(&str, &str, DeviceKind); 9] = [
    ("iPhone", "device-iphone", DeviceKind::Phone),
    ("iPod", "device-iphone", DeviceKind::Phone),
    ("iPad", "device-ipad", DeviceKind::Tablet),
    ("Android", "device-android", DeviceKind::Tablet),
    ("Windows", "device-windows", DeviceKind::Computer),
    ("CrOS", "device-chromeos", DeviceKind::Computer),
    ("Macintosh", "device-macos", DeviceKind::Computer),
    ("Linux", "device-linux", DeviceKind::Computer),
    ("X11", "device-linux", DeviceKind::Computer),
];

impl Device {
    /// Reads a `User-Agent`.
    pub fn of(user_agent: &str) -> Self {
        let browser = BROWSERS.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, key)| *key);
        let system = SYSTEMS.iter().find(|(mark, ..)| user_agent.contains(mark));
        let kind = match system {
            Some((.., DeviceKind::Tablet))
                if user_agent.contains("Mobile") && !user_agent.contains("iPad") =>
            {
                DeviceKind::Phone
            }
            Some((.., kind)) => *kind,
            None => DeviceKind::Unknown,
        };
        Self { browser, system: system.map(|(_, key, _)| *key), kind }
    }

    /// What it looks like.
    pub fn kind(&self) -> DeviceKind {
        self.kind
    }

    /// "Chrome, Windows" in the language of the reader.
    pub fn words(&self, language: Language) -> String {
        let known = [self.browser, self.system];
        let names: Vec<_> = known.into_iter().flatten().map(|key| i18n::text(language, key, &[])).collect();
        if names.is_empty() { i18n::text(language, "device-unknown", &[]) } else { names.join(", ") }
    }
}

/// From where somebody came, in words: as close to `here`, the address of the reader, as addresses can tell.
pub fn place(language: Language, address: &str, here: &str) -> String {
    let key = match (address.parse::<IpAddr>(), here.parse::<IpAddr>()) {
        (Ok(address), Ok(here)) if network_of(address) == network_of(here) => "place-here",
        (Ok(address), _) if is_local(address) => "place-local",
        (Ok(_), _) => "place-elsewhere",
        (Err(_), _) => "place-unknown",
    };
    i18n::text(language, key, &[])
}

/// Addresses that exist only inside one network, such as an office or a home.
fn is_local(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => address.is_private() || address.is_loopback() || address.is_link_local(),
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}
