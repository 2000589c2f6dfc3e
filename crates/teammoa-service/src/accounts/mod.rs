//! Accounts: getting one, getting in, getting out.

mod activate;
mod create_admin;
mod log_in;
mod log_out;
mod person;
mod session;
mod sign_up;
mod unverified;

pub use activate::{Activation, ActivationError, activate, find_activation};
pub use create_admin::{CreateAdmin, CreateAdminError, create_admin};
pub use log_in::{LogIn, LogInError, log_in};
pub use log_out::log_out;
pub use person::{Current, account, current_person, set_language};
pub use session::{Device, NewSession};
pub use sign_up::{SignUp, SignUpError, sign_up};
pub use teammoa_persistence::sessions::Person;
pub use teammoa_persistence::users::{Account, Unverified};
pub use unverified::{Swept, delete_unverified};
