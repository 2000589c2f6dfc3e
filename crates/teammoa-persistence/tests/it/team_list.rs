//! The list of teams: one query, however many there are.

use teammoa_domain::UserId;
use teammoa_persistence::queries::{QueryStats, observe};
use teammoa_persistence::teams::{self, NewTeam};
use teammoa_persistence::views::team_list::{TeamCard, team_list};
use teammoa_persistence::{Page, PageRequest, memberships};
use teammoa_testing::{TestDb, on_both};

use crate::given::{join, new_team, now, person, read, team, write};

async fn page(test: &TestDb, user: UserId, number: u32, size: u32) -> Page<TeamCard> {
    read(&test.db, move |conn| team_list(conn, user, PageRequest { number, size })).await
}

on_both! {
    #[tokio::test]
    async fn it_shows_own_teams_with_their_hosts_in_the_order_of_joining(test: TestDb) {
        let (mina, jiho) = (person(&test.db, "mina").await, person(&test.db, "jiho").await);
        let blue = team(&test.db, "blue", jiho, 1).await;
        let red = team(&test.db, "red", mina, 2).await;
        team(&test.db, "not mine", jiho, 3).await;
        join(&test.db, blue, mina).await;

        let list = page(&test, mina, 1, 10).await;
        assert_eq!((list.number, list.size, list.has_next), (1, 10, false));
        let card = |id, title: &str, member_count, host_id, is_host| TeamCard {
            id,
            title: title.to_owned(),
            introduction: "we meet on Tuesdays".to_owned(),
            member_count,
            member_limit: 10,
            host_nickname: "미나".to_owned(),
            host_id,
            is_host,
        };
        assert_eq!(list.items, [card(red, "red", 1, mina, true), card(blue, "blue", 2, jiho, false)]);
        let nobody = person(&test.db, "nobody").await;
        assert_eq!(page(&test, nobody, 1, 10).await.items, []);
    }

    #[tokio::test]
    async fn it_is_cut_into_pages(test: TestDb) {
        let mina = person(&test.db, "mina").await;
        many_teams(&test, mina, 0..5).await;
        let titles = |page: &Page<TeamCard>| page.items.iter().map(|c| c.title.clone()).collect::<Vec<_>>();
        let (first, last) = (page(&test, mina, 1, 3).await, page(&test, mina, 2, 3).await);
        assert_eq!((titles(&first), first.has_next), (vec!["0".into(), "1".into(), "2".into()], true));
        assert_eq!((titles(&last), last.has_next), (vec!["3".into(), "4".into()], false));
        assert_eq!(page(&test, mina, 3, 3).await.items, []);
    }

    #[tokio::test]
    async fn it_is_one_select_for_1_10_and_200_teams(test: TestDb) {
        let mina = person(&test.db, "mina").await;
        let mut there = 0;
        for wanted in [1, 10, 200] {
            many_teams(&test, mina, there..wanted).await;
            there = wanted;
            let stats = QueryStats::new();
            let list = observe(stats.clone(), page(&test, mina, 1, 200)).await;
            assert_eq!(list.items.len(), usize::from(wanted));
            assert_eq!(stats.rows(), usize::from(wanted));
            assert_eq!((stats.selects(), stats.statements()), (1, 1), "{:?}", stats.log());
        }
    }
}

async fn many_teams(test: &TestDb, host: UserId, numbers: std::ops::Range<u8>) {
    write(&test.db, move |conn| {
        for number in numbers {
            let code = teammoa_domain::team::InviteCode::from_random([
                number % 32,
                number / 32,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
            ]);
            let new = NewTeam { invite_code: code, ..new_team(&number.to_string(), host, 0) };
            let team = teams::insert(conn, &new)?;
            memberships::insert(conn, team, host, now())?;
        }
        Ok(())
    })
    .await;
}
