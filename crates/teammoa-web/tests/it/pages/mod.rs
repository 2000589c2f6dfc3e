//! The pages, by their addresses.

mod accounts;
mod dev;
mod landing;
mod language;
mod teams;
mod way_in;
