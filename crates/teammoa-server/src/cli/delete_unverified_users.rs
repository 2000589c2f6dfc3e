//! `delete-unverified-users`: what a mistyped sign-up took is free again.

use chrono::{DateTime, Utc};
use clap::Args;
use teammoa_service::accounts::{self, Unverified};

use crate::{config::Config, failure::Failure, out, wire};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Only accounts whose last activation mail left at least this many days ago
    #[arg(long, value_name = "N", default_value_t = 3)]
    days: u16,
    /// Only list them
    #[arg(long)]
    dry_run: bool,
    /// Show all about each account
    #[arg(long)]
    verbose: bool,
}

pub(super) async fn run(config: &Config, options: &Options) -> Result<(), Failure> {
    let services = wire::services_of_command(config).await?;
    let swept = accounts::delete_unverified(&services, options.days.into(), options.dry_run).await?;
    for account in &swept.accounts {
        out::say(if options.verbose {
            all_about(account, services.now())
        } else {
            format!("{} {} <{}>", account.id, account.username, account.email)
        });
    }
    let found = swept.accounts.len();
    out::say(match (found, options.dry_run) {
        (0, _) => format!("No unverified accounts of {} days or more.", options.days),
        (_, true) => format!("Unverified accounts: {found}; none deleted (dry run)."),
        (_, false) => format!("Unverified accounts: {found}; deleted: {}.", swept.deleted),
    });
    Ok(())
}

fn all_about(account: &Unverified, now: DateTime<Utc>) -> String {
    let mailed = account.activation_mailed_at;
    let age = now - mailed.unwrap_or(account.created_at);
    let mailed = mailed.map_or_else(|| "never".to_owned(), shown);
    [
        format!("{} {}", account.id, account.username),
        format!("  e-mail:          {}", account.email),
        format!("  nickname:        {}", account.nickname),
        format!("  profile:         {}", account.profile),
        format!("  signed up:       {}", shown(account.created_at)),
        format!("  activation mail: {mailed}"),
        format!("  age in days:     {}", age.num_days()),
    ]
    .join("\n")
}

fn shown(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
