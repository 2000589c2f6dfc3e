use std::time::{Duration, Instant};

use chrono::TimeDelta;
use teammoa_persistence::mail_outbox::{self, NewOutboxMail};
use teammoa_persistence::{Db, Error};
use teammoa_service::Clock;
use teammoa_testing::{Behaviour, PersonBuilder, ReceivedMail, SmtpServer, TestDb, on_both};

use crate::support::{Installation, Server};

const FORGOT: &str = "/accounts/password/forgot/";

on_both! {
    #[tokio::test]
    async fn a_mail_that_is_asked_for_leaves_and_shutdown_waits_for_it(test: TestDb) {
        PersonBuilder::new("mina").insert(&test.db).await;
        let mail = SmtpServer::start(Behaviour::StallAfterData);
        let mut server = Installation::new().with_database(test.url()).with_mail(&mail).serve();
        ask_for_a_mail(&server, "mina").await;
        mail.stalled(1).await;
        server.signal("TERM");
        server.wait_for("stopping");
        mail.release();
        assert_eq!(server.wait().0, Some(0));

        let [reset] = mail.received().try_into().unwrap();
        assert_eq!(reset.to, ["mina@example.com"]);
        assert!(reset.link().contains("/accounts/password/reset/"), "{}", reset.text());
        assert_eq!(waiting(&test.db).await, 0, "what was handed over is gone");
    }

    #[tokio::test]
    async fn what_a_killed_server_leaves_behind_is_sent_by_the_next_one(test: TestDb) {
        PersonBuilder::new("mina").insert(&test.db).await;
        let deaf = SmtpServer::start(Behaviour::StallAfterGreeting);
        let server = Installation::new().with_database(test.url()).with_mail(&deaf).serve();
        ask_for_a_mail(&server, "mina").await;
        deaf.stalled(1).await;
        write_a_mail(&test.db, "jun@example.com").await;
        server.signal("KILL");
        assert_eq!(server.wait().0, None);

        let unclaimed = sent_by_the_next_server(&test).await;
        assert_eq!(unclaimed.to, ["jun@example.com"], "what nobody held leaves at once");
        assert_eq!(waiting(&test.db).await, 1, "what the dead one held waits for the end of its claim");
        let claimed = sent_by_the_next_server(&test).await;
        assert_eq!(claimed.to, ["mina@example.com"]);
        assert_eq!(waiting(&test.db).await, 0);
    }
}

#[tokio::test]
async fn a_mail_server_that_hangs_holds_up_no_shutdown_and_loses_no_mail() {
    let test = TestDb::sqlite().await;
    PersonBuilder::new("mina").insert(&test.db).await;
    let deaf = SmtpServer::start(Behaviour::StallAfterGreeting);
    let server = Installation::new()
        .with_database(test.url())
        .with_mail(&deaf)
        .with("SHUTDOWN_DEADLINE", "2s")
        .serve();
    ask_for_a_mail(&server, "mina").await;
    deaf.stalled(1).await;
    let since = Instant::now();
    server.signal("TERM");
    assert_eq!(server.wait().0, Some(0));
    assert!(since.elapsed() < Duration::from_secs(20), "{:?}", since.elapsed());
    assert_eq!(waiting(&test.db).await, 1);
}

/// Fills in the form for a forgotten password.
async fn ask_for_a_mail(server: &Server, identifier: &str) {
    let browser = reqwest::Client::builder().cookie_store(true).build().unwrap();
    let page = browser.get(server.url(FORGOT)).send().await.unwrap().text().await.unwrap();
    let (_, token) = page.split_once("name=\"csrfmiddlewaretoken\" value=\"").unwrap();
    let (token, _) = token.split_once('"').unwrap();
    let form = [("csrfmiddlewaretoken", token), ("identifier", identifier)];
    let answer = browser.post(server.url(FORGOT)).form(&form).send().await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.url().path()), (200, "/accounts/password/forgot/sent/"));
}

/// As a use case writes one, past the server that is running.
async fn write_a_mail(db: &Db, to: &str) {
    let mail = NewOutboxMail {
        message_id: to.to_owned(),
        recipient: to.to_owned(),
        subject: "Hello".to_owned(),
        text: "Hello".to_owned(),
        html: "<p>Hello</p>".to_owned(),
        created_at: Clock::system().now(),
    };
    let written: Result<_, Error> = db.write(move |conn| mail_outbox::push(conn, &mail)).await;
    assert!(written.unwrap().is_some());
}

/// How many mails are in the outbox, claimed or not. Nobody holds any of them afterwards: this stands for the time in
/// which claims run out.
async fn waiting(db: &Db) -> usize {
    let now = Clock::system().now();
    let (later, at_once) = (now + TimeDelta::hours(1), now - TimeDelta::hours(1));
    let taken: Result<_, Error> =
        db.write(move |conn| mail_outbox::claim_due(conn, later, at_once, 100)).await;
    taken.unwrap().len()
}

/// Serves until one mail has been handed over, and gives it.
async fn sent_by_the_next_server(test: &TestDb) -> ReceivedMail {
    let mail = SmtpServer::start(Behaviour::StallAfterData);
    let mut server = Installation::new().with_database(test.url()).with_mail(&mail).serve();
    mail.stalled(1).await;
    server.signal("TERM");
    server.wait_for("stopping");
    mail.release();
    assert_eq!(server.wait().0, Some(0));
    let [mail] = mail.received().try_into().unwrap();
    mail
}
