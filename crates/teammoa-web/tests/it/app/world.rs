//! A team, and one client for each way to stand to it.

use serde_json::json;
use teammoa_testing::{PASSWORD, Person, PersonBuilder, Team, TeamBuilder, TestDb};

use super::{Client, TestApp};

/// A site with two teams. The stranger hosts the other one.
pub(crate) struct World {
    pub(crate) app: TestApp,
    pub(crate) team: Team,
    pub(crate) nobody: Client,
    pub(crate) host: Client,
    pub(crate) member: Client,
    pub(crate) stranger: Client,
}

impl World {
    pub(crate) async fn new(test: &TestDb) -> Self {
        let app = TestApp::new(test).await;
        let people = ["host", "member", "stranger"].map(PersonBuilder::new);
        let people = PersonBuilder::insert_all(people, &test.db).await;
        let team = TeamBuilder::new("Red").host(&people[0]).member(&people[1]).insert(&test.db).await;
        TeamBuilder::new("Other").host(&people[2]).insert(&test.db).await;
        Self {
            team,
            nobody: app.nobody(),
            host: signed_in(&app, &people[0]).await,
            member: signed_in(&app, &people[1]).await,
            stranger: signed_in(&app, &people[2]).await,
            app,
        }
    }
}

/// A client that has logged in, and has looked at a page, so that it has all cookies.
pub(crate) async fn signed_in(app: &TestApp, person: &Person) -> Client {
    let client = app.nobody();
    client.get("/").await.expect(200);
    let credentials = json!({ "username": person.username, "password": PASSWORD });
    client.post_json("/api/v1/users/login/", &credentials).await.expect(200);
    client
}
