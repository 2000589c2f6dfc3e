//! The pages, by their addresses.

mod accounts;
mod dev;
mod landing;
mod language;
mod lost;
mod settings;
mod teams;
mod throttles;
mod way_in;
