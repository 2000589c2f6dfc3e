//! What the configuration accepts, refuses and says.

mod defaults;
mod files;
mod production;
mod refusals;

use teammoa_server::config::{Config, Parts, Problems, Sources};

/// The configuration that these variables give.
fn read(environment: &[(&str, &str)]) -> Result<Config, Problems> {
    Parts::read(&Sources::of(environment, &[])).complete().map(|loaded| loaded.config)
}

/// The names of the variables that something is wrong with.
fn wrong(environment: &[(&str, &str)]) -> Vec<String> {
    let problems = read(environment).expect_err("something should be wrong").problems;
    problems.into_iter().map(|problem| problem.name).collect()
}
