//! Teams and who belongs to them.

use teammoa_domain::{TeamId, UserId};
use teammoa_persistence::teams::{self, find_for_member};
use teammoa_persistence::{Error, Unique, memberships};
use teammoa_testing::{TestDb, on_both};

use crate::given::{join, new_team, now, person, read, team, write};

on_both! {
    #[tokio::test]
    async fn a_member_sees_his_team_and_a_stranger_sees_none(test: TestDb) {
        let [mina, jiho, stranger] = three(&test).await;
        let red = team(&test.db, "red", mina, 1).await;
        let membership = join(&test.db, red, jiho).await;
        team(&test.db, "blue", stranger, 2).await;

        let seen = read(&test.db, move |conn| find_for_member(conn, red, jiho)).await.unwrap();
        assert_eq!((seen.id, seen.title.as_str(), seen.introduction.as_str()), (red, "red", "we meet on Tuesdays"));
        assert_eq!((seen.member_limit, seen.member_count), (10, 2));
        assert_eq!((seen.invite_code.as_str(), seen.time_zone.as_str()), ("111111111111", "Asia/Seoul"));
        assert_eq!((seen.host_id, seen.host_nickname.as_str(), seen.is_host), (mina, "미나", false));
        assert_eq!((seen.membership, seen.created_at), (membership, now()));
        assert!(read(&test.db, move |conn| find_for_member(conn, red, mina)).await.unwrap().is_host);
        assert!(read(&test.db, move |conn| find_for_member(conn, red, stranger)).await.is_none());
        assert!(read(&test.db, move |conn| find_for_member(conn, TeamId::from(999), mina)).await.is_none());
    }

    #[tokio::test]
    async fn members_are_listed_with_the_host_first(test: TestDb) {
        let [mina, jiho, alex] = three(&test).await;
        let blue = team(&test.db, "blue", alex, 2).await;
        let red = write(&test.db, move |conn| {
            let red = teams::insert(conn, &new_team("red", mina, 1))?;
            for member in [jiho, mina, alex] {
                memberships::insert(conn, red, member, now())?;
            }
            Ok(red)
        })
        .await;
        let members = read(&test.db, move |conn| memberships::list_for_team(conn, red, 100)).await;
        let seen: Vec<_> = members.iter().map(|member| (member.user_id, member.is_host)).collect();
        assert_eq!(seen, [(mina, true), (jiho, false), (alex, false)]);
        assert_eq!((members[1].username.as_str(), members[1].nickname.as_str()), ("jiho", "미나"));
        assert_eq!(members[1].joined_at, now());
        assert_eq!(read(&test.db, move |conn| memberships::list_for_team(conn, red, 2)).await.len(), 2);
        assert_eq!(read(&test.db, move |conn| memberships::list_for_team(conn, blue, 100)).await.len(), 1);
    }

    #[tokio::test]
    async fn a_taken_code_is_named_and_the_transaction_goes_on(test: TestDb) {
        let mina = person(&test.db, "mina").await;
        team(&test.db, "red", mina, 1).await;
        write(&test.db, move |conn| {
            let taken = teams::insert(conn, &new_team("blue", mina, 1)).unwrap_err();
            assert!(matches!(taken, Error::UniqueViolation(Unique::InviteCode)), "{taken}");
            let nobody = teams::insert(conn, &new_team("blue", UserId::from(999), 2)).unwrap_err();
            assert!(matches!(nobody, Error::ForeignKey), "{nobody}");
            teams::insert(conn, &new_team("blue", mina, 3))
        })
        .await;
    }

    #[tokio::test]
    async fn nobody_is_a_member_twice_or_of_nothing(test: TestDb) {
        let [mina, jiho, _] = three(&test).await;
        let red = team(&test.db, "red", mina, 1).await;
        write(&test.db, move |conn| {
            let twice = memberships::insert(conn, red, mina, now()).unwrap_err();
            assert!(matches!(twice, Error::UniqueViolation(Unique::Membership)), "{twice}");
            let nowhere = memberships::insert(conn, TeamId::from(999), mina, now()).unwrap_err();
            assert!(matches!(nowhere, Error::ForeignKey), "{nowhere}");
            memberships::insert(conn, red, jiho, now())
        })
        .await;
    }

    #[tokio::test]
    async fn the_hash_of_a_team_password_is_read_where_the_team_is(test: TestDb) {
        let mina = person(&test.db, "mina").await;
        let red = team(&test.db, "red", mina, 1).await;
        let hash = |id| read(&test.db, move |conn| teams::find_password_hash(conn, id));
        assert_eq!(hash(red).await.as_deref(), Some("team hash"));
        assert_eq!(hash(TeamId::from(999)).await, None);
    }

    #[tokio::test]
    async fn only_a_team_that_is_there_can_be_locked(test: TestDb) {
        let mina = person(&test.db, "mina").await;
        let red = team(&test.db, "red", mina, 1).await;
        assert!(write(&test.db, move |conn| teams::lock(conn, red)).await);
        assert!(!write(&test.db, |conn| teams::lock(conn, TeamId::from(999))).await);
    }
}

async fn three(test: &TestDb) -> [UserId; 3] {
    [person(&test.db, "mina").await, person(&test.db, "jiho").await, person(&test.db, "alex").await]
}
