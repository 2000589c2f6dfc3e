//! A new team.

use teammoa_domain::team::{Introduction, InviteCode, MemberLimit, TeamPassword, TeamTitle};
use teammoa_domain::{FieldErrors, TeamId, UserId};
use teammoa_persistence::teams::{self, NewTeam};
use teammoa_persistence::{Conn, Error as StoreError, memberships};

use crate::{Fault, Services, secrets};

/// What is typed into the form for a new team.
#[derive(Debug, Clone, Default)]
pub struct CreateTeam {
    /// What it is called.
    pub title: String,
    /// What it says about itself.
    pub introduction: String,
    /// How many members it may have, the host included.
    pub member_limit: String,
    /// What those who join have to know.
    pub password: String,
}

/// Why there is no new team.
#[derive(Debug, thiserror::Error)]
pub enum CreateTeamError {
    /// Something was typed that can't be. Fields are named as in [`CreateTeam`].
    #[error("some values can't be used")]
    Invalid(FieldErrors),
    /// Our failure.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Makes a team, with its maker as host and first member.
pub async fn create(
    services: &Services,
    host: UserId,
    command: CreateTeam,
) -> Result<TeamId, CreateTeamError> {
    let draft = Draft::read(&command).map_err(CreateTeamError::Invalid)?;
    let new = NewTeam {
        title: draft.title,
        introduction: draft.introduction,
        member_limit: draft.member_limit,
        password_hash: services.hasher.hash(draft.password.expose()).await?,
        invite_code: InviteCode::from_random(secrets::random()?),
        host,
        time_zone: services.settings.time_zone.clone(),
        created_at: services.now(),
    };
    let work = move |conn: &mut Conn| {
        let team = teams::insert(conn, &new)?;
        memberships::insert(conn, team, host, new.created_at)?;
        Ok::<_, StoreError>(team)
    };
    Ok(services.db.write(work).await.map_err(Fault::Store)?)
}

struct Draft {
    title: TeamTitle,
    introduction: Introduction,
    member_limit: MemberLimit,
    password: TeamPassword,
}

impl Draft {
    fn read(form: &CreateTeam) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let title = errors.check("title", TeamTitle::parse(&form.title));
        let introduction = errors.check("introduction", Introduction::parse(&form.introduction));
        let member_limit = errors.check("member_limit", MemberLimit::parse(&form.member_limit));
        let password = errors.check("password", TeamPassword::parse(&form.password));
        match (title, introduction, member_limit, password) {
            (Some(title), Some(introduction), Some(member_limit), Some(password)) => {
                Ok(Self { title, introduction, member_limit, password })
            }
            _ => Err(errors),
        }
    }
}
