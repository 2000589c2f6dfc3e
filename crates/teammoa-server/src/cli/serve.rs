//! `serve`: from nothing to a site, and back.

use std::net::{SocketAddr, TcpListener};

use teammoa_persistence::Db;
use teammoa_service::demo;
use teammoa_web::ServeOptions;

use crate::{
    config::{Config, MailTransport},
    failure::Failure,
    out,
    shutdown::{Signals, serve_until_signal},
    wire,
    workers::Workers,
};

pub(super) async fn run(config: &Config) -> Result<(), Failure> {
    let mut signals = Signals::listen()?;
    let db = tokio::select! {
        db = prepared_database(config) => db?,
        signal = signals.next() => {
            tracing::info!(signal, "stopped before the site was up");
            return Ok(());
        }
    };
    let (listener, address) = listen(config.site.bind)?;
    let services = wire::services(config, db, address)?;
    let dev = wire::developer_tools(config, &services).await?;
    let has_demo = dev.as_ref().is_some_and(|dev| dev.demo_username.is_some());
    let app = wire::app(config, services.clone(), address, dev)?;
    let options = ServeOptions {
        workers: std::thread::available_parallelism().map_or(2, std::num::NonZero::get),
        shutdown_timeout: config.shutdown.for_requests(),
    };
    let server =
        teammoa_web::serve(&app, listener, options).map_err(|source| Failure::Listen { address, source })?;
    announce(config, address, has_demo);
    let workers = Workers::start(&services);
    serve_until_signal(server, app.draining(), &workers, config.shutdown, &mut signals).await
}

/// The database, answering and with a schema that is new enough.
async fn prepared_database(config: &Config) -> Result<Db, Failure> {
    let db = wire::database(&config.data).await?;
    if config.data.migrate_on_start {
        let applied = db.migrate().await.map_err(Failure::Migration)?;
        if !applied.is_empty() {
            tracing::info!(migrations = applied.join(", "), "the schema is up to date now");
        }
    }
    wire::refuse_old_schema(&db).await?;
    Ok(db)
}

fn listen(bind: SocketAddr) -> Result<(TcpListener, SocketAddr), Failure> {
    let listen = || {
        let listener = TcpListener::bind(bind)?;
        let address = listener.local_addr()?;
        Ok((listener, address))
    };
    listen().map_err(|source| Failure::Listen { address: bind, source })
}

/// Says that the site is up; in development also where a newcomer finds things.
fn announce(config: &Config, address: SocketAddr, has_demo: bool) {
    let site = config.site.url_at(address);
    tracing::info!(%address, %site, database = %config.data.database_url, "serving");
    if config.is_production() {
        return;
    }
    out::say("");
    out::say(format!("  Site        {site}"));
    if config.has_developer_pages() {
        out::say(match &config.mail.transport {
            MailTransport::Folder(_) => format!("  Mail        {site}dev/mail/"),
            MailTransport::Smtp(_) => "  Mail        goes to the mail server of SMTP_URL".to_owned(),
        });
        out::say(if has_demo {
            format!("  Demo login  {site}accounts/login/ ({} / {})", demo::USERNAME, demo::PASSWORD)
        } else {
            "  Demo login  none yet: run teammoa-server seed-demo and start again".to_owned()
        });
    }
    out::say(format!("  Listening   {address}, Ctrl-C stops"));
    out::say("");
}
