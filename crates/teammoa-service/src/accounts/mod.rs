//! Accounts: getting one, getting in, changing it, getting out.

mod activate;
mod availability;
mod change_email;
mod change_password;
mod create_admin;
mod forgot_password;
mod identify;
mod links;
mod log_in;
mod log_out;
mod new_password;
mod owner;
mod paths;
mod person;
mod profile;
mod resend;
mod session;
mod sessions;
mod sign_up;
mod unverified;

pub use activate::{Activation, ActivationError, activate, find_activation};
pub use availability::username_problem;
pub use change_email::{
    ChangeEmail, ConfirmError, EmailChange, change_email, confirm_email, find_email_change, pending_email,
};
pub use change_password::{ChangeError, ChangePassword, change_password};
pub use create_admin::{CreateAdmin, CreateAdminError, create_admin};
pub use forgot_password::{PasswordReset, ResetError, find_password_reset, forgot_password, reset_password};
pub use identify::{AskError, AskForMail};
pub use links::{Link, make_link};
pub use log_in::{KnownDevice, LogIn, LogInError, log_in};
pub use log_out::log_out;
pub use new_password::NewPassword;
pub use person::{Current, account, current_person, set_language};
pub use profile::{EditProfile, edit_profile};
pub use resend::resend_activation;
pub(crate) use session::store as store_session;
pub use session::{Device, NewSession};
pub use sessions::{end_other_sessions, end_session, list_sessions};
pub use sign_up::{SignUp, SignUpError, sign_up};
pub use teammoa_persistence::sessions::{Person, SessionInfo};
pub use teammoa_persistence::users::{Account, Unverified};
pub use unverified::{Swept, delete_unverified};
