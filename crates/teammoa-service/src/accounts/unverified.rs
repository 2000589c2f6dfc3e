//! Sign-ups that nobody confirmed: their names must not be taken for ever.

use chrono::TimeDelta;
use teammoa_persistence::users::{self, Unverified};

use crate::{Fault, Services};

/// How many accounts one transaction takes away, so that nobody waits long behind it.
const BATCH: i64 = 200;

/// What a sweep found.
#[derive(Debug, Clone)]
pub struct Swept {
    /// The accounts, oldest first.
    pub accounts: Vec<Unverified>,
    /// How many of them were deleted: none in a dry run, and fewer when somebody activated his at the last moment.
    pub deleted: usize,
}

/// Deletes accounts that were never activated, whose last activation mail left `days` days ago or earlier. Accounts that
/// an administrator disabled are not touched. Name and address are free again at once. With `dry_run` nothing changes.
pub async fn delete_unverified(services: &Services, days: u32, dry_run: bool) -> Result<Swept, Fault> {
    let now = services.now();
    let mut swept = Swept { accounts: Vec::new(), deleted: 0 };
    let Some(mailed_before) = now.checked_sub_signed(TimeDelta::days(i64::from(days))) else {
        return Ok(swept);
    };
    let mut after = None;
    loop {
        let work = move |conn: &mut _| users::list_unverified(conn, mailed_before, after, BATCH);
        let found = services.db.read(work).await.map_err(Fault::Store)?;
        let Some(newest) = found.last() else { return Ok(swept) };
        after = Some(newest.id);
        if !dry_run {
            let ids: Vec<_> = found.iter().map(|account| account.id).collect();
            let delete = move |conn: &mut _| users::soft_delete_unverified(conn, &ids, mailed_before, now);
            swept.deleted += services.db.write(delete).await.map_err(Fault::Store)?;
        }
        swept.accounts.extend(found);
    }
}
