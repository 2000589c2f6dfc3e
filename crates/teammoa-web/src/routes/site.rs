//! The whole site, one line for each address.

use super::route::{Access, Route};
use crate::{api, pages};

/// What people see, and what machines ask for besides the API.
pub(super) fn pages() -> Vec<Route> {
    use pages::{accounts, assets, health, landing, language, teams};
    vec![
        Route::new("/", Access::Public).get(landing::show),
        Route::new("/language/", Access::Public).post(language::choose),
        Route::new("/accounts/signup/", Access::Public)
            .get(accounts::sign_up::show)
            .post(accounts::sign_up::submit),
        Route::new("/accounts/signup/sent/", Access::Public).get(accounts::sign_up::sent),
        Route::new("/accounts/activate/{token}/", Access::Public)
            .get(accounts::activate::show)
            .post(accounts::activate::submit),
        Route::new("/accounts/login/", Access::Public)
            .get(accounts::log_in::show)
            .post(accounts::log_in::submit),
        Route::new("/accounts/logout/", Access::Public).post(accounts::log_out::submit),
        Route::new("/teams/", Access::SignedIn).get(teams::list::show),
        Route::new("/teams/new/", Access::SignedIn).get(teams::new::show).post(teams::new::submit),
        Route::new("/teams/{team_id}/", Access::Member).get(teams::show::show),
        Route::new("/assets/{hash}/{path:.*}", Access::Public).get(assets::serve),
        Route::new("/favicon.ico", Access::Public).get(assets::favicon),
        Route::new("/robots.txt", Access::Public).get(assets::robots),
        Route::new("/health/ready", Access::Public).get(health::ready),
    ]
}

/// What programs ask for.
pub(super) fn api() -> Vec<Route> {
    use api::{docs, teams, users};
    vec![
        Route::new("/api/v1/users/register/", Access::Public).post(users::register),
        Route::new("/api/v1/users/login/", Access::Public).post(users::log_in),
        Route::new("/api/v1/users/logout/", Access::SignedIn).post(users::log_out),
        Route::new("/api/v1/users/me/", Access::SignedIn).get(users::me),
        Route::new("/api/v1/teams/", Access::SignedIn).get(teams::list).post(teams::create),
        Route::new("/api/v1/teams/{team_id}/", Access::Member).get(teams::show),
        Route::new("/api/openapi.json", Access::Public).get(docs::document),
        Route::new("/api/docs/", Access::Public).get(docs::index),
        Route::new("/api/docs/{file}", Access::Public).get(docs::file),
    ]
}

/// What only developers need.
pub(super) fn dev() -> Vec<Route> {
    use pages::dev::{log_in, mail};
    vec![
        Route::new("/dev/mail/", Access::Development).get(mail::list),
        Route::new("/dev/mail/{name}/", Access::Development).get(mail::show),
        Route::new("/dev/login/", Access::Development).post(log_in::submit),
    ]
}
