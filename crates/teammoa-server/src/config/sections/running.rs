use std::time::Duration;

use crate::config::{
    reader::{Noted, Reader},
    values, variables,
};

/// How the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShutdownConfig {
    /// `DRAIN_DELAY`.
    pub drain_delay: Duration,
    /// `SHUTDOWN_DEADLINE`, counted from the signal and longer than the delay.
    pub deadline: Duration,
}

impl ShutdownConfig {
    pub(in crate::config) fn read(reader: &mut Reader<'_>) -> Result<ShutdownConfig, Noted> {
        let drain_delay = reader.value(variables::DRAIN_DELAY, values::duration);
        let deadline = reader.value(variables::SHUTDOWN_DEADLINE, values::some_duration);
        let (drain_delay, deadline) = (drain_delay?, deadline?);
        if deadline <= drain_delay {
            reader.wrong(
                variables::SHUTDOWN_DEADLINE,
                "is not later than DRAIN_DELAY, so that no time would be left to finish requests",
                "make it at least 5s longer than DRAIN_DELAY",
            );
        }
        Ok(ShutdownConfig { drain_delay, deadline })
    }
}
