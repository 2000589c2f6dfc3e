//! Teams.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use teammoa_domain::team::{Introduction, InviteCode, MemberLimit, TeamTitle};
use teammoa_domain::{MembershipId, TeamId, UserId};

use crate::counting::CountRows;
use crate::row::{moment, stored};
use crate::schema::{memberships, teams, users};
use crate::{Conn, Db, Error, dialect};

/// A team that is to be made.
#[derive(Debug, Clone)]
pub struct NewTeam {
    /// What it is called.
    pub title: TeamTitle,
    /// What it says about itself.
    pub introduction: Introduction,
    /// How many members it takes, the host included.
    pub member_limit: MemberLimit,
    /// The hash of the password that it asks of those who join.
    pub password_hash: String,
    /// The code by which it is found.
    pub invite_code: InviteCode,
    /// Its host, who becomes a member by [`memberships::insert`](crate::memberships::insert).
    pub host: UserId,
    /// The IANA name of the time zone that its days are in.
    pub time_zone: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// A team as one of its members sees it.
#[derive(Debug, Clone)]
pub struct TeamDetail {
    /// The team.
    pub id: TeamId,
    /// What it is called.
    pub title: String,
    /// What it says about itself.
    pub introduction: String,
    /// How many members it takes.
    pub member_limit: i32,
    /// How many it has.
    pub member_count: i64,
    /// The code by which it is found.
    pub invite_code: String,
    /// The IANA name of its time zone.
    pub time_zone: String,
    /// Its host.
    pub host_id: UserId,
    /// What the host is called.
    pub host_nickname: String,
    /// The membership of the one who asked.
    pub membership: MembershipId,
    /// Whether the one who asked is the host.
    pub is_host: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

#[derive(Insertable)]
#[diesel(table_name = teams)]
struct NewRow<'a> {
    title: &'a str,
    introduction: &'a str,
    member_limit: i32,
    password_hash: &'a str,
    invite_code: &'a str,
    host_id: i64,
    time_zone: &'a str,
    created_at: NaiveDateTime,
}

#[derive(Queryable)]
struct DetailRow {
    id: i64,
    title: String,
    introduction: String,
    member_limit: i32,
    member_count: i64,
    invite_code: String,
    time_zone: String,
    host_id: i64,
    host_nickname: String,
    membership: i64,
    created_at: NaiveDateTime,
}

/// Makes a team without members and returns its id.
///
/// Fails with [`Error::UniqueViolation`] naming [`InviteCode`](crate::Unique::InviteCode) when another team has the code;
/// the transaction stays usable then, for a try with a new code. [`Error::ForeignKey`]: there is no such host.
pub fn insert(conn: &mut Conn, team: &NewTeam) -> Result<TeamId, Error> {
    let row = NewRow {
        title: team.title.as_str(),
        introduction: team.introduction.as_str(),
        member_limit: team.member_limit.get(),
        password_hash: &team.password_hash,
        invite_code: team.invite_code.as_str(),
        host_id: team.host.get(),
        time_zone: &team.time_zone,
        created_at: stored(team.created_at),
    };
    Db::savepoint(conn, |conn| {
        let id: i64 = diesel::insert_into(teams::table).values(&row).returning(teams::id).get_result(conn)?;
        Ok(id.into())
    })
}

/// A team with its host, in one query; `None` when there is no such team or the person is not a member.
pub fn find_for_member(conn: &mut Conn, team: TeamId, user: UserId) -> Result<Option<TeamDetail>, Error> {
    let all = diesel::alias!(memberships as all_members);
    let member_count =
        all.filter(all.field(memberships::team_id).eq(teams::id)).count().single_value().assume_not_null();
    let row: Option<DetailRow> = memberships::table
        .inner_join(teams::table.inner_join(users::table))
        .filter(memberships::team_id.eq(team.get()))
        .filter(memberships::user_id.eq(user.get()))
        .select((
            teams::id,
            teams::title,
            teams::introduction,
            teams::member_limit,
            member_count,
            teams::invite_code,
            teams::time_zone,
            teams::host_id,
            users::nickname,
            memberships::id,
            teams::created_at,
        ))
        .first(conn)
        .optional()
        .counting_rows()?;
    Ok(row.map(|row| row.seen_by(user)))
}

impl DetailRow {
    fn seen_by(self, user: UserId) -> TeamDetail {
        TeamDetail {
            id: self.id.into(),
            title: self.title,
            introduction: self.introduction,
            member_limit: self.member_limit,
            member_count: self.member_count,
            invite_code: self.invite_code,
            time_zone: self.time_zone,
            host_id: self.host_id.into(),
            host_nickname: self.host_nickname,
            membership: self.membership.into(),
            is_host: self.host_id == user.get(),
            created_at: moment(self.created_at),
        }
    }
}

/// The hash of the password that those who join have to know; `None` when there is no such team.
pub fn find_password_hash(conn: &mut Conn, team: TeamId) -> Result<Option<String>, Error> {
    let found = teams::table.find(team.get()).select(teams::password_hash);
    Ok(found.first(conn).optional().counting_rows()?)
}

/// Locks a team until the end of the transaction, so that a count of its members holds while one is added; `false` when
/// there is no such team.
pub fn lock(conn: &mut Conn, team: TeamId) -> Result<bool, Error> {
    dialect::lock_team(conn, team.get())
}
