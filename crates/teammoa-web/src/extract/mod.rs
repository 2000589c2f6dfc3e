//! What handlers ask of a request: who sends it, what it may see, what it brings.

mod body;
mod device;
mod member;
mod session;
mod signed_in;
mod visit;

pub(crate) use body::{Body, Form, OpenBody};
pub(crate) use member::Member;
pub use session::COOKIE as SESSION_COOKIE;
pub(crate) use signed_in::SignedIn;
pub(crate) use visit::Visit;
