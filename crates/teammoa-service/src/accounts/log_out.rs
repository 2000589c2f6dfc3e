//! Getting out.

use teammoa_persistence::sessions;

use crate::secrets::Token;
use crate::{Fault, Services};

/// Ends the session of a token. Ending one that is not there is no error: the result is the same.
pub async fn log_out(services: &Services, token: &str) -> Result<(), Fault> {
    let Some(token) = Token::parse(token) else { return Ok(()) };
    let hash = token.hash();
    services.db.write(move |conn| sessions::delete(conn, &hash)).await.map(drop).map_err(Fault::Store)
}
