//! Teams.

use teammoa_domain::{Invalid, TeamId};
use teammoa_service::teams::{self, CreateTeam, CreateTeamError, EnterError};
use teammoa_service::{PageRequest, secrets::HashParams};
use teammoa_testing::{PersonBuilder, TeamBuilder, TestDb, on_both, queries, services};

fn command(title: &str) -> CreateTeam {
    CreateTeam {
        title: title.into(),
        introduction: "매주 화요일".into(),
        member_limit: "8".into(),
        password: "red-kettle".into(),
    }
}

fn page(number: u32, size: u32) -> PageRequest {
    PageRequest { number, size }
}

on_both! {
    #[tokio::test]
    async fn whoever_makes_a_team_is_its_host_and_first_member(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").nickname("미나").insert(&test.db).await;
        let id = teams::create(&app.services, mina.id, command(" 졸업작품 ")).await.unwrap();

        let list = teams::list(&app.services, mina.id, page(1, 10)).await.unwrap();
        let card = &list.items[0];
        assert_eq!((card.id, card.title.as_str(), card.host_nickname.as_str()), (id, "졸업작품", "미나"));
        assert_eq!((card.member_count, card.member_limit, card.is_host), (1, 8, true));

        let membership = teams::enter(&app.services, mina.id, id).await.unwrap();
        assert_eq!(membership.team().invite_code.len(), 12);
        let members = teams::members(&app.services, &membership).await.unwrap();
        assert_eq!((members.len(), members[0].is_host, members[0].user_id), (1, true, mina.id));
    }

    #[tokio::test]
    async fn wrong_values_are_told_all_at_once_and_no_team_is_made(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let wrong = CreateTeam { member_limit: "101".into(), password: "x".into(), ..command("") };
        match teams::create(&app.services, mina.id, wrong).await {
            Err(CreateTeamError::Invalid(errors)) => {
                assert_eq!(errors.get("title"), Some(&Invalid::Required));
                assert_eq!(errors.get("member_limit"), Some(&Invalid::OutOfRange { min: 1, max: 100 }));
                assert_eq!(errors.get("password"), Some(&Invalid::TooShort { min: 4 }));
            }
            other => panic!("{other:?}"),
        }
        assert!(teams::list(&app.services, mina.id, page(1, 10)).await.unwrap().items.is_empty());
    }

    #[tokio::test]
    async fn for_a_stranger_a_team_is_not_there(test: TestDb) {
        let app = services(&test);
        let (mina, other) = (PersonBuilder::new("mina").insert(&test.db).await, PersonBuilder::new("other").insert(&test.db).await);
        let team = TeamBuilder::new("red").host(&mina).insert(&test.db).await;
        for (user, team) in [(other.id, team.id), (mina.id, TeamId::from(team.id.get() + 1))] {
            let answer = teams::enter(&app.services, user, team).await;
            assert!(matches!(answer, Err(EnterError::NotFound)), "{answer:?}");
        }
        assert!(teams::list(&app.services, other.id, page(1, 10)).await.unwrap().items.is_empty());
    }

    #[tokio::test]
    async fn the_list_is_one_query_for_1_10_and_200_teams(test: TestDb) {
        let app = services(&test);
        let mut made = 0;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        for wanted in [1, 10, 200] {
            let new = (made..wanted).map(|n| TeamBuilder::new(&format!("team {n}")).host(&mina));
            TeamBuilder::insert_all(new, &test.db).await;
            made = wanted;
            let (list, stats) = queries::count(teams::list(&app.services, mina.id, page(1, 200))).await;
            let list = list.unwrap();
            assert_eq!((list.items.len(), list.has_next), (wanted, false));
            assert!(list.items.iter().all(|team| team.host_nickname == "mina" && team.member_count == 1));
            assert_eq!(stats.statements(), 1, "{:?}", stats.log());
            assert_eq!(stats.rows(), wanted);
        }
        let (part, stats) = queries::count(teams::list(&app.services, mina.id, page(4, 60))).await;
        assert_eq!((part.unwrap().items.len(), stats.statements()), (20, 1));
    }

    #[tokio::test]
    async fn a_team_password_is_never_stored_as_it_is(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let team = teams::create(&app.services, mina.id, command("red")).await.unwrap();
        let stored = test.db.read(move |conn| teammoa_persistence::teams::find_password_hash(conn, team)).await.unwrap();
        let stored = stored.unwrap();
        assert!(stored.starts_with("$argon2id$") && !stored.contains("red-kettle"), "{stored}");
        let hasher = teammoa_service::secrets::Hasher::new(HashParams::FAST_FOR_TESTS, 1).unwrap();
        assert!(hasher.verify("red-kettle", Some(&stored)).await.unwrap());
    }
}
