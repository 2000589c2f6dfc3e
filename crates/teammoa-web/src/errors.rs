//! What the errors of the use cases are over HTTP. Faults are logged here, once; their answers say nothing about them.

use actix_web::http::StatusCode;
use teammoa_service::Fault;
use teammoa_service::accounts::{
    ActivationError, AskError, ChangeError, ConfirmError, LogInError, ResetError, SignUpError,
};
use teammoa_service::limit::Exceeded;
use teammoa_service::teams::{CreateTeamError, EnterError};

use crate::failure::Failure;
use crate::view::ViewError;

/// When to come back after a failure that passes, in seconds.
const SOON: u64 = 5;

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        tracing::error!(error = %fault, "a use case failed");
        if fault.is_temporary() { Self::unavailable(SOON) } else { Self::internal() }
    }
}

impl From<Exceeded> for Failure {
    fn from(exceeded: Exceeded) -> Self {
        Self::of_status(StatusCode::TOO_MANY_REQUESTS)
            .detail("too-many-requests", vec![])
            .retry_after(exceeded.seconds())
    }
}

impl From<AskError> for Failure {
    fn from(error: AskError) -> Self {
        match error {
            AskError::Invalid(fields) => Self::invalid(fields),
            AskError::TooMany(exceeded) => exceeded.into(),
        }
    }
}

impl From<ChangeError> for Failure {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::Invalid(fields) => Self::invalid(fields),
            ChangeError::TooMany(exceeded) => exceeded.into(),
            ChangeError::Fault(fault) => fault.into(),
        }
    }
}

impl From<ResetError> for Failure {
    fn from(error: ResetError) -> Self {
        match error {
            ResetError::Dead => Self::not_found(),
            ResetError::Invalid(fields) => Self::invalid(fields),
            ResetError::Fault(fault) => fault.into(),
        }
    }
}

impl From<ConfirmError> for Failure {
    fn from(error: ConfirmError) -> Self {
        match error {
            ConfirmError::Dead => Self::not_found(),
            ConfirmError::Fault(fault) => fault.into(),
        }
    }
}

impl From<ViewError> for Failure {
    fn from(error: ViewError) -> Self {
        tracing::error!(?error, "a page could not be rendered");
        Self::internal()
    }
}

impl From<EnterError> for Failure {
    fn from(error: EnterError) -> Self {
        match error {
            EnterError::NotFound => Self::not_found(),
            EnterError::Fault(fault) => fault.into(),
        }
    }
}

impl From<CreateTeamError> for Failure {
    fn from(error: CreateTeamError) -> Self {
        match error {
            CreateTeamError::Invalid(fields) => Self::invalid(fields),
            CreateTeamError::Fault(fault) => fault.into(),
        }
    }
}

impl From<LogInError> for Failure {
    fn from(error: LogInError) -> Self {
        match error {
            LogInError::Rejected => {
                Self::new(StatusCode::UNAUTHORIZED, "log-in-failed").detail("log-in-failed", vec![])
            }
            LogInError::TooMany(exceeded) => exceeded.into(),
            LogInError::Fault(fault) => fault.into(),
        }
    }
}

impl From<ActivationError> for Failure {
    fn from(error: ActivationError) -> Self {
        match error {
            ActivationError::Dead => Self::not_found(),
            ActivationError::Fault(fault) => fault.into(),
        }
    }
}

impl From<SignUpError> for Failure {
    fn from(error: SignUpError) -> Self {
        let of = |status, code: &'static str| Self::new(status, code).detail(code, vec![]);
        match error {
            SignUpError::Invalid(fields) => Self::invalid(fields),
            SignUpError::UnderWay => of(StatusCode::CONFLICT, "sign-up-pending"),
            SignUpError::MailRefused => of(StatusCode::UNPROCESSABLE_ENTITY, "sign-up-mail-refused"),
            SignUpError::MailFailed => of(StatusCode::SERVICE_UNAVAILABLE, "sign-up-mail-failed"),
            SignUpError::Busy { retry_after } => {
                of(StatusCode::SERVICE_UNAVAILABLE, "sign-up-busy").retry_after(retry_after.as_secs().max(1))
            }
            SignUpError::TooMany(exceeded) => exceeded.into(),
            SignUpError::Fault(fault) => fault.into(),
        }
    }
}
