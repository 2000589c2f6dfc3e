//! The whole site, one line for each address.

use super::route::{Access, Route};
use crate::{api, pages};

/// What people see, and what machines ask for besides the API.
pub(super) fn pages() -> Vec<Route> {
    use pages::{accounts, assets, health, landing, language, settings, teams};
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
        Route::new("/accounts/resend/", Access::Public)
            .get(accounts::resend::show)
            .post(accounts::resend::submit),
        Route::new("/accounts/resend/sent/", Access::Public).get(accounts::resend::sent),
        Route::new("/accounts/password/forgot/", Access::Public)
            .get(accounts::forgot_password::show)
            .post(accounts::forgot_password::submit),
        Route::new("/accounts/password/forgot/sent/", Access::Public).get(accounts::forgot_password::sent),
        Route::new("/accounts/password/reset/{token}/", Access::Public)
            .get(accounts::reset_password::show)
            .post(accounts::reset_password::submit),
        Route::new("/accounts/email/confirm/{token}/", Access::Public)
            .get(accounts::confirm_email::show)
            .post(accounts::confirm_email::submit),
        Route::new("/settings/", Access::SignedIn)
            .get(settings::profile::show)
            .post(settings::profile::submit),
        Route::new("/settings/password/", Access::SignedIn)
            .get(settings::password::show)
            .post(settings::password::submit),
        Route::new("/settings/email/", Access::SignedIn)
            .get(settings::email::show)
            .post(settings::email::submit),
        Route::new("/settings/sessions/", Access::SignedIn).get(settings::sessions::show),
        Route::new("/settings/sessions/revoke-others/", Access::SignedIn)
            .post(settings::sessions::revoke_others),
        Route::new("/settings/sessions/{session_id}/revoke/", Access::SignedIn)
            .post(settings::sessions::revoke),
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
    use api::users::{availability, email, log_in, me, password, register, sessions};
    use api::{docs, teams};
    vec![
        Route::new("/api/v1/users/register/", Access::Public).post(register::register),
        Route::new("/api/v1/users/resend-activation/", Access::Public).post(register::resend_activation),
        Route::new("/api/v1/users/check-availability/", Access::Public).post(availability::check),
        Route::new("/api/v1/users/login/", Access::Public).post(log_in::log_in),
        Route::new("/api/v1/users/logout/", Access::SignedIn).post(log_in::log_out),
        Route::new("/api/v1/users/forgot-password/", Access::Public).post(password::forgot),
        Route::new("/api/v1/users/reset-password/", Access::Public).post(password::reset),
        Route::new("/api/v1/users/change-password/", Access::SignedIn).post(password::change),
        Route::new("/api/v1/users/change-email/", Access::SignedIn).post(email::change),
        Route::new("/api/v1/users/confirm-email/", Access::Public).post(email::confirm),
        Route::new("/api/v1/users/me/", Access::SignedIn).get(me::show).patch(me::edit),
        Route::new("/api/v1/users/me/sessions/", Access::SignedIn)
            .get(sessions::list)
            .delete(sessions::end_others),
        Route::new("/api/v1/users/me/sessions/{session_id}/", Access::SignedIn).delete(sessions::end),
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
