//! `migrate`: the schema is up to date afterwards.

use crate::{config::Config, failure::Failure, out, wire};

pub(super) async fn run(config: &Config) -> Result<(), Failure> {
    let db = wire::database(&config.data).await?;
    let applied = db.migrate().await.map_err(Failure::Migration)?;
    for name in &applied {
        out::say(format!("applied {name}"));
    }
    if applied.is_empty() {
        out::say(format!("{} is up to date", config.data.database_url));
    }
    Ok(())
}
