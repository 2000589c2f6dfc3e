//! What tests begin with.

use chrono::{DateTime, TimeDelta, Utc};
use teammoa_domain::team::{Introduction, InviteCode, MemberLimit, TeamTitle};
use teammoa_domain::user::{Email, Nickname, Profile, Username};
use teammoa_domain::{Language, MembershipId, TeamId, UserId};
use teammoa_persistence::teams::{self, NewTeam};
use teammoa_persistence::users::{self, NewUser};
use teammoa_persistence::{Conn, Db, Error, memberships};

/// The moment at which tests begin, with microseconds, so that they are seen to be kept.
pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_micros(1_790_000_000_123_456).unwrap()
}

pub(crate) fn minutes_later(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

/// An account as a sign-up makes it: not yet activated, mailed now.
pub(crate) fn new_user(name: &str) -> NewUser {
    NewUser {
        username: Username::parse(name).unwrap(),
        email: Email::parse(&format!("{name}@example.com")).unwrap(),
        nickname: Nickname::parse("미나").unwrap(),
        profile: Profile::parse("reads\nmaps").unwrap(),
        password_hash: Some("hash".to_owned()),
        language: Language::En,
        is_staff: false,
        created_at: now(),
        activated_at: None,
        activation_mailed_at: Some(now()),
    }
}

pub(crate) fn new_team(title: &str, host: UserId, code: u8) -> NewTeam {
    NewTeam {
        title: TeamTitle::parse(title).unwrap(),
        introduction: Introduction::parse("we meet on Tuesdays").unwrap(),
        member_limit: MemberLimit::new(10).unwrap(),
        password_hash: "team hash".to_owned(),
        invite_code: InviteCode::from_random([code; InviteCode::LENGTH]),
        host,
        time_zone: "Asia/Seoul".to_owned(),
        created_at: now(),
    }
}

/// A write whose failure fails the test.
pub(crate) async fn write<T: Send + 'static>(
    db: &Db,
    work: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
) -> T {
    db.write(work).await.unwrap()
}

/// A read whose failure fails the test.
pub(crate) async fn read<T: Send + 'static>(
    db: &Db,
    work: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
) -> T {
    db.read(work).await.unwrap()
}

pub(crate) async fn person(db: &Db, name: &str) -> UserId {
    insert(db, new_user(name)).await
}

pub(crate) async fn insert(db: &Db, user: NewUser) -> UserId {
    write(db, move |conn| users::insert(conn, &user)).await
}

/// A team with its host as the only member.
pub(crate) async fn team(db: &Db, title: &str, host: UserId, code: u8) -> TeamId {
    let new = new_team(title, host, code);
    write(db, move |conn| {
        let team = teams::insert(conn, &new)?;
        memberships::insert(conn, team, host, now())?;
        Ok(team)
    })
    .await
}

pub(crate) async fn join(db: &Db, team: TeamId, user: UserId) -> MembershipId {
    write(db, move |conn| memberships::insert(conn, team, user, now())).await
}
