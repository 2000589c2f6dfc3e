//! Guessing is slow, and nobody is locked out by it.

use chrono::TimeDelta;
use teammoa_service::accounts::{self, Device, KnownDevice, LogIn, LogInError, SignUp, SignUpError};
use teammoa_service::shared::Redis;
use teammoa_testing::{Person, PersonBuilder, RedisServer, TestDb, TestServices, on_both, queries, services};

use crate::form;

const GUESSER: &str = "203.0.113.66";
const OWNER: &str = "198.51.100.1";

async fn attempt(
    app: &TestServices,
    identifier: &str,
    password: &str,
    network: &str,
    known: Option<KnownDevice>,
) -> Result<(), LogInError> {
    let device = Device { network: network.into(), ..Device::default() };
    let command = LogIn { identifier: identifier.into(), password: password.into(), device, known };
    accounts::log_in(&app.services, command).await.map(drop)
}

async fn guess_until_refused(app: &TestServices, identifier: &str) -> u32 {
    for number in 0..50 {
        match attempt(app, identifier, "wrong", GUESSER, None).await {
            Err(LogInError::Rejected) => {}
            Err(LogInError::TooMany(_)) => return number,
            other => panic!("{other:?}"),
        }
    }
    panic!("nobody refused")
}

fn known(person: &Person) -> KnownDevice {
    KnownDevice { user: person.id, name: "laptop".into() }
}

on_both! {
    #[tokio::test]
    async fn ten_wrong_logins_are_enough_also_for_accounts_that_do_not_exist(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        for identifier in ["mina", "nobody"] {
            assert_eq!(guess_until_refused(&app, identifier).await, 10, "{identifier}");
        }
        let right = attempt(&app, " MINA ", mina.password, GUESSER, None).await;
        assert!(matches!(right, Err(LogInError::TooMany(_))), "{right:?}");
        let by_address = attempt(&app, "mina@example.com", "wrong", GUESSER, None).await;
        assert!(matches!(by_address, Err(LogInError::Rejected)), "it does not tell that they belong together");
        app.clock.advance(TimeDelta::minutes(15));
        attempt(&app, "mina", mina.password, GUESSER, None).await.unwrap();
    }

    #[tokio::test]
    async fn the_owner_gets_in_from_elsewhere_and_on_a_known_device_from_anywhere(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        guess_until_refused(&app, "mina").await;
        attempt(&app, "mina", mina.password, OWNER, None).await.expect("another network");
        attempt(&app, "mina", mina.password, GUESSER, Some(known(&mina))).await.expect("a known device in the same one");
        let somebody = PersonBuilder::new("somebody").insert(&test.db).await;
        let foreign = attempt(&app, "mina", mina.password, GUESSER, Some(known(&somebody))).await;
        assert!(matches!(foreign, Err(LogInError::TooMany(_))), "somebody else's device is no help: {foreign:?}");
    }

    #[tokio::test]
    async fn a_known_device_has_a_count_of_its_own(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        for _ in 0..10 {
            let wrong = attempt(&app, "mina", "wrong", OWNER, Some(known(&mina))).await;
            assert!(matches!(wrong, Err(LogInError::Rejected)), "{wrong:?}");
        }
        let eleventh = attempt(&app, "mina", mina.password, OWNER, Some(known(&mina))).await;
        assert!(matches!(eleventh, Err(LogInError::TooMany(_))), "{eleventh:?}");
    }

    #[tokio::test]
    async fn a_right_login_is_not_counted_and_clears_the_count(test: TestDb) {
        let app = services(&test);
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        for _ in 0..3 {
            for _ in 0..9 {
                attempt(&app, "mina", "wrong", OWNER, None).await.unwrap_err();
            }
            attempt(&app, "mina", mina.password, OWNER, None).await.unwrap();
        }
    }

    #[tokio::test]
    async fn all_refusals_do_the_same_work(test: TestDb) {
        let app = services(&test);
        PersonBuilder::new("active").insert(&test.db).await;
        PersonBuilder::new("unverified").unverified().insert(&test.db).await;
        PersonBuilder::new("disabled").disabled().insert(&test.db).await;
        let mut seen = Vec::new();
        for (identifier, password) in [
            ("active", "wrong"),
            ("nobody", "violet-teapot-42"),
            ("unverified", "violet-teapot-42"),
            ("disabled", "violet-teapot-42"),
        ] {
            let before = app.services.hasher().made();
            let (answer, stats) = queries::count(attempt(&app, identifier, password, OWNER, None)).await;
            assert!(matches!(answer, Err(LogInError::Rejected)), "{identifier}: {answer:?}");
            seen.push((stats.log(), app.services.hasher().made() - before));
        }
        assert!(seen.iter().all(|work| *work == seen[0]), "{seen:#?}");
        assert_eq!((seen[0].0.len(), seen[0].1), (1, 1), "one query, one hash");
    }

    #[tokio::test]
    async fn sixty_sign_ups_an_hour_from_one_network_are_enough(test: TestDb) {
        let app = services(&test);
        let from = |n: u32, network: &str| SignUp { network: network.into(), ..form(&format!("mina{n}")) };
        for number in 0..60 {
            accounts::sign_up(&app.services, from(number, GUESSER)).await.unwrap();
        }
        let answer = accounts::sign_up(&app.services, from(60, GUESSER)).await;
        assert!(matches!(answer, Err(SignUpError::TooMany(_))), "{answer:?}");
        accounts::sign_up(&app.services, from(61, OWNER)).await.unwrap();
    }

    #[tokio::test]
    async fn two_servers_on_one_redis_share_the_counts(test: TestDb) {
        let redis = RedisServer::start();
        let server = || {
            let mut app = services(&test);
            app.services = app.services.with_redis(Redis::new(&redis.url()).unwrap());
            app
        };
        let (one, other) = (server(), server());
        let mina = PersonBuilder::new("mina").insert(&test.db).await;
        for number in 0..10 {
            let app = if number % 2 == 0 { &one } else { &other };
            attempt(app, "mina", "wrong", GUESSER, None).await.unwrap_err();
        }
        for app in [&one, &other] {
            let refused = attempt(app, "mina", mina.password, GUESSER, None).await;
            assert!(matches!(refused, Err(LogInError::TooMany(_))), "{refused:?}");
        }
        attempt(&other, "mina", mina.password, GUESSER, Some(known(&mina))).await.unwrap();
    }
}
