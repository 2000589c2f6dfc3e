//! Tests of the harness itself: it is only worth something if it can be relied upon.

mod builders;
mod cluster;
mod db;
mod services;
mod smtp;
mod victim;
