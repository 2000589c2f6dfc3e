//! My teams.

use actix_web::HttpResponse;
use actix_web::web::Query;
use serde::Deserialize;
use teammoa_service::{PageRequest, teams};

use crate::extract::SignedIn;
use crate::failure::Failure;
use crate::view::pages::{Pager, TeamCard, TeamList};

/// How many cards one page has: a multiple of two and three columns.
const SIZE: u32 = 60;

/// Which part of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Part {
    page: Option<u32>,
}

/// The teams of the person, as cards.
pub(crate) async fn show(visit: SignedIn, part: Query<Part>) -> Result<HttpResponse, Failure> {
    let wanted = PageRequest { number: part.page.unwrap_or(1), size: SIZE };
    let found = teams::list(visit.services(), visit.user(), wanted).await?;
    visit.render(&TeamList {
        pager: Pager::new(found.number, found.has_next),
        teams: found.items.into_iter().map(card).collect(),
    })
}

fn card(team: teams::TeamCard) -> TeamCard {
    TeamCard {
        id: team.id,
        title: team.title,
        introduction: team.introduction,
        member_count: team.member_count,
        member_limit: team.member_limit,
        host_nickname: team.host_nickname,
        is_host: team.is_host,
    }
}
