//! How many queries a page may cost, whatever it shows.

use teammoa_testing::{PersonBuilder, TeamBuilder, TestDb, on_both};
use teammoa_web::DevTools;

use crate::app::{TestApp, signed_in};

/// What `Server-Timing` says about the database.
fn count(header: &str) -> usize {
    let text = header.split("desc=\"").nth(1).unwrap();
    text.split(' ').next().unwrap().parse().unwrap()
}

on_both! {
    #[actix_web::test]
    async fn pages_cost_the_same_for_1_and_for_50_rows(test: TestDb) {
        let app = TestApp::development(&test, DevTools::default()).await;
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        let client = signed_in(&app, &mina).await;
        let first = TeamBuilder::new("first").host(&mina).insert(&test.db).await;
        let pages = [
            // One for the session, one for the list
            ("/teams/".to_owned(), 2),
            ("/api/v1/teams/".to_owned(), 2),
            // The session, the team, its members
            (format!("/teams/{}/", first.id), 3),
            (format!("/api/v1/teams/{}/", first.id), 2),
            ("/api/v1/users/me/".to_owned(), 2),
            ("/teams/new/".to_owned(), 1),
            ("/settings/".to_owned(), 2),
            ("/settings/password/".to_owned(), 1),
            // The session, the account, the address that waits for its link
            ("/settings/email/".to_owned(), 3),
            ("/settings/sessions/".to_owned(), 2),
            ("/api/v1/users/me/sessions/".to_owned(), 2),
        ];
        for rows in [1, 50] {
            if rows > 1 {
                let teams = (1..rows).map(|n| TeamBuilder::new(&format!("team {n}")).host(&mina));
                TeamBuilder::insert_all(teams, &test.db).await;
                for _ in 1..rows {
                    signed_in(&app, &mina).await;
                }
            }
            for (path, budget) in &pages {
                let answer = client.get(path).await.expect(200);
                assert_eq!(count(answer.header("server-timing")), *budget, "{path} with {rows} rows");
            }
        }
    }

    #[actix_web::test]
    async fn what_needs_no_database_asks_none(test: TestDb) {
        let app = TestApp::development(&test, DevTools::default()).await;
        let asset = format!("/assets/{}/favicon.svg", teammoa_web::view::assets::hash());
        let forms = ["/accounts/login/", "/accounts/signup/", "/accounts/resend/", "/accounts/password/forgot/"];
        for path in forms.into_iter().chain(["/", "/robots.txt", "/health/", &asset]) {
            let answer = app.nobody().get(path).await.expect(200);
            assert_eq!(count(answer.header("server-timing")), 0, "{path}");
        }
    }
}
