//! One team, for its members.

use serde::Serialize;
use teammoa_domain::{Language, TeamId};

use crate::view::{Moment, Page};

/// The team and who is in it.
#[derive(Debug, Clone, Serialize)]
pub struct TeamShow {
    /// The team.
    pub team: Team,
    /// Its members, the host first.
    pub members: Vec<TeamMember>,
}

/// A team, as its members see it.
#[derive(Debug, Clone, Serialize)]
pub struct Team {
    /// Which team.
    pub id: TeamId,
    /// Its name.
    pub title: String,
    /// What it is about; may be empty.
    pub introduction: String,
    /// How many are in it.
    pub member_count: i64,
    /// How many may be in it.
    pub member_limit: i32,
    /// What newcomers type to find it.
    pub invite_code: String,
    /// Who leads it.
    pub host_nickname: String,
    /// Whether the reader leads it.
    pub is_host: bool,
}

/// Somebody in a team.
#[derive(Debug, Clone, Serialize)]
pub struct TeamMember {
    /// The name that others see.
    pub nickname: String,
    /// The name to log in with.
    pub username: String,
    /// Whether he or she leads the team.
    pub is_host: bool,
    /// Since when.
    pub joined: Moment,
}

impl Page for TeamShow {
    const TEMPLATE: &'static str = "pages/teams/show.html";

    fn samples(language: Language) -> Vec<Self> {
        let member = |nickname: &str, username: &str, is_host: bool| TeamMember {
            nickname: nickname.to_owned(),
            username: username.to_owned(),
            is_host,
            joined: Moment::sample(language),
        };
        let team = Team {
            id: TeamId::from(1),
            title: "졸업 작품 3조".to_owned(),
            introduction: "매주 화요일에 모여 캠퍼스 길찾기 앱을 만들어요.\n5월 발표까지 함께 달려요."
                .to_owned(),
            member_count: 4,
            member_limit: 12,
            invite_code: "7KQ2MX9PB4TD".to_owned(),
            host_nickname: "미나".to_owned(),
            is_host: true,
        };
        let members = vec![
            member("미나", "mina", true),
            member("Jun", "jun.k", false),
            member("하늘", "haneul_2", false),
            member("서연", "seoyeon", false),
        ];
        let alone = Self {
            team: Team { introduction: String::new(), member_count: 1, ..team.clone() },
            members: members.iter().take(1).cloned().collect(),
        };
        vec![Self { team, members }, alone]
    }
}
