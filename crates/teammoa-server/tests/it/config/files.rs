//! `.env`, `NAME_FILE` and the secret key of a development installation.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use teammoa_server::config::{Parts, Sources};

use super::{read, wrong};

#[test]
fn the_environment_wins_over_dotenv() {
    let sources = Sources::of(
        &[("TIME_ZONE", "Europe/Berlin")],
        &[("TIME_ZONE", "Asia/Tokyo"), ("DEFAULT_LANGUAGE", "en")],
    );
    let config = Parts::read(&sources).complete().unwrap().config;
    assert_eq!(config.site.time_zone, "Europe/Berlin");
    assert_eq!(config.site.default_language.tag(), "en");
}

#[test]
fn dotenv_is_read_with_quotes_and_comments() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(".env");
    fs::write(&path, "# mail\nMAIL_FROM='TeamMoa <moa@example.com>' # sender\nexport SMTP_TIMEOUT=3s\n")
        .unwrap();
    let config = Parts::read(&Sources::of(&[], &[]).with_dotenv(&path)).complete().unwrap().config;
    assert_eq!(config.mail.from, "TeamMoa <moa@example.com>");
    assert_eq!(config.mail.timeout.as_secs(), 3);
}

#[test]
fn a_broken_dotenv_is_a_problem_that_shows_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(".env");
    fs::write(&path, "SECRET_KEY 'hunter2\n").unwrap();
    let problems = Parts::read(&Sources::of(&[], &[]).with_dotenv(&path)).complete().unwrap_err();
    let shown = problems.to_string();
    assert!(shown.contains(".env contains a line that is not NAME=value"), "{shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_missing_dotenv_is_no_problem() {
    let folder = tempfile::tempdir().unwrap();
    let sources = Sources::of(&[], &[]).with_dotenv(&folder.path().join(".env"));
    assert!(Parts::read(&sources).complete().is_ok());
}

#[test]
fn an_unknown_name_in_dotenv_gets_a_warning_with_the_nearest_known_one() {
    let sources =
        Sources::of(&[], &[("DATABSE_URL", "x"), ("SMTP_PASSWORD_OF_MINE", "x"), ("SECRET_KEY_FIEL", "x")]);
    let warnings = Parts::read(&sources).complete().unwrap().warnings.join("\n");
    assert!(warnings.contains("DATABSE_URL, which is unknown; did you mean DATABASE_URL?"), "{warnings}");
    assert!(
        warnings.contains("SECRET_KEY_FIEL, which is unknown; did you mean SECRET_KEY_FILE?"),
        "{warnings}"
    );
    assert!(warnings.contains("SMTP_PASSWORD_OF_MINE, which is unknown and has no effect"), "{warnings}");
}

#[test]
fn a_value_can_come_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sender");
    fs::write(&path, "moa@example.com\n").unwrap();
    let config = read(&[("MAIL_FROM_FILE", path.to_str().unwrap())]).unwrap();
    assert_eq!(config.mail.from, "moa@example.com");
}

#[test]
fn a_value_and_its_file_at_once_are_refused() {
    assert_eq!(wrong(&[("MAIL_FROM", "moa@example.com"), ("MAIL_FROM_FILE", "/nowhere")]), ["MAIL_FROM"]);
}

#[test]
fn a_file_that_is_missing_or_empty_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty");
    fs::write(&empty, "\n").unwrap();
    assert_eq!(wrong(&[("REDIS_URL_FILE", "/nowhere/at/all")]), ["REDIS_URL_FILE"]);
    assert_eq!(wrong(&[("REDIS_URL_FILE", empty.to_str().unwrap())]), ["REDIS_URL_FILE"]);
}

#[test]
fn a_value_of_the_environment_wins_over_a_file_named_in_dotenv() {
    let sources = Sources::of(&[("MAIL_FROM", "moa@example.com")], &[("MAIL_FROM_FILE", "/nowhere")]);
    assert!(Parts::read(&sources).complete().is_ok());
}

#[test]
fn a_development_installation_makes_its_secret_key_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("new");
    let config = read(&[("DATA_DIR", data.to_str().unwrap()), ("SECRET_KEY_FALLBACKS", "old")]).unwrap();
    assert!(!data.exists(), "reading the configuration leaves nothing behind");
    let first = config.secret_keys.keys().unwrap();
    let second = config.secret_keys.keys().unwrap();
    assert_eq!(first, second);
    assert_eq!((first[0].len(), first[1].as_str()), (64, "old"));
    let mode = fs::metadata(data.join("secret_key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(fs::read_dir(&data).unwrap().count(), 1, "no drafts stay");
}

#[test]
fn an_empty_secret_key_file_is_said() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("secret_key"), "").unwrap();
    let config = read(&[("DATA_DIR", folder.path().to_str().unwrap())]).unwrap();
    assert!(config.secret_keys.keys().unwrap_err().to_string().contains("is empty"));
}
