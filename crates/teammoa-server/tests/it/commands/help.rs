use teammoa_server::config::variables;

use crate::support::Installation;

#[test]
fn help_explains_every_command_and_every_variable() {
    let help = Installation::new().run(&["--help"]).good();
    for command in [
        "serve",
        "migrate",
        "check",
        "healthcheck",
        "delete-unverified-users",
        "create-admin",
        "reset-password",
        "seed-demo",
    ] {
        assert!(help.contains(&format!("  {command}")), "{command} is missing:\n{help}");
    }
    for variable in variables::ALL {
        assert!(help.contains(&format!("\n  {} ", variable.name)), "{} is missing:\n{help}", variable.name);
        let start = variable.help.split_whitespace().next().unwrap();
        assert!(help.contains(start), "{}", variable.name);
    }
}

#[test]
fn help_works_with_a_wrong_configuration() {
    Installation::new().with("BIND", "nonsense").run(&["--help"]).good();
}

#[test]
fn the_names_and_defaults_of_the_architecture_hold() {
    let defaults = [
        ("BIND", "127.0.0.1:8000"),
        ("DATA_DIR", "./data"),
        ("TEAMMOA_ENV", "development"),
        ("STICKY_COOKIE_MAX_AGE", "3600"),
        ("DRAIN_DELAY", "0s"),
        ("SHUTDOWN_DEADLINE", "30s"),
        ("TIME_ZONE", "Asia/Seoul"),
        ("DEFAULT_LANGUAGE", "ko"),
        ("DB_START_WAIT", "60s"),
        ("SMTP_TIMEOUT", "10s"),
        ("SMTP_CONCURRENCY", "8"),
        ("MIGRATE_ON_START", "true"),
        ("WS_MAX_MESSAGE", "64KiB"),
        ("WS_MAX_RATE", "100/s"),
        ("WS_MAX_PER_USER", "20"),
        ("WS_MAX_TOTAL", "20000"),
        ("WS_CLOSE_WINDOW", "5s"),
        ("RUST_LOG", "info"),
    ];
    for (name, default) in defaults {
        let variable = variables::find(name).unwrap();
        assert_eq!(variable.default, variables::Default::Text(default), "{name}");
    }
}
