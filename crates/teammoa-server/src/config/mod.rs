//! The configuration: the only place that reads the environment.
//!
//! [`variables`] is the table of names, [`Sources`] finds their texts, [`Parts::read`] turns the texts into values
//! and collects everything that is wrong, so that all of it can be shown at once.

mod problem;
mod reader;
mod secret_key;
mod sections;
mod sources;
mod values;
pub mod variables;

use std::path::PathBuf;

use teammoa_service::limit::Limits;

pub use self::{
    problem::{Problem, Problems},
    reader::Noted,
    secret_key::{SecretKeyError, SecretKeySource},
    sections::{
        ClientSecret, DataConfig, Environment, LogConfig, LogFormat, LoginConfig, MailConfig, MailTransport,
        Secret, ShutdownConfig, SiteConfig, SocketConfig, Storage, TeamConfig,
    },
    sources::Sources,
    values::{Rate, Wrong},
};
use self::{
    reader::Reader,
    sections::{cores, limits},
};

/// The whole configuration, read and checked.
#[derive(Debug)]
pub struct Config {
    /// Development or production.
    pub environment: Environment,
    /// `DATA_DIR`.
    pub data_dir: PathBuf,
    /// The site and who may talk to it.
    pub site: SiteConfig,
    /// Database, Redis and file storage.
    pub data: DataConfig,
    /// Mail.
    pub mail: MailConfig,
    /// Where the keys that sign things come from.
    pub secret_keys: SecretKeySource,
    /// How many passwords are hashed at a time.
    pub hash_concurrency: usize,
    /// How the process ends.
    pub shutdown: ShutdownConfig,
    /// Websockets; nothing uses it yet.
    pub sockets: SocketConfig,
    /// Throttles.
    pub limits: Limits,
    /// Limits of teams; nothing uses it yet.
    pub teams: TeamConfig,
    /// Login by other services; nothing uses it yet.
    pub login: LoginConfig,
    /// The log.
    pub log: LogConfig,
}

/// The configuration part by part: a part in which something is wrong is missing.
///
/// Most callers want [`Parts::complete`]; `check` looks at the parts, so that one mistake hides no other.
#[derive(Debug)]
pub struct Parts {
    environment: Result<Environment, Noted>,
    data_dir: Result<PathBuf, Noted>,
    site: Result<SiteConfig, Noted>,
    /// Database, Redis and file storage.
    pub data: Result<DataConfig, Noted>,
    /// Mail.
    pub mail: Result<MailConfig, Noted>,
    secret_keys: Result<SecretKeySource, Noted>,
    hash_concurrency: Result<usize, Noted>,
    shutdown: Result<ShutdownConfig, Noted>,
    sockets: Result<SocketConfig, Noted>,
    limits: Result<Limits, Noted>,
    teams: Result<TeamConfig, Noted>,
    login: Result<LoginConfig, Noted>,
    log: Result<LogConfig, Noted>,
    /// Everything that is wrong.
    pub problems: Vec<Problem>,
    /// Which variables were looked at: all of the table, as a test proves.
    pub read: Vec<&'static str>,
    unknown_names: Vec<String>,
}

/// A configuration without problems.
#[derive(Debug)]
pub struct Loaded {
    /// The configuration.
    pub config: Config,
    /// What is not wrong but probably not meant.
    pub warnings: Vec<String>,
}

impl Parts {
    /// Reads and checks every variable, also after a problem.
    pub fn read(sources: &Sources) -> Parts {
        let mut reader = Reader::new(sources);
        let environment = Environment::read(&mut reader);
        let data_dir = reader.value(variables::DATA_DIR, |text| Ok(PathBuf::from(text)));
        let folder = data_dir.as_deref().map_err(|noted| *noted);
        let hash_concurrency = reader.value_or(variables::HASH_CONCURRENCY, values::number, cores);
        let mut parts = Parts {
            environment,
            site: SiteConfig::read(&mut reader, environment),
            data: DataConfig::read(&mut reader, folder),
            mail: MailConfig::read(&mut reader, folder),
            secret_keys: SecretKeySource::read(&mut reader, environment, folder),
            hash_concurrency,
            shutdown: ShutdownConfig::read(&mut reader),
            sockets: SocketConfig::read(&mut reader),
            limits: limits::read(&mut reader),
            teams: TeamConfig::read(&mut reader),
            login: LoginConfig::read(&mut reader),
            log: LogConfig::read(&mut reader, environment),
            data_dir,
            problems: Vec::new(),
            read: Vec::new(),
            unknown_names: sources.warnings(),
        };
        (parts.problems, parts.read) = reader.finish();
        parts
    }

    /// The whole configuration.
    ///
    /// # Errors
    /// All problems together.
    pub fn complete(self) -> Result<Loaded, Problems> {
        let mut warnings = self.unknown_names;
        let config = || {
            Ok::<_, Noted>(Config {
                environment: self.environment?,
                data_dir: self.data_dir?,
                site: self.site?,
                data: self.data?,
                mail: self.mail?,
                secret_keys: self.secret_keys?,
                hash_concurrency: self.hash_concurrency?,
                shutdown: self.shutdown?,
                sockets: self.sockets?,
                limits: self.limits?,
                teams: self.teams?,
                login: self.login?,
                log: self.log?,
            })
        };
        match config() {
            Ok(config) if self.problems.is_empty() => {
                warnings.extend(config.warnings());
                Ok(Loaded { config, warnings })
            }
            Ok(_) | Err(Noted) => Err(Problems { problems: self.problems, warnings }),
        }
    }
}

impl Config {
    /// What is allowed but probably not meant.
    fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if self.is_production() && matches!(self.mail.transport, MailTransport::Folder(_)) {
            warnings.push("SMTP_URL is not set: mail is written to files and reaches nobody".to_owned());
        }
        if self.is_production() && self.site.bind.port() == 0 {
            warnings.push("BIND has port 0: the site gets another port at every start".to_owned());
        }
        for name in self.set_for_later() {
            warnings.push(format!("{name} is set, but this version does not use it yet"));
        }
        warnings
    }

    fn set_for_later(&self) -> Vec<&'static str> {
        let set = [
            ("METRICS_BIND", self.site.metrics_bind.is_some()),
            ("STORAGE_URL", matches!(self.data.storage, Storage::S3(_))),
            ("GOOGLE_CLIENT_ID", self.login.google.is_some()),
            ("GITHUB_CLIENT_ID", self.login.github.is_some()),
        ];
        set.into_iter().filter_map(|(name, is_set)| is_set.then_some(name)).collect()
    }

    /// Whether this is a production installation.
    pub fn is_production(&self) -> bool {
        self.environment == Environment::Production
    }

    /// Whether the pages under `/dev/` exist: in development, and only where nobody else can reach them.
    pub fn has_developer_pages(&self) -> bool {
        !self.is_production() && self.site.bind.ip().is_loopback()
    }
}
