//! The same test on both databases.

/// Writes tests once and runs them on SQLite and on PostgreSQL.
///
/// Each function becomes a module with its name and the tests `sqlite` and `postgres` in it; attributes and doc
/// comments are passed on to both, so any attribute that makes a test of an async function works
/// (`#[tokio::test]`, `#[actix_web::test]`).
///
/// ```
/// use teammoa_testing::{TestDb, on_both};
/// # fn main() {}
///
/// on_both! {
///     #[tokio::test]
///     async fn a_new_database_is_up_to_date(test: TestDb) {
///         assert!(test.db.ping().await.is_ok());
///     }
/// }
/// ```
///
/// With `TEAMMOA_TEST_SQLITE_ONLY=1` the PostgreSQL half says so and does nothing.
#[macro_export]
macro_rules! on_both {
    ($($(#[$attribute:meta])* async fn $name:ident($test:ident: $type:ty) $body:block)*) => {
        $(
            mod $name {
                use super::*;

                async fn body($test: $type) $body

                $(#[$attribute])*
                async fn sqlite() {
                    body($crate::TestDb::sqlite().await).await;
                }

                $(#[$attribute])*
                async fn postgres() {
                    if $crate::postgres_is_left_out() {
                        println!("PostgreSQL was left out by TEAMMOA_TEST_SQLITE_ONLY=1");
                    } else {
                        body($crate::TestDb::postgres().await).await;
                    }
                }
            }
        )*
    };
}
