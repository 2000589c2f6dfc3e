//! The teams of one person.

use teammoa_domain::UserId;
use teammoa_persistence::views::team_list::{self, TeamCard};
use teammoa_persistence::{Page, PageRequest};

use crate::{Fault, Services};

/// The teams that somebody belongs to, with their hosts and how many they are, in one query; the one he joined first
/// comes first.
pub async fn list(services: &Services, user: UserId, page: PageRequest) -> Result<Page<TeamCard>, Fault> {
    services.db.read(move |conn| team_list::team_list(conn, user, page)).await.map_err(Fault::Store)
}
