//! Points in time in words.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use teammoa_domain::Language;

use crate::view::Reader;

#[test]
fn a_moment_is_said_as_close_to_the_present_as_words_allow() {
    let cases = [
        ("2026-03-02T05:00:00Z", "오늘 14:00", "today 14:00"),
        ("2026-03-01T14:59:00Z", "어제 23:59", "yesterday 23:59"),
        ("2026-03-02T15:00:00Z", "내일 00:00", "tomorrow 00:00"),
        ("2026-02-23T00:05:00Z", "2월 23일 (월) 09:05", "Mon 23 Feb, 09:05"),
        ("2025-12-31T03:00:00Z", "2025년 12월 31일 (수) 12:00", "Wed 31 Dec 2025, 12:00"),
    ];
    for (at, korean, english) in cases {
        assert_eq!(reader(Language::Ko).moment(time(at)).shown, korean);
        assert_eq!(reader(Language::En).moment(time(at)).shown, english);
    }
}

#[test]
fn a_moment_is_exact_for_programs_and_on_hover() {
    let moment = reader(Language::Ko).moment(time("2026-03-02T05:00:00.123Z"));
    assert_eq!(moment.iso, "2026-03-02T05:00:00Z");
    assert_eq!(moment.exact, "2026년 3월 2일 (월) 14:00, Asia/Seoul");
}

fn reader(language: Language) -> Reader {
    Reader { language, zone: Tz::Asia__Seoul, now: time("2026-03-02T09:30:00Z") }
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
