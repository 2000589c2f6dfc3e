//! `/api/v1/teams/`: my teams.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Query;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use teammoa_service::teams::{self, CreateTeam, TeamCard, TeamDetail};
use utoipa::ToSchema;

use super::shapes::{PageQuery, Pagination};
use crate::extract::{Body, Member, SignedIn};
use crate::failure::Failure;

/// A team in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TeamRow {
    /// Which team.
    id: i64,
    /// What it is called.
    title: String,
    /// What it says about itself.
    introduction: String,
    /// How many are in it.
    member_count: i64,
    /// How many may be in it.
    member_limit: i32,
    /// Who leads it.
    host: Host,
    /// Whether I lead it.
    is_host: bool,
}

/// Who leads a team.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Host {
    /// Which person.
    id: i64,
    /// The name that the others see.
    nickname: String,
}

/// A team, as its members see it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TeamFull {
    /// What lists say too.
    #[serde(flatten)]
    row: TeamRow,
    /// What newcomers type to find it.
    invite_code: String,
    /// The IANA time zone in which its days begin.
    time_zone: String,
    /// When it was made.
    created_at: DateTime<Utc>,
}

/// A page of my teams.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TeamPage {
    /// The teams, the one I joined first before the others.
    results: Vec<TeamRow>,
    /// Where this page stands.
    pagination: Pagination,
}

/// A new team.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewTeam {
    /// 1 to 64 characters.
    #[serde(default)]
    #[schema(required)]
    title: String,
    /// At most 500 characters.
    #[serde(default)]
    introduction: String,
    /// 1 to 100, the host included; a number or its digits.
    #[serde(default)]
    #[schema(required, value_type = u8, minimum = 1, maximum = 100)]
    member_limit: Number,
    /// 4 to 100 characters: what those who join have to know.
    #[serde(default)]
    #[schema(required)]
    password: String,
}

/// A number as JSON has it, or as a form writes it. What is none is kept, and refused with the other wrong fields.
#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
enum Number {
    Number(i64),
    Text(String),
}

impl Default for Number {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Number {
    fn text(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text,
        }
    }
}

impl From<TeamCard> for TeamRow {
    fn from(team: TeamCard) -> Self {
        Self {
            id: team.id.get(),
            title: team.title,
            introduction: team.introduction,
            member_count: team.member_count,
            member_limit: team.member_limit,
            host: Host { id: team.host_id.get(), nickname: team.host_nickname },
            is_host: team.is_host,
        }
    }
}

impl From<&TeamDetail> for TeamFull {
    fn from(team: &TeamDetail) -> Self {
        Self {
            row: TeamRow {
                id: team.id.get(),
                title: team.title.clone(),
                introduction: team.introduction.clone(),
                member_count: team.member_count,
                member_limit: team.member_limit,
                host: Host { id: team.host_id.get(), nickname: team.host_nickname.clone() },
                is_host: team.is_host,
            },
            invite_code: team.invite_code.clone(),
            time_zone: team.time_zone.clone(),
            created_at: team.created_at,
        }
    }
}

/// My teams
#[utoipa::path(get, path = "/api/v1/teams/", operation_id = "list_teams", tag = "teams", params(PageQuery),
    security(("session" = [])), responses((status = 200, body = TeamPage, description = "a page of my teams")))]
pub(crate) async fn list(visit: SignedIn, page: Query<PageQuery>) -> Result<HttpResponse, Failure> {
    let found = teams::list(visit.services(), visit.user(), page.request()).await?;
    let pagination = Pagination::of(&found);
    let results = found.items.into_iter().map(TeamRow::from).collect();
    Ok(visit.json(StatusCode::OK, &TeamPage { results, pagination }))
}

/// Make a team
#[utoipa::path(post, path = "/api/v1/teams/", operation_id = "create_team", tag = "teams", request_body = NewTeam,
    security(("session" = [], "csrf" = [])), responses(
    (status = 201, body = TeamFull, description = "made",
        headers(("Location" = String, description = "its address"))),
    (status = 422),
))]
pub(crate) async fn create(visit: SignedIn, body: Body<NewTeam>) -> Result<HttpResponse, Failure> {
    let Body(form) = body;
    let command = CreateTeam {
        title: form.title,
        introduction: form.introduction,
        member_limit: form.member_limit.text(),
        password: form.password,
    };
    let team = teams::create(visit.services(), visit.user(), command).await?;
    let membership = teams::enter(visit.services(), visit.user(), team).await?;
    let mut response = visit.json(StatusCode::CREATED, &TeamFull::from(membership.team()));
    if let Ok(address) = header::HeaderValue::from_str(&format!("/api/v1/teams/{team}/")) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    Ok(response)
}

/// One of my teams
#[utoipa::path(get, path = "/api/v1/teams/{team_id}/", operation_id = "show_team", tag = "teams",
    security(("session" = [])), params(("team_id" = i64, Path, description = "which team")), responses(
    (status = 200, body = TeamFull, description = "the team"),
    (status = 404, description = "no such team, or not mine"),
))]
pub(crate) async fn show(visit: Member) -> Result<HttpResponse, Failure> {
    Ok(visit.json(StatusCode::OK, &TeamFull::from(visit.membership.team())))
}
