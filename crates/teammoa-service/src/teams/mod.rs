//! Teams: making one, seeing one's own, and the proof that somebody belongs to one.

mod create;
mod list;
mod membership;

pub use create::{CreateTeam, CreateTeamError, create};
pub use list::list;
pub use membership::{EnterError, Membership, enter, members};
pub use teammoa_persistence::memberships::Member;
pub use teammoa_persistence::teams::TeamDetail;
pub use teammoa_persistence::views::team_list::TeamCard;
