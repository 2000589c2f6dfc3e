//! A team to look at, for the first minute of a newcomer. Only `seed-demo` and development use it.

use teammoa_domain::team::{Introduction, InviteCode, MemberLimit, TeamPassword, TeamTitle};
use teammoa_domain::user::{Email, Nickname, Profile, Username};
use teammoa_domain::{Invalid, Language};
use teammoa_persistence::teams::{self, NewTeam};
use teammoa_persistence::users::{self, NewUser};
use teammoa_persistence::{Conn, Error as StoreError, memberships};

use crate::accounts::{self, Device, NewSession};
use crate::{Fault, Services, secrets};

/// The name to log in with, and the password of every demo account.
pub const USERNAME: &str = "demo";
/// See [`USERNAME`].
pub const PASSWORD: &str = "teammoa-demo";

/// Login name and nickname of the demo people; the first one is the host of the demo team.
const PEOPLE: [(&str, &str); 5] =
    [("minseo", "민서"), (USERNAME, "모아"), ("jiho", "지호"), ("haneul", "하늘"), ("alex", "Alex")];
const TITLE: &str = "졸업작품 3조";
const INTRODUCTION: &str = "동네 가게를 잇는 지도 서비스를 만들어요. 매주 화요일 저녁에 모여요.";

/// What can be logged in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demo {
    /// Login name.
    pub username: &'static str,
    /// Password.
    pub password: &'static str,
    /// Whether it was made just now.
    pub created: bool,
}

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A demo value breaks our own rules.
    #[error("a demo value can't be: {0}")]
    Value(#[from] Invalid),
    /// An account of somebody real has the name or the address of one of the demo people.
    #[error(
        "an account has the name of one of the demo people (minseo, jiho, haneul, alex): the demo needs an empty installation"
    )]
    NameTaken,
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::UniqueViolation(_) => Self::NameTaken,
            other => Self::Fault(other.into()),
        }
    }
}

/// Makes the demo team unless it is there, which it is when [`USERNAME`] is taken. Makes nothing and fails when another
/// account has the name of one of the other demo people.
pub async fn seed(services: &Services) -> Result<Demo, DemoError> {
    let hash = services.hasher.hash(PASSWORD).await?;
    let code = InviteCode::from_random(secrets::random()?);
    let (now, time_zone) = (services.now(), services.settings.time_zone.clone());
    let people: Vec<NewUser> = PEOPLE
        .into_iter()
        .map(|(username, nickname)| person(username, nickname, &hash, now))
        .collect::<Result<_, _>>()?;
    let password_hash = services.hasher.hash(TeamPassword::parse(PASSWORD)?.expose()).await?;
    let team = move |host| {
        Ok::<_, Invalid>(NewTeam {
            title: TeamTitle::parse(TITLE)?,
            introduction: Introduction::parse(INTRODUCTION)?,
            member_limit: MemberLimit::new(8)?,
            password_hash,
            invite_code: code,
            host,
            time_zone,
            created_at: now,
        })
    };
    let work = move |conn: &mut Conn| {
        if users::username_is_taken(conn, USERNAME)? {
            return Ok(false);
        }
        let insert = |person| users::insert(conn, person);
        let members = people.iter().map(insert).collect::<Result<Vec<_>, _>>()?;
        let Some(host) = members.first() else { return Ok(false) };
        let team = teams::insert(conn, &team(*host)?)?;
        for member in members {
            memberships::insert(conn, team, member, now)?;
        }
        Ok::<_, DemoError>(true)
    };
    let created = services.db.write(work).await?;
    Ok(Demo { username: USERNAME, password: PASSWORD, created })
}

/// Whether the demo team was made here.
pub async fn is_there(services: &Services) -> Result<bool, Fault> {
    services.db.read(|conn| users::username_is_taken(conn, USERNAME)).await.map_err(Fault::Store)
}

/// Signs the demo person in without a password; `None` when there is no demo. Development only.
pub async fn log_in(services: &Services, device: Device) -> Result<Option<NewSession>, Fault> {
    let found = services.db.read(|conn| users::find_credentials(conn, USERNAME)).await?;
    let Some(demo) = found else { return Ok(None) };
    let new = NewSession::new(demo.id, demo.nickname)?;
    let row = new.row(&device, services.now());
    services.db.write(move |conn| accounts::store_session(conn, &row)).await?;
    Ok(Some(new))
}

fn person(
    username: &str,
    nickname: &str,
    hash: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<NewUser, Invalid> {
    Ok(NewUser {
        username: Username::parse(username)?,
        email: Email::parse(&format!("{username}@demo.example"))?,
        nickname: Nickname::parse(nickname)?,
        profile: Profile::empty(),
        password_hash: Some(hash.to_owned()),
        language: Language::Ko,
        is_staff: false,
        created_at: now,
        activated_at: Some(now),
        activation_mailed_at: None,
    })
}
