use teammoa_server::config::{LogFormat, Parts, SecretKeySource, Sources};

use super::{read, wrong};

const PRODUCTION: (&str, &str) = ("TEAMMOA_ENV", "production");
const SITE: (&str, &str) = ("SITE_URL", "https://teammoa.example.com");
const KEY: (&str, &str) = ("SECRET_KEY", "0123456789abcdef0123456789abcdef");

#[test]
fn production_needs_a_secret_key_and_an_address() {
    assert_eq!(wrong(&[PRODUCTION]), ["SITE_URL", "SECRET_KEY"]);
    assert_eq!(wrong(&[PRODUCTION, SITE]), ["SECRET_KEY"]);
    let config = read(&[PRODUCTION, SITE, KEY]).unwrap();
    assert!(!config.has_developer_pages());
    assert_eq!(config.log.format, LogFormat::Json);
    assert!(matches!(config.secret_keys, SecretKeySource::Given(keys) if keys.len() == 1));
}

#[test]
fn production_refuses_short_secret_keys() {
    assert_eq!(wrong(&[PRODUCTION, SITE, ("SECRET_KEY", "0123456789abcdef0123456789abcde")]), ["SECRET_KEY"]);
    assert_eq!(wrong(&[PRODUCTION, SITE, KEY, ("SECRET_KEY_FALLBACKS", "short")]), ["SECRET_KEY_FALLBACKS"]);
    assert!(read(&[("SECRET_KEY", "short")]).is_ok(), "development may have any key");
}

#[test]
fn production_without_a_mail_server_gets_a_warning() {
    let warnings = |variables: &[(&str, &str)]| {
        Parts::read(&Sources::of(variables, &[])).complete().unwrap().warnings.join("\n")
    };
    assert!(warnings(&[PRODUCTION, SITE, KEY]).contains("SMTP_URL is not set"));
    let mail = [("SMTP_URL", "smtp://mail"), ("MAIL_FROM", "moa@example.com")];
    assert_eq!(warnings(&[PRODUCTION, SITE, KEY, mail[0], mail[1]]), "");
}

#[test]
fn what_only_a_later_version_uses_gets_a_warning() {
    let sources =
        Sources::of(&[("STORAGE_URL", "s3://bucket/files"), ("METRICS_BIND", "127.0.0.1:9100")], &[]);
    let warnings = Parts::read(&sources).complete().unwrap().warnings.join("\n");
    assert!(warnings.contains("STORAGE_URL is set, but this version does not use it yet"), "{warnings}");
    assert!(warnings.contains("METRICS_BIND is set, but this version does not use it yet"), "{warnings}");
}
