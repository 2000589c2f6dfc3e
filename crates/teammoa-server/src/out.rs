//! What commands say: results to standard output, everything else to standard error.
//!
//! A reader that went away (`teammoa-server check | head -1`) is no reason to fail, so write errors are ignored.

use std::io::{self, Write};

/// Says a line of a command's result.
pub(crate) fn say(line: impl AsRef<str>) {
    let _ = writeln!(io::stdout().lock(), "{}", line.as_ref());
}

/// Says a line about what went wrong or may be wrong.
pub(crate) fn complain(line: impl AsRef<str>) {
    let _ = writeln!(io::stderr().lock(), "{}", line.as_ref());
}
