#![doc = include_str!("../README.md")]

mod close;

pub use close::{CloseCode, ComeBack};
