//! Points in time as people say them.

use chrono::{DateTime, Datelike, Timelike, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use teammoa_domain::Language;

use super::i18n::{self, Arg};

/// A point in time for `<time>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// Exact and for programs, in UTC.
    pub iso: String,
    /// As people say it: today 14:00, Mon 2 Mar.
    pub shown: String,
    /// Exact and for people, shown on hover.
    pub exact: String,
}

/// For whom times are written.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// The language of the page.
    pub language: Language,
    /// The zone in which days begin and end.
    pub zone: Tz,
    /// The present.
    pub now: DateTime<Utc>,
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

impl Reader {
    /// A point in time, as close to the present as words allow.
    pub fn moment(&self, at: DateTime<Utc>) -> Moment {
        let local = at.with_timezone(&self.zone);
        let today = self.now.with_timezone(&self.zone).date_naive();
        let key = match (today - local.date_naive()).num_days() {
            0 => "moment-today",
            1 => "moment-yesterday",
            -1 => "moment-tomorrow",
            _ if local.year() == today.year() => "moment-this-year",
            _ => "moment-other-year",
        };
        Moment {
            iso: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            shown: self.say(key, &local),
            exact: self.say("moment-exact", &local),
        }
    }

    fn say(&self, key: &str, local: &DateTime<Tz>) -> String {
        let month = MONTHS.get(local.month0() as usize).copied().unwrap_or_default();
        let weekday = match local.weekday() {
            chrono::Weekday::Mon => "weekday-mon",
            chrono::Weekday::Tue => "weekday-tue",
            chrono::Weekday::Wed => "weekday-wed",
            chrono::Weekday::Thu => "weekday-thu",
            chrono::Weekday::Fri => "weekday-fri",
            chrono::Weekday::Sat => "weekday-sat",
            chrono::Weekday::Sun => "weekday-sun",
        };
        let args = [
            ("time", Arg::Text(format!("{:02}:{:02}", local.hour(), local.minute()))),
            ("day", Arg::from(local.day())),
            ("month", Arg::Text(i18n::text(self.language, month, &[]))),
            ("year", Arg::Text(local.year().to_string())),
            ("weekday", Arg::Text(i18n::text(self.language, weekday, &[]))),
            ("zone", Arg::Text(self.zone.name().to_owned())),
        ];
        i18n::text(self.language, key, &args)
    }
}

impl Moment {
    /// A moment for samples of pages.
    pub(in crate::view) fn sample(language: Language) -> Self {
        let now = DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_780);
        let zone = Tz::Asia__Seoul;
        let reader = Reader { language, zone, now };
        reader.moment(now - chrono::TimeDelta::days(9) + chrono::TimeDelta::hours(5))
    }
}
