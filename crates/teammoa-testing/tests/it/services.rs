//! Services with a fixed clock, and the mails that they send.

use std::time::Duration;

use chrono::TimeDelta;
use teammoa_service::mail::{Mailer, Message};
use teammoa_testing::{
    Behaviour, Inbox, PersonBuilder, SmtpServer, TestClock, TestDb, on_both, queries, services,
};

fn message(to: &str, text: &str) -> Message {
    Message {
        id: Message::new_id().unwrap(),
        to: to.to_owned(),
        subject: "안녕, 미나".to_owned(),
        text: text.to_owned(),
        html: format!("<p>{text}</p>"),
    }
}

#[test]
fn a_clock_moves_only_when_told_to() {
    let clock = TestClock::new();
    let seen = clock.clock();
    assert_eq!(seen.now(), TestClock::START);
    clock.advance(TimeDelta::days(3));
    assert_eq!(seen.now(), TestClock::START + TimeDelta::days(3));
    clock.set(TestClock::START);
    assert_eq!(clock.now(), TestClock::START);
}

on_both! {
    #[tokio::test]
    async fn services_live_in_the_time_of_the_test(test: TestDb) {
        let around = services(&test);
        around.clock.advance(TimeDelta::minutes(1));
        assert_eq!(around.services.now(), TestClock::START + TimeDelta::minutes(1));
        assert_eq!(around.inbox().all(), []);
    }

    #[tokio::test]
    async fn queries_are_counted_where_they_are_awaited(test: TestDb) {
        let (_mina, stats) = queries::count(PersonBuilder::new("mina").insert(&test.db)).await;
        assert_eq!(stats.statements(), 1);
        queries::assert_selects(&stats, 0);
    }
}

#[tokio::test]
#[should_panic(expected = "2 SELECTs were expected, 0 were made; all statements:\nINSERT INTO")]
async fn a_broken_budget_shows_the_statements() {
    let test = TestDb::sqlite().await;
    let (_mina, stats) = queries::count(PersonBuilder::new("mina").insert(&test.db)).await;
    queries::assert_selects(&stats, 2);
}

#[tokio::test]
async fn an_inbox_has_the_mails_of_one_person() {
    let mailer = Mailer::memory();
    let Mailer::Memory(outbox) = mailer.clone() else { unreachable!("it is in memory") };
    let inbox = Inbox::new(outbox);
    for (to, text) in [
        ("mina@example.com", "https://teammoa.test/a/1/"),
        ("jun@example.com", "https://teammoa.test/a/2/"),
        ("mina@example.com", "Press https://teammoa.test/a/3/ please."),
    ] {
        mailer.send(&message(to, text)).await.unwrap();
    }
    assert_eq!(inbox.to("mina@example.com").len(), 2);
    assert_eq!(inbox.all().len(), 3);
    assert_eq!(inbox.latest_link("mina@example.com"), "https://teammoa.test/a/3/");
}

#[tokio::test]
#[should_panic(expected = r#"no mail to sora@example.com; there are mails to []"#)]
async fn a_missing_mail_is_a_clear_failure() {
    let test = TestDb::sqlite().await;
    services(&test).inbox().latest_link("sora@example.com");
}

#[tokio::test]
async fn the_mailer_of_the_product_gets_a_mail_through() {
    let server = SmtpServer::start(Behaviour::Accept);
    let mailer = smtp(&server, Duration::from_secs(30));
    mailer.check().await.unwrap();
    mailer.send(&message("mina@example.com", "안녕! https://teammoa.test/a/1/")).await.unwrap();
    let received = server.received();
    assert_eq!(received[0].to, ["mina@example.com"]);
    assert_eq!(received[0].from, "noreply@teammoa.test");
    assert_eq!(received[0].subject(), "안녕, 미나");
    assert_eq!(received[0].text().trim_end(), "안녕! https://teammoa.test/a/1/");
    assert!(received[0].html().contains("<p>안녕!"));
    assert_eq!(received[0].link(), "https://teammoa.test/a/1/");
}

#[tokio::test]
async fn each_failure_of_the_server_is_a_failure_of_the_mailer() {
    for behaviour in Behaviour::FAILURES {
        let server = SmtpServer::start(behaviour);
        let mailer = smtp(&server, Duration::from_millis(300));
        let sent = mailer.send(&message("mina@example.com", "Hello")).await;
        assert!(sent.is_err(), "{behaviour:?}");
        let taken = usize::from(behaviour == Behaviour::DropAfterData);
        assert_eq!(server.received().len(), taken, "{behaviour:?}");
    }
}

fn smtp(server: &SmtpServer, timeout: Duration) -> Mailer {
    Mailer::smtp(&server.url(), "TeamMoa <noreply@teammoa.test>", timeout).unwrap()
}
