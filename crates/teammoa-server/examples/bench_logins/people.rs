//! Who is there: people with passwords as in production, in an SQLite file.

use chrono::Utc;
use teammoa_domain::{
    Language,
    user::{Email, Nickname, Profile, Username},
};
use teammoa_persistence::{
    Conn, DatabaseUrl, Db, Error, PoolOptions,
    users::{self, NewUser},
};
use teammoa_service::secrets::{HashParams, Hasher};
use tempfile::TempDir;

/// More than log in at once: the last ones only visit.
const PEOPLE: usize = 60;

/// The password of all of them.
pub(crate) const PASSWORD: &str = "violet otter by the river";

/// The username of one of them.
pub(crate) fn name(number: usize) -> String {
    format!("person{number}")
}

/// The folder of a new installation with all of them.
pub(crate) fn seed() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::Sqlite(folder.path().join("teammoa.db"));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let db = Db::open(&url, &PoolOptions::default()).unwrap();
        db.migrate().await.unwrap();
        let hash = Hasher::new(HashParams::PRODUCTION, 1).unwrap().hash(PASSWORD).await.unwrap();
        let insert = move |conn: &mut Conn| {
            (0..PEOPLE).try_for_each(|number| users::insert(conn, &person(number, &hash)).map(drop))
        };
        let inserted: Result<(), Error> = db.write(insert).await;
        inserted.unwrap();
    });
    folder
}

#[expect(clippy::disallowed_methods, reason = "nothing here depends on the time")]
fn person(number: usize, hash: &str) -> NewUser {
    let (name, now) = (name(number), Utc::now());
    NewUser {
        username: Username::parse(&name).unwrap(),
        email: Email::parse(&format!("{name}@example.com")).unwrap(),
        nickname: Nickname::parse("미나").unwrap(),
        profile: Profile::empty(),
        password_hash: Some(hash.to_owned()),
        language: Language::Ko,
        is_staff: false,
        created_at: now,
        activated_at: Some(now),
        activation_mailed_at: None,
    }
}
