use std::time::Duration;

use teammoa_persistence::DatabaseUrl;
use teammoa_server::config::{
    Environment, LogFormat, MailTransport, Parts, SecretKeySource, Sources, Storage, variables,
};
use teammoa_service::limit::{Limits, Quota};

use super::read;

#[test]
fn nothing_has_to_be_set() {
    let config = read(&[]).unwrap();
    assert_eq!(config.environment, Environment::Development);
    assert_eq!(config.site.bind.to_string(), "127.0.0.1:8000");
    assert_eq!(config.site.url().as_str(), "http://localhost:8000/");
    assert_eq!(config.data.database_url, DatabaseUrl::Sqlite("./data/teammoa.db".into()));
    assert_eq!(config.data.storage, Storage::Folder("./data/files".into()));
    assert_eq!(config.mail.transport, MailTransport::Folder("./data/mail".into()));
    assert_eq!(config.secret_keys, SecretKeySource::File("./data/secret_key".into(), Vec::new()));
    assert_eq!(config.data.start_wait, Duration::from_mins(1));
    assert!(config.data.migrate_on_start);
    assert!(!config.site.ssl_redirect());
    assert_eq!(config.site.time_zone, "Asia/Seoul");
    assert_eq!(config.site.default_language.tag(), "ko");
    assert_eq!((config.mail.timeout, config.mail.concurrency), (Duration::from_secs(10), 8));
    assert_eq!(config.shutdown.drain_delay, Duration::ZERO);
    assert_eq!(config.shutdown.deadline, Duration::from_secs(30));
    assert_eq!(config.sockets.max_message, 65_536);
    assert_eq!(config.limits, Limits::default());
    assert_eq!(config.teams.upload_max, 20 * 1024 * 1024);
    assert_eq!(config.log.format, LogFormat::Pretty);
    assert!(config.has_developer_pages());
}

#[test]
fn a_throttle_that_is_set_is_the_one_that_counts() {
    let limits = read(&[("RATE_LOGIN", "3/2h"), ("RATE_RESEND", "2/30s")]).unwrap().limits;
    let login = Quota::new(3, Duration::from_hours(2));
    assert_eq!(limits, Limits { login, resend: Quota::new(2, Duration::from_secs(30)), ..Limits::default() });
}

#[test]
fn every_variable_of_the_table_is_read() {
    let mut read = Parts::read(&Sources::of(&[], &[])).read;
    let mut known: Vec<&str> = variables::ALL.iter().map(|variable| variable.name).collect();
    read.sort_unstable();
    known.sort_unstable();
    assert_eq!(read, known);
}

#[test]
fn everything_of_an_installation_follows_data_dir() {
    let config = read(&[("DATA_DIR", "/srv/teammoa")]).unwrap();
    assert_eq!(config.data.database_url, DatabaseUrl::Sqlite("/srv/teammoa/teammoa.db".into()));
    assert_eq!(config.data.storage, Storage::Folder("/srv/teammoa/files".into()));
    assert_eq!(config.mail.transport, MailTransport::Folder("/srv/teammoa/mail".into()));
    assert_eq!(config.secret_keys, SecretKeySource::File("/srv/teammoa/secret_key".into(), Vec::new()));
}

#[test]
fn the_default_address_of_the_site_follows_the_port() {
    let config = read(&[("BIND", "127.0.0.1:0")]).unwrap();
    let taken = "127.0.0.1:4711".parse().unwrap();
    assert_eq!(config.site.url_at(taken).as_str(), "http://localhost:4711/");

    let config = read(&[("BIND", "127.0.0.1:0"), ("SITE_URL", "http://localhost:8000")]).unwrap();
    assert_eq!(config.site.url_at(taken).as_str(), "http://localhost:8000/");
}

#[test]
fn an_https_site_redirects_unless_told_otherwise() {
    let site = ("SITE_URL", "https://teammoa.example.com");
    assert!(read(&[site]).unwrap().site.ssl_redirect());
    assert!(!read(&[site, ("SECURE_SSL_REDIRECT", "false")]).unwrap().site.ssl_redirect());
}

#[test]
fn developer_pages_exist_only_on_loopback() {
    assert!(!read(&[("BIND", "0.0.0.0:8000")]).unwrap().has_developer_pages());
    assert!(read(&[("BIND", "[::1]:8000")]).unwrap().has_developer_pages());
}

#[test]
fn an_empty_variable_is_not_set() {
    let config = read(&[("REDIS_URL", ""), ("BIND", ""), ("SMTP_URL", "")]).unwrap();
    assert!(config.data.redis_url.is_none());
    assert_eq!(config.site.bind.port(), 8000);
}
