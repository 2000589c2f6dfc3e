//! Teams: the list, a new one, one.

pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod show;
