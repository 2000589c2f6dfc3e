//! The demo team.

use teammoa_service::accounts::Device;
use teammoa_service::{PageRequest, demo, teams};
use teammoa_testing::{TestDb, on_both, services};

on_both! {
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
