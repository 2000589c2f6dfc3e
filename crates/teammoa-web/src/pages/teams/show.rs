//! One team.

use actix_web::HttpResponse;
use teammoa_service::teams;

use crate::extract::Member;
use crate::failure::Failure;
use crate::view::{Reader, pages};

/// The team and its members.
pub(crate) async fn show(visit: Member) -> Result<HttpResponse, Failure> {
    let members = teams::members(visit.services(), &visit.membership).await?;
    let team = visit.membership.team();
    let zone = team.time_zone.parse().unwrap_or(chrono_tz::Tz::Asia__Seoul);
    let reader = Reader { language: visit.language, zone, now: visit.services().now() };
    let member = |member: teams::Member| pages::TeamMember {
        nickname: member.nickname,
        username: member.username,
        is_host: member.is_host,
        joined: reader.moment(member.joined_at),
    };
    visit.render(&pages::TeamShow {
        team: pages::Team {
            id: team.id,
            title: team.title.clone(),
            introduction: team.introduction.clone(),
            member_count: team.member_count,
            member_limit: team.member_limit,
            invite_code: team.invite_code.clone(),
            host_nickname: team.host_nickname.clone(),
            is_host: team.is_host,
        },
        members: members.into_iter().map(member).collect(),
    })
}
