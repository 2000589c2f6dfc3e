//! The demo team.

use teammoa_service::accounts::Device;
use teammoa_service::{PageRequest, demo, teams};
use teammoa_testing::{PersonBuilder, TestDb, on_both, services};

on_both! {
    #[tokio::test]
    async fn when_a_demo_name_belongs_to_somebody_nothing_is_made(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("alex").insert(&test.db).await;
        let refused = demo::seed(&app.services).await;
        assert!(matches!(refused, Err(demo::DemoError::NameTaken)), "{refused:?}");
        assert!(!demo::is_there(&app.services).await.unwrap());
        PersonBuilder::new("minseo").insert(&test.db).await;
    }

    #[tokio::test]
    async fn the_demo_team_is_made_once_and_has_five_people(test: TestDb) {
        let app = services(&test);
        assert!(demo::log_in(&app.services, Device::default()).await.unwrap().is_none(), "not before it is seeded");
        assert!(demo::seed(&app.services).await.unwrap().created);
        assert!(!demo::seed(&app.services).await.unwrap().created);

        let session = demo::log_in(&app.services, Device::default()).await.unwrap().unwrap();
        let page = PageRequest { number: 1, size: 10 };
        let found = teams::list(&app.services, session.user, page).await.unwrap();
        assert_eq!(found.items.len(), 1);
        assert_eq!(found.items[0].member_count, 5);
        assert!(!found.items[0].is_host, "a newcomer looks at it as a member");
    }
}
