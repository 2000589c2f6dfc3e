//! What can be typed.

mod accounts;
mod check;
mod healthcheck;
mod help;
mod installing;
mod reset_password;
