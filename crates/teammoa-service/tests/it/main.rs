//! The use cases, each on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod activation;
mod admin;
mod demo;
mod health;
mod log_in;
mod mail_folder;
mod sign_up;
mod sign_up_concurrency;
mod sign_up_mail;
mod teams;
mod unverified;

use teammoa_service::Services;
use teammoa_service::accounts::{self, SignUp};

/// A form that nothing is wrong with.
fn form(username: &str) -> SignUp {
    SignUp {
        username: username.into(),
        email: format!("{username}@example.com"),
        nickname: "미나".into(),
        password: "violet-teapot-42".into(),
        password_repeated: "violet-teapot-42".into(),
        ..SignUp::default()
    }
}

/// The token in an activation link.
fn token(link: &str) -> String {
    link.trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
}

async fn can_log_in(services: &Services, identifier: &str) -> bool {
    let command = accounts::LogIn {
        identifier: identifier.into(),
        password: "violet-teapot-42".into(),
        device: accounts::Device::default(),
    };
    match accounts::log_in(services, command).await {
        Ok(_) => true,
        Err(accounts::LogInError::Rejected) => false,
        Err(error) => panic!("{error}"),
    }
}
