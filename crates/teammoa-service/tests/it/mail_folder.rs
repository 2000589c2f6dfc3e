//! The mail folder of development.

use teammoa_service::mail::{Mailer, Message, folder};

fn message(subject: &str) -> Message {
    Message {
        id: Message::new_id().unwrap(),
        to: "mina@example.com".into(),
        subject: subject.into(),
        text: "안녕하세요\nhttps://teammoa.test/x/\n".into(),
        html: "<p>안녕하세요</p>".into(),
    }
}

#[tokio::test]
async fn mails_lie_in_the_folder_newest_first_and_can_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("mail");
    let mailer = Mailer::folder(path.clone(), "팀모아 <team@teammoa.test>").unwrap();
    for subject in ["첫째", "둘째"] {
        mailer.send(&message(subject)).await.unwrap();
    }
    let mails = folder::list(&path).unwrap();
    let subjects: Vec<_> = mails.iter().map(|mail| mail.subject.as_str()).collect();
    assert_eq!(subjects, ["둘째", "첫째"]);
    let read = folder::read(&path, &mails[0].name).unwrap().unwrap();
    assert_eq!(read, mails[0]);
    assert_eq!((read.to.as_str(), read.from.as_str()), ("mina@example.com", "team@teammoa.test"));
    assert!(read.text.contains("https://teammoa.test/x/"), "{}", read.text);
    mailer.check().await.unwrap();
}

#[test]
fn names_that_lead_out_of_the_folder_are_none() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("secret.eml"), "Subject: x\n\nx").unwrap();
    let inner = dir.path().join("mail");
    for name in ["../secret", "..%2Fsecret", "", "no-such-mail"] {
        assert_eq!(folder::read(&inner, name).unwrap(), None, "{name}");
    }
    assert!(folder::list(&inner).unwrap().is_empty(), "a folder that is not there has no mails");
}
