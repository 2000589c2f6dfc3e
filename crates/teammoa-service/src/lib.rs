#![doc = include_str!("../README.md")]

pub mod accounts;
mod clock;
pub mod demo;
mod fault;
pub mod health;
pub mod limit;
pub mod mail;
pub mod secrets;
mod services;
pub mod shared;
mod tasks;
pub mod teams;

pub use clock::Clock;
pub use fault::Fault;
pub use services::{ServiceSettings, Services, SetUpError};
pub use tasks::Tasks;
pub use teammoa_persistence::queries::{QueryStats, current as current_queries, observe};
pub use teammoa_persistence::{Page, PageRequest};
