//! The teams of the signed-in person.

use serde::Serialize;
use teammoa_domain::{Language, TeamId};

use crate::view::Page;

/// One page of cards.
#[derive(Debug, Clone, Serialize)]
pub struct TeamList {
    /// The teams of this page of the list.
    pub teams: Vec<TeamCard>,
    /// Where this page stands among the others.
    pub pager: Pager,
}

/// A team at a glance.
#[derive(Debug, Clone, Serialize)]
pub struct TeamCard {
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
    /// Who leads it.
    pub host_nickname: String,
    /// Whether the reader leads it.
    pub is_host: bool,
}

/// Links to the neighbours of a page of a list.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Pager {
    /// The number of this page, from 1.
    pub number: u32,
    /// Whether there is a page before it.
    pub has_previous: bool,
    /// Whether there is a page after it.
    pub has_next: bool,
}

impl Pager {
    /// Page `number` of a list, with or without a next one.
    pub fn new(number: u32, has_next: bool) -> Self {
        Self { number, has_previous: number > 1, has_next }
    }
}

impl Page for TeamList {
    const TEMPLATE: &'static str = "pages/teams/list.html";

    fn samples(_: Language) -> Vec<Self> {
        let card = |id: i64, title: &str, introduction: &str, member_count, host: &str| TeamCard {
            id: TeamId::from(id),
            title: title.to_owned(),
            introduction: introduction.to_owned(),
            member_count,
            member_limit: 12,
            host_nickname: host.to_owned(),
            is_host: id == 1,
        };
        let teams = vec![
            card(
                1,
                "졸업 작품 3조",
                "매주 화요일에 모여 캠퍼스 길찾기 앱을 만들어요. 5월 발표까지 함께 달려요.",
                4,
                "미나",
            ),
            card(2, "Robot Club", "Line followers, sumo bots and one very slow cat feeder.", 11, "Jun"),
            card(3, "<script>alert(1)</script>", "", 1, "하늘"),
            card(4, "새벽 독서 모임", "한 달에 한 권, 아침 일곱 시에 만나요.", 12, "서연"),
        ];
        let empty = Self { teams: Vec::new(), pager: Pager::new(1, false) };
        let middle = Self { teams: teams.clone(), pager: Pager::new(2, true) };
        let pager = Pager::new(1, false);
        vec![Self { teams, pager }, empty, middle]
    }
}
