//! Old password hashes are made anew when their owner logs in.

use teammoa_persistence::users;
use teammoa_service::secrets::{HashParams, Hasher};
use teammoa_testing::{PersonBuilder, TestDb, on_both, services};

use crate::try_log_in;

on_both! {
    #[tokio::test]
    async fn a_hash_with_old_parameters_is_replaced_by_a_right_login_alone(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let old = HashParams { memory_kib: 16, passes: 2, lanes: 1 };
        let old = Hasher::new(old, 1).unwrap().hash(mina.password).await.unwrap();
        let written = old.clone();
        test.db.write(move |conn| users::set_password_hash(conn, mina.id, &written)).await.map(drop).unwrap();
        let stored = async || test.db.read(move |conn| users::password_hash(conn, mina.id)).await.unwrap().flatten().unwrap();

        assert!(!try_log_in(&app.services, "mina", "wrong").await);
        assert_eq!(stored().await, old);
        assert!(try_log_in(&app.services, "mina", mina.password).await);
        let new = stored().await;
        assert!(new.contains("m=8,t=1,p=1"), "{new}");
        assert!(try_log_in(&app.services, "mina", mina.password).await);
        assert_eq!(stored().await, new, "once is enough");
    }
}
