//! Settings: where I am logged in.

use serde::Serialize;
use teammoa_domain::{Language, SessionId};

use crate::view::device::{self, Device, DeviceKind};
use crate::view::{Moment, Page};

/// The sessions of the signed-in person, newest use first.
#[derive(Debug, Clone, Serialize)]
pub struct SettingsSessions {
    /// All of them, this one included.
    pub sessions: Vec<SessionLine>,
}

/// One signed-in browser.
#[derive(Debug, Clone, Serialize)]
pub struct SessionLine {
    /// Which session, part of the address that ends it.
    pub id: SessionId,
    /// Browser and system in words, from [`Device::words`].
    pub device: String,
    /// What it looks like, from [`Device::kind`].
    pub kind: DeviceKind,
    /// From where, in words, from [`device::place`].
    pub place: String,
    /// The network address itself.
    pub address: String,
    /// When it was last used.
    pub last_used: Moment,
    /// When the person logged in with it.
    pub started: Moment,
    /// Whether it is the one that asks for this page.
    pub is_this: bool,
}

/// What the store knows about a session, as [`SessionLine::new`] takes it.
#[derive(Debug, Clone, Copy)]
pub struct SessionFacts<'a> {
    /// Which session.
    pub id: SessionId,
    /// What the browser calls itself.
    pub user_agent: &'a str,
    /// The network address that it came from.
    pub address: &'a str,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

impl SessionLine {
    /// A session in words. `here` is the network address of the reader.
    pub fn new(
        language: Language,
        facts: SessionFacts<'_>,
        here: &str,
        (started, last_used): (Moment, Moment),
    ) -> Self {
        let device = Device::of(facts.user_agent);
        Self {
            id: facts.id,
            device: device.words(language),
            kind: device.kind(),
            place: device::place(language, facts.address, here),
            address: facts.address.to_owned(),
            last_used,
            started,
            is_this: facts.is_this,
        }
    }
}

impl Page for SettingsSessions {
    const TEMPLATE: &'static str = "pages/settings/sessions.html";

    fn samples(language: Language) -> Vec<Self> {
        let line = |id: i64, user_agent, address| {
            let facts = SessionFacts { id: SessionId::from(id), user_agent, address, is_this: id == 1 };
            let moments = (Moment::sample(language), Moment::sample(language));
            SessionLine::new(language, facts, "203.0.113.7", moments)
        };
        let sessions = vec![
            line(
                1,
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/142.0.0.0 Safari/537.36",
                "203.0.113.7",
            ),
            line(
                2,
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 \
                 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
                "2001:db8:85a3:1234:5678:8a2e:370:7334",
            ),
            line(3, "<script>alert(1)</script>", "192.168.0.12"),
        ];
        let alone = sessions.first().cloned().into_iter().collect();
        vec![Self { sessions }, Self { sessions: alone }]
    }
}
