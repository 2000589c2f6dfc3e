//! `reset-password`: a link for somebody whom no mail reaches.

use clap::Args;
use teammoa_service::accounts;

use crate::{config::Config, failure::Failure, out, wire};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Username or e-mail address of the account
    #[arg(value_name = "NAME|ADDRESS")]
    identifier: String,
}

pub(super) async fn run(config: &Config, options: &Options) -> Result<(), Failure> {
    let services = wire::services_of_command(config).await?;
    let Some(link) = accounts::make_link(&services, &options.identifier).await? else {
        let who = &options.identifier;
        return Err(Failure::Refused(format!("no account has the name or address {who}, or it is disabled")));
    };
    let username = &link.username;
    out::say(if link.activates {
        format!("{username} was never activated. This link activates the account, once, within 3 days:")
    } else {
        format!("This link sets a new password for {username}, once, within one hour; it ends earlier ones:")
    });
    out::say(link.address);
    Ok(())
}
