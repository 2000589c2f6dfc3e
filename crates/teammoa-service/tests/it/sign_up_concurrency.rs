//! Many sign-ups at once, and ones whose browser hangs up.

use std::time::Duration;

use teammoa_service::ServiceSettings;
use teammoa_service::accounts::{self, Device, SignUpError};
use teammoa_service::mail::Mailer;
use teammoa_service::{PageRequest, teams};
use teammoa_testing::{
    Behaviour, PersonBuilder, SmtpServer, TestDb, TestServices, on_both, services, services_with, settings,
};
use tokio::task::JoinSet;

use crate::{can_log_in, form, token};

/// A mail server's patience that no test waits for.
const LONG: Duration = Duration::from_mins(5);

fn app(test: &TestDb, server: &SmtpServer) -> TestServices {
    let mailer = Mailer::smtp(&server.url(), "team@teammoa.test", LONG).unwrap();
    services_with(test, mailer, ServiceSettings { smtp_timeout: LONG, ..settings() })
}

on_both! {
    #[tokio::test]
    async fn eight_wait_for_a_stalled_mail_server_the_others_come_back_later_and_nobody_else_notices(test: TestDb) {
        let server = SmtpServer::start(Behaviour::StallAfterGreeting);
        let app = app(&test, &server);
        let member = PersonBuilder::new("member").insert(&test.db).await;

        let mut waiting = JoinSet::new();
        for number in 0..8 {
            let services = app.services.clone();
            waiting.spawn(async move { accounts::sign_up(&services, form(&format!("mina{number}"))).await });
        }
        server.stalled(8).await;
        for number in 8..20 {
            let answer = accounts::sign_up(&app.services, form(&format!("mina{number}"))).await;
            assert!(matches!(answer, Err(SignUpError::Busy { retry_after: LONG })), "{answer:?}");
        }

        assert!(can_log_in(&app.services, "member").await, "a login goes on");
        let page = PageRequest { number: 1, size: 10 };
        assert!(teams::list(&app.services, member.id, page).await.unwrap().items.is_empty(), "the list goes on");

        server.release();
        while let Some(answer) = waiting.join_next().await {
            answer.unwrap().expect("those who waited got in");
        }
        assert_eq!(server.received().len(), 8);
        accounts::sign_up(&app.services, form("mina8")).await.expect("there is room again");
    }

    #[tokio::test]
    async fn of_ten_sign_ups_with_one_name_one_gets_it(test: TestDb) {
        let app = services_with(&test, Mailer::memory(), ServiceSettings { smtp_concurrency: 10, ..settings() });
        let mut all = JoinSet::new();
        for number in 0..10 {
            let services = app.services.clone();
            let email = format!("mina{number}@example.com");
            all.spawn(async move { accounts::sign_up(&services, accounts::SignUp { email, ..form("mina") }).await });
        }
        let (mut got, mut taken) = (0, 0);
        while let Some(answer) = all.join_next().await {
            match answer.unwrap() {
                Ok(()) => got += 1,
                Err(SignUpError::Invalid(errors)) if errors.get("username").is_some() => taken += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((got, taken), (1, 9));
        assert_eq!(app.inbox().all().len(), 1, "and one mail is sent");
    }

    #[tokio::test]
    async fn a_second_sign_up_at_the_same_moment_does_not_tell_whether_the_address_had_an_account(test: TestDb) {
        let server = SmtpServer::start(Behaviour::StallAfterGreeting);
        let app = app(&test, &server);
        let owner = PersonBuilder::new("owner").insert(&test.db).await;
        let mut waiting = JoinSet::new();
        for (number, email) in [owner.email, "free@example.com".to_owned()].into_iter().enumerate() {
            let of = |n: usize| accounts::SignUp { email: email.clone(), ..form(&format!("mina{n}")) };
            let (services, first, second) = (app.services.clone(), of(number), of(number + 10));
            waiting.spawn(async move { accounts::sign_up(&services, first).await });
            server.stalled(number + 1).await;
            let answer = accounts::sign_up(&app.services, second).await;
            assert!(matches!(answer, Err(SignUpError::UnderWay)), "{answer:?}");
        }
        server.release();
        while let Some(answer) = waiting.join_next().await {
            answer.unwrap().unwrap();
        }
    }

    #[tokio::test]
    async fn a_browser_that_hangs_up_does_not_stop_its_sign_up_in_the_middle(test: TestDb) {
        let server = SmtpServer::start(Behaviour::StallAfterData);
        let app = app(&test, &server);
        let services = app.services.clone();
        let mut request = JoinSet::new();
        request.spawn(async move { accounts::sign_up(&services, form("mina")).await });
        server.stalled(1).await;
        request.shutdown().await;
        server.release();
        app.services.tasks().finish().await;

        let link = server.received()[0].link();
        accounts::activate(&app.services, &token(&link), &Device::default()).await.expect("the account is there");
    }

    #[tokio::test]
    async fn its_queries_count_for_the_request(test: TestDb) {
        let app = services(&test);
        let (_, stats) = teammoa_testing::queries::count(accounts::sign_up(&app.services, form("mina"))).await;
        assert!((4..=12).contains(&stats.statements()), "{:#?}", stats.log());
    }
}
