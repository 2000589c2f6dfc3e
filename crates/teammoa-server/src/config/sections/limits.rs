use teammoa_service::limit::{Limits, Quota};

use crate::config::{
    reader::{Noted, Reader},
    values::{self, Rate},
    variables,
};

/// Reads the throttles.
pub(in crate::config) fn read(reader: &mut Reader<'_>) -> Result<Limits, Noted> {
    let mut quota = |variable| reader.value(variable, values::rate).map(quota);
    let login = quota(variables::RATE_LOGIN);
    let sign_up = quota(variables::RATE_SIGN_UP);
    let resend = quota(variables::RATE_RESEND);
    let reset = quota(variables::RATE_RESET);
    let letters = quota(variables::RATE_LETTERS);
    let availability = quota(variables::RATE_AVAILABILITY);
    Ok(Limits {
        login: login?,
        sign_up: sign_up?,
        resend: resend?,
        reset: reset?,
        letters: letters?,
        availability: availability?,
    })
}

fn quota(Rate { count, per }: Rate) -> Quota {
    Quota::new(count.get(), per)
}
