//! Variables whose features come with later versions: checked already, so that nobody learns of a mistake only then.

use std::time::Duration;

use super::Secret;
use crate::config::{
    reader::{Noted, Reader},
    values::{self, Rate, Wrong},
    variables::{self, Variable},
};

/// Limits of websockets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SocketConfig {
    /// `WS_MAX_MESSAGE`, in bytes.
    pub max_message: u64,
    /// `WS_MAX_RATE`.
    pub max_rate: Rate,
    /// `WS_MAX_PER_USER`.
    pub max_per_user: u32,
    /// `WS_MAX_TOTAL`.
    pub max_total: u32,
    /// `WS_CLOSE_WINDOW`.
    pub close_window: Duration,
}

impl SocketConfig {
    pub(in crate::config) fn read(reader: &mut Reader<'_>) -> Result<SocketConfig, Noted> {
        let max_message = reader.value(variables::WS_MAX_MESSAGE, values::size);
        let max_rate = reader.value(variables::WS_MAX_RATE, values::rate);
        let max_per_user = reader.value(variables::WS_MAX_PER_USER, values::count);
        let max_total = reader.value(variables::WS_MAX_TOTAL, values::count);
        let close_window = reader.value(variables::WS_CLOSE_WINDOW, values::duration);
        Ok(SocketConfig {
            max_message: max_message?,
            max_rate: max_rate?,
            max_per_user: max_per_user?,
            max_total: max_total?,
            close_window: close_window?,
        })
    }
}

/// Limits of teams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TeamConfig {
    /// `RATE_JOIN`.
    pub join: Rate,
    /// `UPLOAD_MAX`, in bytes.
    pub upload_max: u64,
    /// `TEAM_QUOTA`, in bytes.
    pub team_quota: u64,
}

impl TeamConfig {
    pub(in crate::config) fn read(reader: &mut Reader<'_>) -> Result<TeamConfig, Noted> {
        let join = reader.value(variables::RATE_JOIN, values::rate);
        let upload_max = reader.value(variables::UPLOAD_MAX, values::size);
        let team_quota = reader.value(variables::TEAM_QUOTA, values::size);
        Ok(TeamConfig { join: join?, upload_max: upload_max?, team_quota: team_quota? })
    }
}

/// Login by other services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginConfig {
    /// `GOOGLE_CLIENT_ID` and `GOOGLE_CLIENT_SECRET`.
    pub google: Option<ClientSecret>,
    /// `GITHUB_CLIENT_ID` and `GITHUB_CLIENT_SECRET`.
    pub github: Option<ClientSecret>,
}

/// What TeamMoa shows to another service to be recognised there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientSecret {
    /// The public half.
    pub id: String,
    /// The secret half.
    pub secret: Secret,
}

impl LoginConfig {
    pub(in crate::config) fn read(reader: &mut Reader<'_>) -> Result<LoginConfig, Noted> {
        let google = ClientSecret::read(reader, variables::GOOGLE_CLIENT_ID, variables::GOOGLE_CLIENT_SECRET);
        let github = ClientSecret::read(reader, variables::GITHUB_CLIENT_ID, variables::GITHUB_CLIENT_SECRET);
        Ok(LoginConfig { google: google?, github: github? })
    }
}

impl ClientSecret {
    fn read(
        reader: &mut Reader<'_>,
        id_variable: Variable,
        secret_variable: Variable,
    ) -> Result<Option<ClientSecret>, Noted> {
        let text = |text: &str| Ok::<_, Wrong>(text.to_owned());
        let id = reader.optional(id_variable, text);
        let secret = reader.optional(secret_variable, text);
        match (id?, secret?) {
            (Some(id), Some(secret)) => Ok(Some(ClientSecret { id, secret: Secret::new(secret) })),
            (None, None) => Ok(None),
            (Some(_), None) => Err(half(reader, secret_variable, id_variable)),
            (None, Some(_)) => Err(half(reader, id_variable, secret_variable)),
        }
    }
}

fn half(reader: &mut Reader<'_>, missing: Variable, there: Variable) -> Noted {
    let what = format!("is missing, and {} needs it", there.name);
    reader.wrong(missing, what, format!("set it too, or remove {}", there.name))
}
