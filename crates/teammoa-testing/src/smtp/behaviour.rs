//! What the mail server does.

/// How the mail server treats a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Takes every mail.
    Accept,
    /// Answers `550` to the recipient: there is no such mailbox.
    RefuseRecipient,
    /// Answers `451` to the recipient: try again later, as greylisting servers do.
    TemporaryFailure,
    /// Reads the mail and answers `554`, as spam filters do.
    RefuseMessage,
    /// Takes the connection and says nothing, not even its greeting.
    StallBeforeGreeting,
    /// Greets and then says nothing any more.
    StallAfterGreeting,
    /// Reads the whole mail and then does not say whether it takes it.
    StallAfterData,
    /// Hangs up when the first line of the mail arrives.
    DropInData,
    /// Hangs up when the last line of the mail has arrived, instead of saying whether it takes it.
    DropAfterData,
}

impl Behaviour {
    /// Everything but [`Behaviour::Accept`]: each way in which handing over a mail can fail.
    pub const FAILURES: [Self; 8] = [
        Self::RefuseRecipient,
        Self::TemporaryFailure,
        Self::RefuseMessage,
        Self::StallBeforeGreeting,
        Self::StallAfterGreeting,
        Self::StallAfterData,
        Self::DropInData,
        Self::DropAfterData,
    ];

    pub(super) fn stalls(self) -> bool {
        matches!(self, Self::StallBeforeGreeting | Self::StallAfterGreeting | Self::StallAfterData)
    }
}
