//! The table of all variables: the one place that knows their names, defaults and meanings.
//!
//! `--help` prints it, unknown names are compared with it, and a test proves that every row of it is read.

/// One variable of the configuration.
#[derive(Debug, Clone, Copy)]
pub struct Variable {
    /// Its name in the environment and in `.env`.
    pub name: &'static str,
    /// Under which heading `--help` shows it.
    pub group: Group,
    /// What it does, in one sentence.
    pub help: &'static str,
    /// What holds while nobody sets it.
    pub default: Default,
    /// Its value is never shown.
    pub secret: bool,
    /// Checked and kept, but nothing in this version acts on it yet.
    pub later: bool,
}

/// What a variable is when nobody sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Default {
    /// Nothing.
    None,
    /// This text, read like one that somebody wrote.
    Text(&'static str),
    /// Something worked out at start, described by this text.
    Computed(&'static str),
}

/// The headings of `--help`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "their titles, below, say what they are")]
pub enum Group {
    Site,
    Data,
    Mail,
    Security,
    Proxies,
    Running,
    Sockets,
    Limits,
    Login,
    Log,
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Group; 10] = [
        Group::Site,
        Group::Data,
        Group::Mail,
        Group::Security,
        Group::Proxies,
        Group::Running,
        Group::Sockets,
        Group::Limits,
        Group::Login,
        Group::Log,
    ];

    /// The heading itself.
    pub fn title(self) -> &'static str {
        match self {
            Group::Site => "The site",
            Group::Data => "Where data lives",
            Group::Mail => "Mail",
            Group::Security => "Security",
            Group::Proxies => "Proxies and balancers",
            Group::Running => "Start, work, stop",
            Group::Sockets => "Websockets",
            Group::Limits => "Throttles and files",
            Group::Login => "Login by Google and GitHub",
            Group::Log => "Log",
        }
    }
}

impl Variable {
    const fn new(name: &'static str, group: Group, help: &'static str) -> Variable {
        Variable { name, group, help, default: Default::None, secret: false, later: false }
    }

    const fn default(self, text: &'static str) -> Variable {
        Variable { default: Default::Text(text), ..self }
    }

    const fn computed(self, description: &'static str) -> Variable {
        Variable { default: Default::Computed(description), ..self }
    }

    const fn secret(self) -> Variable {
        Variable { secret: true, ..self }
    }

    const fn later(self) -> Variable {
        Variable { later: true, ..self }
    }
}

/// Makes one constant per row and the list of all of them.
macro_rules! variables {
    ($($group:ident { $($name:ident: $help:literal $(.$part:ident($($value:literal)?))*;)* })*) => {
        $($(
            #[doc = concat!("The row of `", stringify!($name), "`.")]
            pub const $name: Variable =
                Variable::new(stringify!($name), Group::$group, $help)$(.$part($($value)?))*;
        )*)*

        /// Every variable there is, in the order in which `--help` shows them.
        pub const ALL: &[Variable] = &[$($($name),*),*];
    };
}

