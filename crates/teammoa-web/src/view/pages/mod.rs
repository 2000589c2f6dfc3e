//! The content of every page: one file and one type for each template.

mod activate;
mod activation_dead;
mod dev_mail;
mod dev_mail_list;
mod error;
mod landing;
mod log_in;
mod sign_up;
mod sign_up_sent;
mod team_list;
mod team_new;
mod team_show;

pub use activate::Activate;
pub use activation_dead::ActivationDead;
pub use dev_mail::DevMail;
pub use dev_mail_list::{DevMailLine, DevMailList};
pub use error::ErrorPage;
pub use landing::Landing;
pub use log_in::{Demo, LogIn};
pub use sign_up::SignUp;
pub use sign_up_sent::SignUpSent;
pub use team_list::{Pager, TeamCard, TeamList};
pub use team_new::TeamNew;
pub use team_show::{Team, TeamMember, TeamShow};
