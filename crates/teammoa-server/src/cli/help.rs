//! The part of `--help` that explains every variable.

use std::fmt::Write as _;

use crate::config::variables::{ALL, Default, Group, Variable};

const INTRODUCTION: &str = "\
Configuration:
  By environment variables, or by lines NAME=value in a file .env in the working folder; the environment wins. \
Every variable can also be given as NAME_FILE, the path of a file that holds the value (container secrets). An \
empty value counts as not set.
  Durations look like 500ms, 10s, 5m, 1h, 3d; sizes like 64KiB, 20MiB; rates like 100/s, 10/15m. In .env, put values \
with blanks or $ in 'single quotes'.
  (*) checked already, but used only by a later version.";

/// The whole section.
pub(super) fn of_variables() -> String {
    let mut text = INTRODUCTION.to_owned();
    for group in Group::ALL {
        // Writing into a string cannot fail.
        let _ = write!(text, "\n\n{}:", group.title());
        for variable in ALL.iter().filter(|variable| variable.group == group) {
            let _ = write!(text, "\n{}", of(variable));
        }
    }
    text
}

fn of(variable: &Variable) -> String {
    let default = match variable.default {
        Default::None => "not set",
        Default::Text(text) | Default::Computed(text) => text,
    };
    let later = if variable.later { " (*)" } else { "" };
    format!("  {}{later}  [{default}]\n      {}", variable.name, variable.help)
}
