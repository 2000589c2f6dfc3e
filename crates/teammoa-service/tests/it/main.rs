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
mod limit;
mod log_in;
mod mail_folder;
mod outbox;
mod password_reset;
mod rehash;
mod resend;
mod settings;
mod sign_up;
mod sign_up_concurrency;
mod sign_up_mail;
mod teams;
mod throttles;
mod unverified;

use teammoa_service::Services;
use teammoa_service::accounts::{self, SignUp};
use teammoa_testing::{Person, TestServices};

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
    try_log_in(services, identifier, "violet-teapot-42").await
}

async fn try_log_in(services: &Services, identifier: &str, password: &str) -> bool {
    match accounts::log_in(services, log_in(identifier, password)).await {
        Ok(_) => true,
        Err(accounts::LogInError::Rejected) => false,
        Err(error) => panic!("{error}"),
    }
}

fn log_in(identifier: &str, password: &str) -> accounts::LogIn {
    let device = accounts::Device::default();
    accounts::LogIn { identifier: identifier.into(), password: password.into(), device, known: None }
}

/// The token of a new session.
async fn logged_in(app: &TestServices, person: &Person) -> String {
    let command = log_in(&person.username, person.password);
    accounts::log_in(&app.services, command).await.unwrap().token.expose().to_owned()
}
