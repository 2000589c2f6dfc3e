//! The teams that a person belongs to.

use diesel::prelude::*;
use teammoa_domain::{TeamId, UserId};

use crate::counting::CountRows;
use crate::schema::{memberships, teams, users};
use crate::{Conn, Error, Page, PageRequest};

/// A team in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamCard {
    /// The team.
    pub id: TeamId,
    /// What it is called.
    pub title: String,
    /// What it says about itself.
    pub introduction: String,
    /// How many members it has.
    pub member_count: i64,
    /// How many it takes.
    pub member_limit: i32,
    /// What its host is called.
    pub host_nickname: String,
    /// Its host.
    pub host_id: UserId,
    /// Whether the one who asked is the host.
    pub is_host: bool,
}

#[derive(Queryable)]
struct CardRow {
    id: i64,
    title: String,
    introduction: String,
    member_count: i64,
    member_limit: i32,
    host_nickname: String,
    host_id: i64,
}

/// A person's teams with their hosts and how many members they have, in the order in which he joined: one query for any
/// number of teams.
pub fn team_list(conn: &mut Conn, user: UserId, page: PageRequest) -> Result<Page<TeamCard>, Error> {
    let all = diesel::alias!(memberships as all_members);
    let member_count =
        all.filter(all.field(memberships::team_id).eq(teams::id)).count().single_value().assume_not_null();
    let rows: Vec<CardRow> = memberships::table
        .inner_join(teams::table.inner_join(users::table))
        .filter(memberships::user_id.eq(user.get()))
        .order(memberships::id)
        .limit(page.limit())
        .offset(page.offset())
        .select((
            teams::id,
            teams::title,
            teams::introduction,
            member_count,
            teams::member_limit,
            users::nickname,
            teams::host_id,
        ))
        .load(conn)
        .counting_rows()?;
    let cards = rows.into_iter().map(|row| row.seen_by(user)).collect();
    Ok(page.page(cards))
}

impl CardRow {
    fn seen_by(self, user: UserId) -> TeamCard {
        TeamCard {
            id: self.id.into(),
            title: self.title,
            introduction: self.introduction,
            member_count: self.member_count,
            member_limit: self.member_limit,
            host_nickname: self.host_nickname,
            host_id: self.host_id.into(),
            is_host: self.host_id == user.get(),
        }
    }
}
