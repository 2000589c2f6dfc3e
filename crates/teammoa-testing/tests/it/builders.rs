//! What builders make, as the program itself sees it.

use teammoa_domain::{Language, UserId};
use teammoa_persistence::users::{self, Credentials};
use teammoa_persistence::{Db, Error, memberships, teams};
use teammoa_testing::{PASSWORD, PersonBuilder, TeamBuilder, TestClock, TestDb, hasher, on_both, queries};

async fn credentials(db: &Db, login_key: &'static str) -> Credentials {
    db.read::<_, Error>(move |conn| users::find_credentials(conn, login_key)).await.unwrap().unwrap()
}

on_both! {
    #[tokio::test]
    async fn a_person_is_active_and_can_log_in(test: TestDb) {
        let mina = PersonBuilder::new("mina").nickname("미나").insert(&test.db).await;
        let found = credentials(&test.db, "mina@example.com").await;
        assert_eq!(found.id, mina.id);
        assert_eq!(found.nickname.as_str(), "미나");
        assert!(found.state.activated && !found.state.disabled);
        assert_eq!(mina.password, PASSWORD);
        assert!(hasher().verify(PASSWORD, found.password_hash.as_deref()).await.unwrap());
    }

    #[tokio::test]
    async fn people_can_be_in_other_states(test: TestDb) {
        PersonBuilder::new("jun").unverified().language(Language::En).insert(&test.db).await;
        PersonBuilder::new("sora").disabled().staff().insert(&test.db).await;
        let jun = credentials(&test.db, "jun").await;
        assert!(!jun.state.activated && !jun.state.disabled);
        assert_eq!(jun.language, Language::En);
        assert!(credentials(&test.db, "sora").await.state.disabled);
    }

    #[tokio::test]
    async fn a_team_has_its_host_and_its_members_in_their_order(test: TestDb) {
        let people = ["mina", "jun", "sora"].map(PersonBuilder::new);
        let people = PersonBuilder::insert_all(people, &test.db).await;
        let [mina, jun, sora] = people.as_slice() else { unreachable!("three were inserted") };
        let team = TeamBuilder::new("red").host(mina).member(jun).members([sora]).insert(&test.db).await;

        let (team_id, host) = (team.id, mina.id);
        let (detail, members) = test.db.read::<_, Error>(move |conn| {
            let detail = teams::find_for_member(conn, team_id, host)?.unwrap();
            Ok((detail, memberships::list_for_team(conn, team_id, 10)?))
        }).await.unwrap();

        assert!(detail.is_host);
        assert_eq!(detail.title.as_str(), "red");
        assert_eq!(detail.invite_code.as_str(), team.invite_code);
        assert_eq!(detail.created_at, TestClock::START);
        let ids: Vec<UserId> = members.iter().map(|member| member.user_id).collect();
        assert_eq!(ids, [mina.id, jun.id, sora.id]);
    }

    /// The example of the README.
    #[tokio::test]
    async fn a_member_of_a_team_is_found_in_one_query(test: TestDb) {
        let mina = PersonBuilder::new("mina").nickname("미나").insert(&test.db).await;
        let jun = PersonBuilder::new("jun").unverified().insert(&test.db).await;
        let team = TeamBuilder::new("red").host(&mina).member(&jun).insert(&test.db).await;

        let (found, stats) = queries::count(test.db.read(move |conn| {
            teams::find_for_member(conn, team.id, jun.id)
        }))
        .await;

        assert!(found.is_ok_and(|team| team.is_some()));
        queries::assert_selects(&stats, 1);
    }

    #[tokio::test]
    async fn many_teams_differ_in_their_codes(test: TestDb) {
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let teams = (1..=200).map(|number| TeamBuilder::new(&format!("team {number}")).host(&mina));
        let teams = TeamBuilder::insert_all(teams, &test.db).await;
        assert_eq!(teams.len(), 200);
        assert_eq!(teams.last().unwrap().title, "team 200");
    }
}

#[tokio::test]
#[should_panic(expected = "the builder's username is not valid")]
async fn values_that_break_the_rules_are_named() {
    let test = TestDb::sqlite().await;
    PersonBuilder::new("a@b").insert(&test.db).await;
}

#[tokio::test]
#[should_panic(expected = "the team red was built without a host")]
async fn a_team_without_a_host_is_a_mistake_of_the_test() {
    let test = TestDb::sqlite().await;
    TeamBuilder::new("red").insert(&test.db).await;
}
