//! A password and the same once more.

use teammoa_domain::user::{Password, PasswordContext};
use teammoa_domain::{FieldErrors, Invalid};

/// What is typed into the two fields of a new password.
#[derive(Debug, Clone, Default)]
pub struct NewPassword {
    /// The password; see [`Password`] for its rules.
    pub password: String,
    /// The same once more.
    pub repeated: String,
}

/// Reads both fields, `password` and `password2`, and tells all errors at once.
pub(super) fn read(new: &NewPassword, personal: &[&str]) -> Result<Password, FieldErrors> {
    let mut errors = FieldErrors::new();
    match check(new, personal, &mut errors) {
        Some(password) if errors.is_empty() => Ok(password),
        _ => Err(errors),
    }
}

/// As [`read`], for a form with other fields besides.
pub(super) fn check(new: &NewPassword, personal: &[&str], errors: &mut FieldErrors) -> Option<Password> {
    let password = errors.check("password", Password::parse(&new.password, PasswordContext { personal }));
    errors.check("password2", same(new));
    password
}

fn same(new: &NewPassword) -> Result<(), Invalid> {
    if new.repeated.is_empty() {
        Err(Invalid::Required)
    } else if new.repeated == new.password {
        Ok(())
    } else {
        Err(Invalid::Mismatch)
    }
}
