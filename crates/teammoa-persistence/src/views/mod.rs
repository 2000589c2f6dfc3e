//! What pages and lists show, one module for each: a finished view from one query, or one query for each kind of child.
//!
//! Each has a budget test: as many queries with 1 row as with 200.

pub mod team_list;
