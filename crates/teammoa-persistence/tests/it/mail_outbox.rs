//! Mails that wait for being sent.

use teammoa_persistence::mail_outbox::{NewOutboxMail, claim_due, delete, postpone, push};
use teammoa_testing::{TestDb, on_both};

use crate::given::{minutes_later, now, write};

fn mail(subject: &str) -> NewOutboxMail {
    NewOutboxMail {
        message_id: format!("<{subject}@example.com>"),
        recipient: "mina@example.com".to_owned(),
        subject: subject.to_owned(),
        text: "text".to_owned(),
        html: "<p>html</p>".to_owned(),
        created_at: now(),
    }
}

on_both! {
    #[tokio::test]
    async fn a_claimed_mail_is_nobody_elses_until_the_claim_ends(test: TestDb) {
        let id = write(&test.db, |conn| push(conn, &mail("first"))).await.unwrap();
        let claim = |at, until| {
            write(&test.db, move |conn| claim_due(conn, minutes_later(at), minutes_later(until), 10))
        };
        let claimed = claim(0, 5).await;
        assert_eq!(claimed.len(), 1);
        assert_eq!((claimed[0].id, claimed[0].attempts, claimed[0].created_at), (id, 1, now()));
        assert_eq!((claimed[0].recipient.as_str(), claimed[0].subject.as_str()), ("mina@example.com", "first"));
        assert_eq!(claimed[0].message_id, "<first@example.com>");
        assert_eq!((claimed[0].text.as_str(), claimed[0].html.as_str()), ("text", "<p>html</p>"));
        assert_eq!(claim(4, 9).await, []);
        assert_eq!(claim(5, 10).await[0].attempts, 2, "whoever claimed it first died");
        assert!(write(&test.db, move |conn| delete(conn, id)).await);
        assert!(!write(&test.db, move |conn| delete(conn, id)).await);
        assert_eq!(claim(60, 65).await, []);
    }

    #[tokio::test]
    async fn the_mails_that_wait_longest_come_first_and_failed_ones_later(test: TestDb) {
        let first = write(&test.db, |conn| {
            let first = push(conn, &mail("first"))?.unwrap();
            push(conn, &mail("second"))?;
            Ok(first)
        })
        .await;
        let subjects = |at, limit| {
            let work = move |conn: &mut _| claim_due(conn, minutes_later(at), minutes_later(at), limit);
            let claimed = write(&test.db, work);
            async { claimed.await.into_iter().map(|mail| mail.subject).collect::<Vec<_>>() }
        };
        assert_eq!(subjects(0, 1).await, ["first"]);
        assert!(write(&test.db, move |conn| postpone(conn, first, minutes_later(9), "451 later")).await);
        assert_eq!(subjects(8, 10).await, ["second"]);
        assert_eq!(subjects(9, 10).await, ["first", "second"]);
    }

    #[tokio::test]
    async fn a_message_id_waits_once_and_the_transaction_goes_on(test: TestDb) {
        let ids = write(&test.db, |conn| {
            let mut again = mail("first");
            "another text".clone_into(&mut again.text);
            Ok([push(conn, &mail("first"))?, push(conn, &again)?, push(conn, &mail("second"))?])
        })
        .await;
        assert!(ids[0].is_some() && ids[1].is_none() && ids[2].is_some());
        let claim = || write(&test.db, |conn| claim_due(conn, now(), minutes_later(5), 10));
        let claimed = claim().await;
        assert_eq!(claimed.iter().map(|mail| mail.id).collect::<Vec<_>>(), [ids[0].unwrap(), ids[2].unwrap()]);
        assert_eq!(claimed[0].text, "text", "the first one stays as it is");
        assert!(write(&test.db, |conn| push(conn, &mail("first"))).await.is_none(), "claimed is not gone");

        let first = ids[0].unwrap();
        write(&test.db, move |conn| delete(conn, first)).await;
        assert!(write(&test.db, |conn| push(conn, &mail("first"))).await.is_some(), "gone");
        assert_eq!(claim().await[0].attempts, 1);
    }

    #[tokio::test]
    async fn of_several_who_write_the_same_mail_one_does(test: TestDb) {
        let push = || write(&test.db, |conn| push(conn, &mail("first")));
        let (one, two, three) = tokio::join!(push(), push(), push());
        assert_eq!([one, two, three].into_iter().flatten().count(), 1);
    }

    #[tokio::test]
    async fn a_mail_is_claimed_by_one_of_several_servers(test: TestDb) {
        write(&test.db, |conn| {
            for n in 0..20 {
                push(conn, &mail(&n.to_string()))?;
            }
            Ok(())
        })
        .await;
        let claim = || write(&test.db, |conn| claim_due(conn, now(), minutes_later(5), 20));
        let (one, two, three) = tokio::join!(claim(), claim(), claim());
        let mut subjects: Vec<String> =
            [one, two, three].into_iter().flatten().map(|mail| mail.subject).collect();
        assert_eq!(subjects.len(), 20);
        subjects.sort();
        subjects.dedup();
        assert_eq!(subjects.len(), 20);
    }
}
