//! Puts the parts together: from configuration to services and the web application.

use std::net::SocketAddr;

use teammoa_persistence::{Db, PoolOptions, SchemaState};
use teammoa_service::{
    Clock, ServiceSettings, Services, Tasks, demo,
    mail::Mailer,
    secrets::{HashParams, Hasher},
    shared::Redis,
};
use teammoa_web::{
    App, DevTools,
    settings::{AllowedHosts, SecretKeys, WebSettings},
};
use tokio::runtime::Handle;

use crate::{
    config::{Config, DataConfig, MailConfig, MailTransport},
    failure::Failure,
};

/// The database, once it answers. Waits for it as long as `DB_START_WAIT` says and tells about every try.
pub(crate) async fn database(config: &DataConfig) -> Result<Db, Failure> {
    let failed = |source| Failure::Database { url: config.database_url.to_string(), source };
    let db = open(config).map_err(failed)?;
    let url = &config.database_url;
    db.wait_until_up(config.start_wait, |error, pause| {
        tracing::warn!(database = %url, %error, again_in = ?pause, "the database does not answer; trying again");
    })
    .await
    .map_err(failed)?;
    Ok(db)
}

/// A pool for the database that nobody has knocked at yet.
pub(crate) fn open(config: &DataConfig) -> Result<Db, teammoa_persistence::Error> {
    Db::open(&config.database_url, &PoolOptions { size: config.pool_size, ..PoolOptions::default() })
}

/// Fails with the names of missing migrations, if there are any. A newer schema is fine.
pub(crate) async fn refuse_old_schema(db: &Db) -> Result<(), Failure> {
    match db.schema_state().await.map_err(Failure::Migration)? {
        SchemaState::Current => Ok(()),
        SchemaState::Behind(names) => {
            Err(Failure::SchemaBehind { count: names.len(), names: names.join(", ") })
        }
    }
}

/// What a command on an installed database needs: its services, if the schema is not too old.
pub(crate) async fn services_of_command(config: &Config) -> Result<Services, Failure> {
    let db = database(&config.data).await?;
    refuse_old_schema(&db).await?;
    services(config, db, config.site.bind)
}

/// The use cases of a site that listens on `address`. Runs on the current tokio runtime.
pub(crate) fn services(config: &Config, db: Db, address: SocketAddr) -> Result<Services, Failure> {
    let settings = ServiceSettings {
        site_url: config.site.url_at(address).as_str().trim_end_matches('/').to_owned(),
        smtp_concurrency: config.mail.concurrency,
        smtp_timeout: config.mail.timeout,
        time_zone: config.site.time_zone.clone(),
        limits: config.limits,
    };
    let hasher = Hasher::new(HashParams::PRODUCTION, config.hash_concurrency)?;
    let tasks = Tasks::new(Handle::current());
    let services = Services::new(db, Clock::system(), mailer(&config.mail)?, (hasher, tasks), settings)?;
    match &config.data.redis_url {
        Some(url) => Ok(services.with_redis(Redis::new(url.expose())?)),
        None => Ok(services),
    }
}

/// Mail as configured.
pub(crate) fn mailer(config: &MailConfig) -> Result<Mailer, Failure> {
    Ok(match &config.transport {
        MailTransport::Smtp(url) => Mailer::smtp(url.expose(), &config.from, config.timeout)?,
        MailTransport::Folder(folder) => Mailer::folder(folder.clone(), &config.from)?,
    })
}

/// The web application of a site that listens on `address`.
pub(crate) fn app(
    config: &Config,
    services: Services,
    address: SocketAddr,
    dev: Option<DevTools>,
) -> Result<App, Failure> {
    let site_url = config.site.url_at(address);
    let settings = WebSettings {
        allowed_hosts: AllowedHosts::for_site(&site_url, &config.site.more_hosts),
        site_url,
        development: !config.is_production(),
        secret_keys: SecretKeys::new(config.secret_keys.keys()?),
        ssl_redirect: config.site.ssl_redirect(),
        trusted_proxies: config.site.trusted_proxies.clone(),
        default_language: config.site.default_language,
        sticky_cookie: config.site.sticky_cookie.clone(),
    };
    Ok(App::new(services, settings, dev)?)
}

/// What only a development installation has; the demo login only where `seed-demo` was run.
pub(crate) async fn developer_tools(
    config: &Config,
    services: &Services,
) -> Result<Option<DevTools>, Failure> {
    if !config.has_developer_pages() {
        return Ok(None);
    }
    Ok(Some(DevTools {
        mail_folder: config.data_dir.join("mail"),
        demo_username: demo::is_there(services).await?.then(|| demo::USERNAME.to_owned()),
    }))
}
