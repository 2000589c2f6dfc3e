//! The proof that somebody may see a team.

use teammoa_domain::{TeamId, UserId};
use teammoa_persistence::memberships::{self, Member};
use teammoa_persistence::teams::{self, TeamDetail};

use crate::{Fault, Services};

/// A team that its holder belongs to. [`enter`] is the only way to get one, and whatever is inside a team asks for one:
/// so a foreign team can't be reached by a forgotten `if`.
#[derive(Debug, Clone)]
pub struct Membership {
    team: TeamDetail,
}

/// Why somebody is not let into a team.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// There is no such team, or he does not belong to it: which of the two is not told.
    #[error("no such team for this person")]
    NotFound,
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Membership {
    /// The team.
    pub fn team(&self) -> &TeamDetail {
        &self.team
    }
}

/// Lets somebody into a team that he belongs to, in one query.
pub async fn enter(services: &Services, user: UserId, team: TeamId) -> Result<Membership, EnterError> {
    let find = move |conn: &mut _| teams::find_for_member(conn, team, user);
    let found = services.db.read(find).await.map_err(Fault::Store)?;
    found.map(|team| Membership { team }).ok_or(EnterError::NotFound)
}

/// The members of a team, the host first; at most as many as a team may have.
pub async fn members(services: &Services, membership: &Membership) -> Result<Vec<Member>, Fault> {
    let team = membership.team.id;
    let limit = i64::try_from(teammoa_domain::team::MemberLimit::MAX).unwrap_or(i64::MAX);
    services.db.read(move |conn| memberships::list_for_team(conn, team, limit)).await.map_err(Fault::Store)
}
