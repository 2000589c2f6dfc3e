//! Who belongs to which team.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::{MembershipId, TeamId, UserId};

use crate::counting::CountRows;
use crate::row::{moment, stored};
use crate::schema::{memberships, teams, users};
use crate::{Conn, Db, Error};

/// A member as the others see him.
#[derive(Debug, Clone)]
pub struct Member {
    /// His place in the team.
    pub id: MembershipId,
    /// His account.
    pub user_id: UserId,
    /// The name to log in with.
    pub username: String,
    /// The name that others see.
    pub nickname: String,
    /// Whether he is the host.
    pub is_host: bool,
    /// When he came.
    pub joined_at: DateTime<Utc>,
}

#[derive(Queryable)]
struct MemberRow {
    id: i64,
    user_id: i64,
    username: String,
    nickname: String,
    host_id: i64,
    joined_at: NaiveDateTime,
}

/// Makes a person a member. The limit is the caller's business, under [`teams::lock`](crate::teams::lock).
///
/// Fails with [`Error::UniqueViolation`] naming [`Membership`](crate::Unique::Membership) when he is one already, and
/// with [`Error::ForeignKey`] when there is no such team or person; the transaction stays usable then.
pub fn insert(
    conn: &mut Conn,
    team: TeamId,
    user: UserId,
    joined_at: DateTime<Utc>,
) -> Result<MembershipId, Error> {
    Db::savepoint(conn, |conn| {
        let id: i64 = diesel::insert_into(memberships::table)
            .values((
                memberships::team_id.eq(team.get()),
                memberships::user_id.eq(user.get()),
                memberships::joined_at.eq(stored(joined_at)),
            ))
            .returning(memberships::id)
            .get_result(conn)?;
        Ok(id.into())
    })
}

/// The members of a team, the host first and the others in the order in which they came, at most `limit`.
pub fn list_for_team(conn: &mut Conn, team: TeamId, limit: i64) -> Result<Vec<Member>, Error> {
    let rows: Vec<MemberRow> = memberships::table
        .inner_join(users::table)
        .inner_join(teams::table)
        .filter(memberships::team_id.eq(team.get()))
        .order((memberships::user_id.eq(teams::host_id).desc(), memberships::id))
        .limit(limit)
        .select((
            memberships::id,
            users::id,
            users::username,
            users::nickname,
            teams::host_id,
            memberships::joined_at,
        ))
        .load(conn)
        .counting_rows()?;
    Ok(rows.into_iter().map(Member::from).collect())
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        Self {
            id: row.id.into(),
            user_id: row.user_id.into(),
            username: row.username,
            nickname: row.nickname,
            is_host: row.host_id == row.user_id,
            joined_at: moment(row.joined_at),
        }
    }
}
