//! Why a socket is closed, as a number that browsers can read.

/// Why the server closes a socket. 4000 to 4999 are free for applications (RFC 6455, section 7.4.2); ours follow the HTTP
/// status that says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseCode {
    /// The server restarts.
    Restart,
    /// The session ended: logged out, expired, or its password was changed elsewhere.
    SessionEnded,
    /// The person is no longer a member of the team.
    NotAMember,
    /// The map was deleted.
    Gone,
    /// The client reads too slowly to keep up.
    TooSlow,
    /// A message is larger than allowed.
    TooLarge,
    /// Too many messages in a short time.
    TooMany,
}

/// What a client does after a close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComeBack {
    /// Connect again with backoff and resume.
    Retry,
    /// Stop and say why: the answer is final.
    Stop,
}

impl CloseCode {
    /// All codes.
    pub const ALL: [Self; 7] = [
        Self::Restart,
        Self::SessionEnded,
        Self::NotAMember,
        Self::Gone,
        Self::TooSlow,
        Self::TooLarge,
        Self::TooMany,
    ];

    /// The number in the close frame.
    pub const fn number(self) -> u16 {
        match self {
            Self::Restart => 1012,
            Self::SessionEnded => 4401,
            Self::NotAMember => 4403,
            Self::Gone => 4404,
            Self::TooSlow => 4408,
            Self::TooLarge => 4409,
            Self::TooMany => 4429,
        }
    }

    /// Whether coming back can help.
    pub const fn come_back(self) -> ComeBack {
        match self {
            Self::Restart | Self::TooSlow | Self::TooMany => ComeBack::Retry,
            Self::SessionEnded | Self::NotAMember | Self::Gone | Self::TooLarge => ComeBack::Stop,
        }
    }

    /// The code with a number; `None` for numbers that are not ours.
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.number() == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Browsers that were loaded before a deploy must understand servers after it.
    #[test]
    fn the_numbers_are_a_promise() {
        let promised = [
            (1012, ComeBack::Retry),
            (4401, ComeBack::Stop),
            (4403, ComeBack::Stop),
            (4404, ComeBack::Stop),
            (4408, ComeBack::Retry),
            (4409, ComeBack::Stop),
            (4429, ComeBack::Retry),
        ];
        assert_eq!(CloseCode::ALL.map(|code| (code.number(), code.come_back())), promised);
    }

    #[test]
    fn each_number_reads_back() {
        for code in CloseCode::ALL {
            assert_eq!(CloseCode::from_number(code.number()), Some(code));
        }
        assert_eq!(CloseCode::from_number(1006), None);
    }
}
