use tracing_subscriber::EnvFilter;

use super::Environment;
use crate::config::{
    reader::{Noted, Reader},
    values::Wrong,
    variables,
};

/// The log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogConfig {
    /// `RUST_LOG`, known to be a filter.
    pub filter: String,
    /// `LOG_FORMAT`.
    pub format: LogFormat,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Pretty,
    /// For machines.
    Json,
}

impl LogConfig {
    pub(in crate::config) fn read(
        reader: &mut Reader<'_>,
        environment: Result<Environment, Noted>,
    ) -> Result<LogConfig, Noted> {
        let filter = reader.value(variables::RUST_LOG, |text| match EnvFilter::try_new(text) {
            Ok(_) => Ok(text.to_owned()),
            Err(error) => Err(Wrong::new(
                format!("is no filter ({error})"),
                "write a level, or levels of modules: info,teammoa_web=debug",
            )),
        });
        let format = reader.value_or(
            variables::LOG_FORMAT,
            |text| match text {
                "pretty" => Ok(LogFormat::Pretty),
                "json" => Ok(LogFormat::Json),
                _ => Err(Wrong::new("is no format of the log", "write pretty or json")),
            },
            || match environment {
                Ok(Environment::Production) => LogFormat::Json,
                Ok(Environment::Development) | Err(Noted) => LogFormat::Pretty,
            },
        );
        Ok(LogConfig { filter: filter?, format: format? })
    }
}