variables! {
    Site {
        TEAMMOA_ENV: "`development` or `production`. Production refuses to start without SECRET_KEY and SITE_URL, has no /dev/ pages and logs JSON." .default("development");
        BIND: "Address and port of the site; port 0 takes a free one." .default("127.0.0.1:8000");
        SITE_URL: "Public address of the site: links in mails, allowed origin and host. In development its port follows BIND." .computed("http://localhost:8000");
        ALLOWED_HOSTS: "More host names that the site answers to, with commas between them; `.example.com` means the domain and everything below it, `*` any host." .computed("host of SITE_URL, localhost, 127.0.0.1, [::1], web");
        METRICS_BIND: "Address and port of the private metrics listener." .later();
        TIME_ZONE: "Time zone of new teams." .default("Asia/Seoul");
        DEFAULT_LANGUAGE: "Language of people who have not chosen one: ko or en." .default("ko");
    }
    Data {
        DATA_DIR: "Folder of the SQLite file, of mail that is not sent, of files and of the secret key of a development installation." .default("./data");
        DATABASE_URL: "sqlite://path or postgres://user:password@host/name." .computed("sqlite://$DATA_DIR/teammoa.db") .secret();
        REDIS_URL: "redis://… or rediss://…: what several servers share besides the database: the counts of throttles. While it is away, each server counts for itself." .secret();
        STORAGE_URL: "file://… or s3://bucket/prefix." .computed("file://$DATA_DIR/files") .later();
        DB_POOL_SIZE: "Database connections." .computed("cores x 4");
        DB_START_WAIT: "How long to wait at start for a database that does not answer." .default("60s");
        MIGRATE_ON_START: "Whether `serve` brings the schema up to date; false where several servers share a database." .default("true");
    }
    Mail {
        SMTP_URL: "smtp://… or smtps://user:password@host. Without it mail is written to files in $DATA_DIR/mail." .secret();
        MAIL_FROM: "Sender of all mail, for instance: TeamMoa <teammoa@example.com>; needed with SMTP_URL.";
        SMTP_TIMEOUT: "How long a whole conversation with the mail server may take." .default("10s");
        SMTP_CONCURRENCY: "How many sign-ups may wait for the mail server at a time; the next ones are asked to come back." .default("8");
    }
    Security {
        SECRET_KEY: "Signs CSRF tokens and one-time messages. At least 32 characters in production; the same on all servers of a site." .computed("in development made once, in $DATA_DIR/secret_key") .secret();
        SECRET_KEY_FALLBACKS: "Earlier secret keys that are still accepted, with commas between them." .secret();
        HASH_CONCURRENCY: "How many passwords are hashed at a time." .computed("cores");
    }
    Proxies {
        SECURE_SSL_REDIRECT: "Whether plain requests are redirected to https." .computed("true when SITE_URL is https");
        TRUSTED_PROXIES: "Addresses and networks whose X-Forwarded-* headers count, with commas between them; `loopback` is this machine." .default("loopback");
        STICKY_COOKIE_NAME: "Name of an application cookie for a balancer with sticky sessions.";
        STICKY_COOKIE_MAX_AGE: "Its age in seconds." .default("3600");
    }
    Running {
        DRAIN_DELAY: "How long to go on serving after SIGTERM while /health/ready already says no." .default("0s");
        SHUTDOWN_DEADLINE: "When the process has ended after SIGTERM, at the latest." .default("30s");
    }
    Sockets {
        WS_MAX_MESSAGE: "Largest message." .default("64KiB") .later();
        WS_MAX_RATE: "Messages per socket." .default("100/s") .later();
        WS_MAX_PER_USER: "Sockets per person." .default("20") .later();
        WS_MAX_TOTAL: "Sockets per server." .default("20000") .later();
        WS_CLOSE_WINDOW: "Over which time the closing of sockets is spread at shutdown." .default("5s") .later();
    }
    Limits {
        RATE_LOGIN: "Wrong passwords per typed name and network; a device on which the owner was signed in before has as many of its own." .default("10/15m");
        RATE_SIGN_UP: "Sign-ups per network; a class that signs up together is one network." .default("60/h");
        RATE_RESEND: "Activation mails sent again, per name or address that is typed." .default("1/5m");
        RATE_RESET: "Password reset mails, per name or address that is typed." .default("5/h");
        RATE_LETTERS: "Mails of both kinds asked for by one network." .default("20/h");
        RATE_AVAILABILITY: "Questions whether a name is free, per network." .default("30/m");
        RATE_JOIN: "Wrong team passwords per person and team." .default("10/15m") .later();
        UPLOAD_MAX: "Largest file." .default("20MiB") .later();
        TEAM_QUOTA: "All files of a team together." .default("1GiB") .later();
    }
    Login {
        GOOGLE_CLIENT_ID: "Client id from Google's console; together with its secret." .later();
        GOOGLE_CLIENT_SECRET: "The secret that goes with it." .secret() .later();
        GITHUB_CLIENT_ID: "Client id of a GitHub OAuth app; together with its secret." .later();
        GITHUB_CLIENT_SECRET: "The secret that goes with it." .secret() .later();
    }
    Log {
        RUST_LOG: "What is logged: error, warn, info, debug or trace, also per module (info,teammoa_web=debug)." .default("info");
        LOG_FORMAT: "`pretty` for people, `json` for machines; the log goes to standard error." .computed("pretty in development, json in production");
    }
}

/// The variable of this name, if there is one.
pub fn find(name: &str) -> Option<&'static Variable> {
    ALL.iter().find(|variable| variable.name == name)
}

/// The known name nearest to `unknown`, if one is near enough to be meant.
pub fn nearest(unknown: &str) -> Option<String> {
    ALL.iter()
        .flat_map(|variable| [variable.name.to_owned(), format!("{}_FILE", variable.name)])
        .map(|known| (strsim::jaro_winkler(&unknown.to_uppercase(), &known), known))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, known)| known)
}
