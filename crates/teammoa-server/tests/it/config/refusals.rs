use super::{read, wrong};

/// Every variable whose text can be wrong, with a wrong text.
const WRONG: [(&str, &str); 39] = [
    ("TEAMMOA_ENV", "staging"),
    ("BIND", "localhost"),
    ("METRICS_BIND", "9100"),
    ("SITE_URL", "https://teammoa.example.com/path"),
    ("ALLOWED_HOSTS", "https://teammoa.example.com"),
    ("SECURE_SSL_REDIRECT", "maybe"),
    ("TRUSTED_PROXIES", "10.0.0.0/99"),
    ("STICKY_COOKIE_NAME", "app cookie"),
    ("STICKY_COOKIE_MAX_AGE", "1h"),
    ("TIME_ZONE", "Asia/Nowhere"),
    ("DEFAULT_LANGUAGE", "fr"),
    ("DATABASE_URL", "mysql://user:hunter2@host/db"),
    ("REDIS_URL", "http://user:hunter2@host"),
    ("STORAGE_URL", "ftp://host"),
    ("DB_POOL_SIZE", "0"),
    ("DB_START_WAIT", "soon"),
    ("MIGRATE_ON_START", "never"),
    ("SMTP_URL", "hunter2"),
    ("MAIL_FROM", "TeamMoa"),
    ("SMTP_TIMEOUT", "0s"),
    ("SMTP_CONCURRENCY", "many"),
    ("HASH_CONCURRENCY", "-1"),
    ("DRAIN_DELAY", "5"),
    ("WS_MAX_MESSAGE", "64"),
    ("WS_MAX_RATE", "100"),
    ("WS_MAX_PER_USER", "0"),
    ("WS_MAX_TOTAL", "all"),
    ("WS_CLOSE_WINDOW", "x"),
    ("RATE_LOGIN", "10"),
    ("RATE_SIGN_UP", "often"),
    ("RATE_RESEND", "5/year"),
    ("RATE_RESET", "/h"),
    ("RATE_LETTERS", "1/0s"),
    ("RATE_AVAILABILITY", "30:m"),
    ("RATE_JOIN", "0/m"),
    ("UPLOAD_MAX", "20MB"),
    ("TEAM_QUOTA", "0B"),
    ("RUST_LOG", "teammoa=loud"),
    ("LOG_FORMAT", "xml"),
];

#[test]
fn all_problems_are_said_at_once() {
    let mut names = wrong(&WRONG);
    let mut expected: Vec<&str> = WRONG.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

#[test]
fn every_problem_says_what_to_do() {
    let problems = read(&WRONG).unwrap_err();
    for problem in &problems.problems {
        assert!(!problem.fix.is_empty() && !problem.what.is_empty(), "{problem}");
    }
    let shown = problems.to_string();
    assert!(shown.contains("there are 39 problems"), "{shown}");
    assert!(shown.contains("SMTP_CONCURRENCY \"many\" is not a number"), "{shown}");
}

#[test]
fn secrets_are_never_shown() {
    let shown = read(&WRONG).unwrap_err().to_string();
    assert!(!shown.contains("hunter2"), "{shown}");
    let config = read(&[
        ("SECRET_KEY", "hunter2"),
        ("DATABASE_URL", "postgres://user:hunter2@host/db"),
        ("REDIS_URL", "redis://:hunter2@host"),
        ("SMTP_URL", "smtps://user:hunter2@host"),
        ("MAIL_FROM", "moa@example.com"),
        ("GOOGLE_CLIENT_ID", "id"),
        ("GOOGLE_CLIENT_SECRET", "hunter2"),
    ]);
    let shown = format!("{:?}", config.unwrap());
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn halves_are_refused() {
    assert_eq!(wrong(&[("SMTP_URL", "smtp://mail")]), ["MAIL_FROM"]);
    assert_eq!(wrong(&[("GOOGLE_CLIENT_ID", "id")]), ["GOOGLE_CLIENT_SECRET"]);
    assert_eq!(wrong(&[("GITHUB_CLIENT_SECRET", "secret")]), ["GITHUB_CLIENT_ID"]);
}

#[test]
fn the_deadline_has_to_be_later_than_the_drain_delay() {
    assert_eq!(wrong(&[("DRAIN_DELAY", "30s")]), ["SHUTDOWN_DEADLINE"]);
    assert!(read(&[("DRAIN_DELAY", "30s"), ("SHUTDOWN_DEADLINE", "45s")]).is_ok());
}

#[test]
fn an_address_with_more_than_an_origin_is_refused() {
    for address in
        ["teammoa.example.com", "ftp://host", "https://u:p@host", "https://host/?q", "https://host/#a"]
    {
        assert_eq!(wrong(&[("SITE_URL", address)]), ["SITE_URL"], "{address}");
    }
    assert_eq!(
        read(&[("SITE_URL", "https://host:8443/")]).unwrap().site.url().as_str(),
        "https://host:8443/"
    );
}
