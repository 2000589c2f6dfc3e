//! Counting of queries.

use diesel::RunQueryDsl;
use teammoa_persistence::queries::{QueryStats, current, observe};
use teammoa_persistence::{Conn, Db, Error, users};
use teammoa_testing::{TestDb, on_both};

use crate::given::{new_user, person, read, write};

on_both! {
    #[tokio::test]
    async fn statements_selects_and_rows_are_counted_and_transactions_are_not(test: TestDb) {
        let id = person(&test.db, "mina").await;
        let stats = QueryStats::new();
        observe(stats.clone(), async {
            write(&test.db, |conn| {
                users::insert(conn, &new_user("jiho"))?;
                Db::savepoint(conn, |conn| users::find_credentials(conn, "jiho"))
            })
            .await;
            read(&test.db, move |conn| users::find(conn, id)).await;
            read(&test.db, |conn| users::find_credentials(conn, "nobody")).await;
        })
        .await;
        assert_eq!((stats.statements(), stats.selects(), stats.rows()), (4, 3, 2), "{:#?}", stats.log());
        assert!(stats.log()[0].starts_with("INSERT INTO"));
        assert!(stats.db_time() > std::time::Duration::ZERO);
    }

    #[tokio::test]
    async fn values_are_not_logged(test: TestDb) {
        let stats = QueryStats::new();
        let work = read(&test.db, |conn| users::find_credentials(conn, "secret-value"));
        observe(stats.clone(), work).await;
        assert_eq!(stats.log().len(), 1);
        assert!(!format!("{stats:?}").contains("secret-value"));
    }

    #[tokio::test]
    async fn what_is_not_observed_is_not_counted(test: TestDb) {
        let stats = QueryStats::new();
        observe(stats.clone(), async {}).await;
        assert!(current().is_none());
        test.db.ping().await.unwrap();
        assert_eq!(stats.statements(), 0);
    }

    #[tokio::test]
    async fn observers_at_the_same_time_do_not_mix(test: TestDb) {
        let (one, two) = (QueryStats::new(), QueryStats::new());
        let ask = |times: usize| {
            read(&test.db, move |conn| {
                for _ in 0..times {
                    users::username_is_taken(conn, "mina")?;
                }
                Ok(())
            })
        };
        tokio::join!(observe(one.clone(), ask(3)), observe(two.clone(), ask(5)));
        assert_eq!((one.selects(), two.selects()), (3, 5));
    }

    #[tokio::test]
    async fn a_panic_does_not_leave_its_observer_behind(test: TestDb) {
        let stats = QueryStats::new();
        let panicking = test.db.write(|_: &mut Conn| -> Result<(), Error> { panic!("on purpose") });
        let observed = std::panic::AssertUnwindSafe(observe(stats.clone(), panicking));
        assert!(futures_util::FutureExt::catch_unwind(observed).await.is_err());
        test.db.ping().await.unwrap();
        assert_eq!(stats.statements(), 0);
    }

    #[tokio::test]
    async fn a_common_table_expression_is_a_select(test: TestDb) {
        let stats = QueryStats::new();
        let work = read(&test.db, |conn| {
            diesel::sql_query("with one as (select 1) select * from one").execute(conn)?;
            Ok(())
        });
        observe(stats.clone(), work).await;
        assert_eq!(stats.selects(), 1);
    }
}
