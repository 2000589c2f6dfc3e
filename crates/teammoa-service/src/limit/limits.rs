//! The numbers of the throttles.

use std::time::Duration;

/// Longer than any quota means to be, and short enough for every clock and for Redis.
const LONGEST: Duration = Duration::from_hours(10 * 365 * 24);

/// So many times in so much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// How many times.
    pub count: u32,
    /// In how much time, from the first time on.
    pub per: Duration,
}

impl Quota {
    /// Puts the two together.
    pub const fn new(count: u32, per: Duration) -> Self {
        Self { count, per }
    }

    /// How long a window lasts: `per`, but neither nothing nor beyond what clocks can hold.
    pub(super) fn window(self) -> Duration {
        self.per.clamp(Duration::from_millis(1), LONGEST)
    }
}

/// All quotas of the use cases. What is counted is said here, for whom in the use case; [`Limits::default`] is what the
/// configuration has unless somebody sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Failed logins per typed name and network, and as many per known device of an account.
    pub login: Quota,
    /// Sign-ups per network.
    pub sign_up: Quota,
    /// Activation mails sent again, per name or address that was typed.
    pub resend: Quota,
    /// Password reset mails, per name or address that was typed.
    pub reset: Quota,
    /// Mails of both kinds that people of one network ask for, whoever they are meant for.
    pub letters: Quota,
    /// Questions whether a name or address is free, per network.
    pub availability: Quota,
}

impl Default for Limits {
    fn default() -> Self {
        let hour = Duration::from_hours(1);
        Self {
            login: Quota::new(10, Duration::from_mins(15)),
            sign_up: Quota::new(60, hour),
            resend: Quota::new(1, Duration::from_mins(5)),
            reset: Quota::new(5, hour),
            letters: Quota::new(20, hour),
            availability: Quota::new(30, Duration::from_mins(1)),
        }
    }
}
