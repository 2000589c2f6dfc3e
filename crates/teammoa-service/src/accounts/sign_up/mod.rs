//! Sign-up and its mail as one unit of work, without a transaction that stays open across the network.
//!
//! 1. One short transaction reserves name and address.
//! 2. The mail is handed over: the activation link or, when the address has an account, a notice to its owner.
//! 3. One transaction creates the person with his token and drops the reservation.
//!
//! When 2 fails, the reservation is dropped, nothing is left and the same values can be used again at once. Both kinds of
//! mail take the same way, so that neither the answer nor its time tells whether an address has an account.
//! `docs/adr/0002-sign-up-and-mail.md` has the reasons.

mod applicant;
mod steps;

use std::time::Duration;

use teammoa_domain::{FieldErrors, Invalid, Language};
use teammoa_persistence::reservations::ReservationId;
use teammoa_persistence::users::MailTarget;

use crate::limit::Exceeded;
use crate::mail::MailError;
use crate::secrets::Token;
use crate::{Fault, Services};
use applicant::Applicant;
use steps::Place;

/// What is typed into the sign-up form.
#[derive(Debug, Clone, Default)]
pub struct SignUp {
    /// The name to log in with.
    pub username: String,
    /// The address for mails.
    pub email: String,
    /// The name that the others see.
    pub nickname: String,
    /// What the person says about himself.
    pub profile: String,
    /// The password.
    pub password: String,
    /// The password once more.
    pub password_repeated: String,
    /// The language of the form: the account starts with it and the mail is written in it.
    pub language: Language,
    /// The network that the request comes from, under which sign-ups are counted.
    pub network: String,
}

/// Why there is no new account. In each case nothing is left behind.
#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    /// Something was typed that can't be, or the username is taken. Fields are named as in [`SignUp`], the repeated
    /// password `password2`.
    #[error("some values can't be used")]
    Invalid(FieldErrors),
    /// Somebody is signing up with this address at this very moment.
    #[error("a sign-up with this address is under way")]
    UnderWay,
    /// The mail server does not take mail for this address.
    #[error("the mail server refuses the address")]
    MailRefused,
    /// The mail server is away, too slow, or does not want the mail now.
    #[error("the mail could not be sent")]
    MailFailed,
    /// Too many sign-ups from this network.
    #[error(transparent)]
    TooMany(#[from] Exceeded),
    /// Too many sign-ups wait for the mail server already.
    #[error("too many sign-ups at once")]
    Busy {
        /// When it is worth trying again.
        retry_after: Duration,
    },
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<teammoa_persistence::Error> for SignUpError {
    fn from(error: teammoa_persistence::Error) -> Self {
        Self::Fault(error.into())
    }
}

/// Signs somebody up; a mail is on its way when this returns without an error. The work goes on to its end even when
/// the returned future is dropped.
pub async fn sign_up(services: &Services, command: SignUp) -> Result<(), SignUpError> {
    let applicant = Applicant::read(&command).map_err(SignUpError::Invalid)?;
    let retry_after = services.settings.smtp_timeout;
    let turn = services.mail_gate.try_enter().ok_or(SignUpError::Busy { retry_after })?;
    services.limiter.take("sign-up", &command.network, services.settings.limits.sign_up).await?;
    let services = services.clone();
    let tasks = services.tasks.clone();
    let work = async move {
        let result = apply(&services, applicant).await;
        drop(turn);
        result
    };
    tasks.run(work).await?
}

async fn apply(services: &Services, applicant: Applicant) -> Result<(), SignUpError> {
    let Place { reservation, owner } = steps::reserve(services, &applicant).await?;
    let settled = match owner {
        Some(owner) => notify(services, &applicant, &owner, reservation).await,
        None => register(services, applicant, reservation).await,
    };
    if settled.is_err() {
        steps::release(services, reservation).await;
    }
    settled
}

async fn register(
    services: &Services,
    applicant: Applicant,
    reservation: ReservationId,
) -> Result<(), SignUpError> {
    let password_hash = services.hasher.hash(applicant.password.expose()).await?;
    let token = Token::new()?;
    let mail = steps::activation_mail(services, &applicant, &token)?;
    services.mailer.send(&mail).await.map_err(|error| refuse(&error))?;
    steps::create(services, applicant, password_hash, (reservation, token.hash())).await
}

/// The same work as [`register`] does, password hash and last transaction included, for an address that has an account
/// already.
async fn notify(
    services: &Services,
    applicant: &Applicant,
    owner: &MailTarget,
    reservation: ReservationId,
) -> Result<(), SignUpError> {
    services.hasher.hash(applicant.password.expose()).await?;
    let mail = steps::notice_mail(services, owner)?;
    services.mailer.send(&mail).await.map_err(|error| refuse(&error))?;
    steps::keep_name(services, reservation).await
}

fn refuse(error: &MailError) -> SignUpError {
    tracing::warn!(%error, "a sign-up failed because of its mail");
    match error {
        MailError::RecipientRefused(_why) => SignUpError::MailRefused,
        MailError::Failed(_why) => SignUpError::MailFailed,
    }
}

fn username_taken() -> SignUpError {
    SignUpError::Invalid(FieldErrors::one("username", Invalid::Taken))
}
