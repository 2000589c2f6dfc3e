//! Where the links in our letters lead, and how long they live. `web` serves these paths.

use chrono::TimeDelta;

use crate::secrets::Token;

/// How long an activation link lives.
pub(super) const ACTIVATION_LIFETIME: TimeDelta = TimeDelta::days(3);
/// How long a link that sets a new password lives: it is as good as the password.
pub(super) const RESET_LIFETIME: TimeDelta = TimeDelta::hours(1);
/// How long a link that proves a new address lives.
pub(super) const EMAIL_CHANGE_LIFETIME: TimeDelta = TimeDelta::days(1);

pub(super) fn activation_path(token: &Token) -> String {
    format!("/accounts/activate/{}/", token.expose())
}

pub(super) fn reset_path(token: &Token) -> String {
    format!("/accounts/password/reset/{}/", token.expose())
}

pub(super) fn email_change_path(token: &Token) -> String {
    format!("/accounts/email/confirm/{}/", token.expose())
}
