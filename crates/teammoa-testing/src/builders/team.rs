//! Teams.

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use teammoa_domain::team::{Introduction, InviteCode, MemberLimit, TeamTitle};
use teammoa_domain::{TeamId, UserId};
use teammoa_persistence::teams::{self, NewTeam};
use teammoa_persistence::{Conn, Db, Error, memberships};

use super::{PASSWORD, Person, password_hash, valid};
use crate::TestClock;

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Which one it is.
    pub id: TeamId,
    /// What it is called.
    pub title: String,
    /// Its host, who is its first member.
    pub host: UserId,
    /// The code by which it is found.
    pub invite_code: String,
    /// What it asks of those who join.
    pub password: &'static str,
}

/// Makes a team of at most ten, unless told otherwise. It needs a [`host`](TeamBuilder::host).
#[derive(Clone, Debug)]
pub struct TeamBuilder {
    title: String,
    introduction: String,
    member_limit: i64,
    host: Option<UserId>,
    members: Vec<UserId>,
    created_at: DateTime<Utc>,
}

impl TeamBuilder {
    /// A team with this title.
    pub fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            introduction: String::new(),
            member_limit: 10,
            host: None,
            members: Vec::new(),
            created_at: TestClock::START,
        }
    }

    /// Its host, who becomes its first member.
    #[must_use]
    pub fn host(mut self, host: &Person) -> Self {
        self.host = Some(host.id);
        self
    }

    /// One more member.
    #[must_use]
    pub fn member(mut self, member: &Person) -> Self {
        self.members.push(member.id);
        self
    }

    /// More members.
    #[must_use]
    pub fn members<'a>(mut self, members: impl IntoIterator<Item = &'a Person>) -> Self {
        self.members.extend(members.into_iter().map(|member| member.id));
        self
    }

    /// Words about itself.
    #[must_use]
    pub fn introduction(mut self, introduction: &str) -> Self {
        introduction.clone_into(&mut self.introduction);
        self
    }

    /// Room for this many, the host included. It is not checked against the members that are built.
    #[must_use]
    pub fn member_limit(mut self, limit: u8) -> Self {
        self.member_limit = limit.into();
        self
    }

    /// Another time of creation, at which also everybody joined, than [`TestClock::START`].
    #[must_use]
    pub fn created_at(mut self, time: DateTime<Utc>) -> Self {
        self.created_at = time;
        self
    }

    /// Writes the team and its members.
    ///
    /// # Panics
    /// Without a host, when a value breaks the rules of the domain, or when the database refuses it.
    pub async fn insert(self, db: &Db) -> Team {
        let mut teams = Self::insert_all([self], db).await;
        teams.pop().unwrap_or_else(|| panic!("one team was to be inserted"))
    }

    /// Writes many teams in one transaction, and gives them in the same order.
    ///
    /// # Panics
    /// As [`TeamBuilder::insert`]; then none is written.
    pub async fn insert_all(teams: impl IntoIterator<Item = Self>, db: &Db) -> Vec<Team> {
        let hash = password_hash().await;
        let teams: Vec<(Self, NewTeam)> =
            teams.into_iter().map(|team| (team.clone(), team.new_team(&hash))).collect();
        db.write(move |conn| teams.into_iter().map(|(team, new)| team.write(conn, &new)).collect())
            .await
            .unwrap_or_else(|error: Error| panic!("the teams cannot be inserted: {error}"))
    }

    fn new_team(&self, hash: &str) -> NewTeam {
        NewTeam {
            title: valid("title", TeamTitle::parse(&self.title)),
            introduction: valid("introduction", Introduction::parse(&self.introduction)),
            member_limit: valid("member limit", MemberLimit::new(self.member_limit)),
            password_hash: hash.to_owned(),
            invite_code: next_invite_code(),
            host: self.host.unwrap_or_else(|| panic!("the team {} was built without a host", self.title)),
            time_zone: "Asia/Seoul".to_owned(),
            created_at: self.created_at,
        }
    }

    fn write(self, conn: &mut Conn, new: &NewTeam) -> Result<Team, Error> {
        let id = teams::insert(conn, new)?;
        for member in [new.host].into_iter().chain(self.members) {
            memberships::insert(conn, id, member, self.created_at)?;
        }
        Ok(Team {
            id,
            title: self.title,
            host: new.host,
            invite_code: new.invite_code.as_str().to_owned(),
            password: PASSWORD,
        })
    }
}

/// A code that no other built team of this process has: a counter, five bits to a character.
fn next_invite_code() -> InviteCode {
    static COUNTER: AtomicU64 = AtomicU64::new(1);
    let number = COUNTER.fetch_add(1, Ordering::Relaxed);
    let mut shift = 5 * InviteCode::LENGTH;
    let bytes = [(); InviteCode::LENGTH].map(|()| {
        shift -= 5;
        u8::try_from((number >> shift) & 31).unwrap_or_default()
    });
    InviteCode::from_random(bytes)
}
