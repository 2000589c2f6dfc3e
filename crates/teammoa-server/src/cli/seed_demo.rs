//! `seed-demo`: a team to look around in.

use teammoa_service::demo;

use crate::{config::Config, failure::Failure, out, wire};

pub(super) async fn run(config: &Config) -> Result<(), Failure> {
    if config.is_production() {
        let why = "the demo accounts have a password that everybody knows: seed-demo is for development only";
        return Err(Failure::Refused(why.to_owned()));
    }
    let services = wire::services_of_command(config).await?;
    let demo = demo::seed(&services).await?;
    let what = if demo.created { "The demo team is there now" } else { "The demo team was there already" };
    out::say(format!("{what}: log in as {} with {}", demo.username, demo.password));
    Ok(())
}
