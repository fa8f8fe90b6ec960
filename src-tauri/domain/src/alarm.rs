//! When alarms ring. An occurrence is (subject, kind, offset, period) and is unique; its time is civil.
//!
//! Whether it rings is a condition, not a moment: *armed and ring time <= now*, compared on the wall clock. So 10:30 means
//! 10:30 wherever the laptop is, a time that daylight saving skips rings at the first minute after the gap, and one that
//! happens twice rings the first time.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::birthday::Birthday;
use crate::follow_up::{Due, FollowUpDraft};
use crate::holidays::Holidays;
use crate::ids::FollowUpId;
use crate::settings::Settings;

/// What an alarm is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AlarmKind {
    /// A follow-up.
    FollowUp,
    /// A birthday to congratulate on.
    Birthday,
    /// A card to post.
    Card,
    /// Keep in touch.
    KeepInTouch,
}

/// One time that an alarm is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// About what.
    pub kind: AlarmKind,
    /// Which follow-up, for that kind.
    pub follow_up: Option<FollowUpId>,
    /// Days before the birthday; 0 for other kinds.
    pub offset: u32,
    /// The year for birthdays and cards, 0 for follow-ups, the day that the clock started on for keeping in touch.
    pub period: i32,
    /// The day it rings.
    pub on: NaiveDate,
    /// The time it rings, or none for the daily time.
    pub at: Option<NaiveTime>,
}

/// For how many days after a missed birthday it still rings; then it only stands in Today.
pub const BIRTHDAY_GRACE_DAYS: u64 = 5;
/// More alarms than this at the same moment become one summary.
pub const DIGEST_ABOVE: usize = 3;

/// What alarms are about.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// An open follow-up.
    FollowUp(FollowUpId, &'a FollowUpDraft),
    /// A birthday, with its card.
    Birthday(Birthday),
    /// Keep in touch.
    KeepInTouch(KeepInTouch),
}

/// The rules by which birthdays and cards ring.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// Days before at which the congratulation rings: the person's own, or those of the settings.
    pub offsets: &'a BTreeSet<u32>,
    /// Where 29 February goes, whether cards ring, and how the post works.
    pub settings: &'a Settings,
    /// The holidays of the post.
    pub holidays: &'a Holidays,
}

/// The occurrences of a subject that ring from one day to another, both included, the earlier of a kind and offset first.
pub fn occurrences(subject: Subject<'_>, rules: Rules<'_>, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
    let within = |it: &Occurrence| from <= it.on && it.on <= to;
    match subject {
        Subject::FollowUp(id, draft) => Some(of_follow_up(id, draft)).into_iter().filter(within).collect(),
        Subject::KeepInTouch(clock) => Some(clock.occurrence()).into_iter().filter(within).collect(),
        Subject::Birthday(birthday) => {
            // A ring before the turn of the year belongs to the birthday of the next.
            let years = || from.year()..=to.year().saturating_add(1);
            let greetings =
                rules.offsets.iter().flat_map(|offset| years().map(|year| (AlarmKind::Birthday, *offset, year)));
            let cards = years().filter(|_| rules.settings.card_alarms).map(|year| (AlarmKind::Card, 0, year));
            greetings
                .chain(cards)
                .filter_map(|(kind, offset, year)| of_birthday(birthday, kind, offset, year, rules))
                .filter(within)
                .collect()
        }
    }
}

/// That of a follow-up: at its time less the notice, or on its day at the daily time.
fn of_follow_up(id: FollowUpId, follow_up: &FollowUpDraft) -> Occurrence {
    let Due { on, at } = follow_up.due;
    let (on, at) = match at {
        None => (on, None),
        Some(at) => {
            let rings = on.and_time(at) - Duration::minutes(i64::from(follow_up.minutes_before));
            (rings.date(), Some(rings.time()))
        }
    };
    Occurrence { kind: AlarmKind::FollowUp, follow_up: Some(id), offset: 0, period: 0, on, at }
}

/// That of a year's birthday or its card; none before the first day of the calendar.
fn of_birthday(birthday: Birthday, kind: AlarmKind, offset: u32, year: i32, rules: Rules<'_>) -> Option<Occurrence> {
    let settings = rules.settings;
    let day = birthday.in_year(year, settings.leap_day);
    let (on, at) = if kind == AlarmKind::Card {
        let post_by = settings.post.post_by(day, rules.holidays);
        let moment = settings.card_moment(post_by);
        let moved = moment != post_by.and_time(settings.daily_time.0);
        (moment.date(), moved.then(|| moment.time()))
    } else {
        (day.checked_sub_days(Days::new(u64::from(offset)))?, None)
    };
    Some(Occurrence { kind, follow_up: None, offset, period: year, on, at })
}

/// *At least every so many weeks*, as a clock that starts on a day. Each start is an occurrence of its own, so that it rings once
/// until a conversation starts the clock anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeepInTouch {
    /// How many weeks may pass, 1 to [`LONGEST_SILENCE`].
    pub weeks: u32,
    /// The day it was set or of the last conversation.
    pub from: NaiveDate,
}

/// The most weeks that may pass between conversations.
pub const LONGEST_SILENCE: u32 = 520;

impl KeepInTouch {
    /// When it rings.
    fn occurrence(self) -> Occurrence {
        let on = self.from + Days::new(u64::from(self.weeks) * 7);
        let period = self.from.num_days_from_ce();
        Occurrence { kind: AlarmKind::KeepInTouch, follow_up: None, offset: 0, period, on, at: None }
    }
}

/// For how long an alarm is put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Snooze {
    /// Ten minutes.
    TenMinutes,
    /// An hour.
    OneHour,
    /// 18:00 today; past that, in an hour.
    ThisEvening,
    /// The daily time tomorrow.
    TomorrowMorning,
    /// The daily time on Monday.
    NextWeek,
}

/// When *this evening* begins.
const EVENING: NaiveTime = match NaiveTime::from_hms_opt(18, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

impl Snooze {
    /// When the alarm rings again.
    pub fn until(self, now: NaiveDateTime, daily_time: NaiveTime) -> NaiveDateTime {
        match self {
            Self::TenMinutes => now + Duration::minutes(10),
            Self::OneHour => now + Duration::hours(1),
            Self::ThisEvening => now.date().and_time(EVENING).max(now + Duration::hours(1)),
            Self::TomorrowMorning => (now.date() + Days::new(1)).and_time(daily_time),
            Self::NextWeek => {
                let to_monday = 7 - u64::from(now.weekday().days_since(Weekday::Mon));
                (now.date() + Days::new(to_monday)).and_time(daily_time)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow_up::Due;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn at(h: u32, m: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(h, m, 0).unwrap()
    }

    fn of(subject: Subject<'_>, offsets: &[u32], cards: bool, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let settings = Settings { card_alarms: cards, ..Settings::default() };
        let (offsets, holidays) = (offsets.iter().copied().collect(), Holidays::of("NL"));
        occurrences(subject, Rules { offsets: &offsets, settings: &settings, holidays: &holidays }, from, to)
    }

    fn born(month: u32, date: u32) -> Subject<'static> {
        Subject::Birthday(Birthday::new(month, date, None).unwrap())
    }

    #[test]
    fn a_timed_follow_up_rings_the_chosen_minutes_before_even_across_midnight() {
        let draft = FollowUpDraft {
            what: String::new(),
            due: Due { on: day(2026, 11, 24), at: Some(at(0, 5)) },
            minutes_before: 10,
            repeat: None,
        };
        let found = of(Subject::FollowUp(FollowUpId(1), &draft), &[], true, day(2026, 11, 1), day(2026, 11, 30));
        assert_eq!((found[0].on, found[0].at), (day(2026, 11, 23), Some(at(23, 55))));
        assert!(of(Subject::FollowUp(FollowUpId(1), &draft), &[], true, day(2026, 11, 24), NaiveDate::MAX).is_empty());
    }

    #[test]
    fn a_birthday_in_early_january_with_notice_rings_in_december() {
        let found = of(born(1, 3), &[0, 7], false, day(2026, 12, 20), day(2027, 1, 31));
        let days: Vec<_> = found.iter().map(|o| (o.offset, o.period, o.on)).collect();
        assert_eq!(days, [(0, 2027, day(2027, 1, 3)), (7, 2027, day(2026, 12, 27))]);
    }

    #[test]
    fn a_birthday_today_rings_today() {
        assert_eq!(of(born(11, 23), &[0], false, day(2026, 11, 23), day(2026, 11, 23))[0].on, day(2026, 11, 23));
    }

    #[test]
    fn each_year_of_a_span_has_its_own() {
        let found = of(born(2, 29), &[0, 30], true, day(2026, 2, 1), day(2029, 1, 31));
        let of_kind = |kind, offset| {
            let these = found.iter().filter(move |it| (it.kind, it.offset) == (kind, offset));
            these.map(|it| (it.period, it.on)).collect::<Vec<_>>()
        };
        let greetings = of_kind(AlarmKind::Birthday, 0);
        assert_eq!(greetings, [(2026, day(2026, 2, 28)), (2027, day(2027, 2, 28)), (2028, day(2028, 2, 29))]);
        let early = of_kind(AlarmKind::Birthday, 30);
        assert_eq!(early, [(2027, day(2027, 1, 29)), (2028, day(2028, 1, 30)), (2029, day(2029, 1, 29))]);
        // The post rests on Sunday and Monday.
        assert_eq!(of_kind(AlarmKind::Card, 0)[0], (2026, day(2026, 2, 25)));
    }

    #[test]
    fn keeping_in_touch_rings_so_many_weeks_after_the_clock_started() {
        let rings = KeepInTouch { weeks: 6, from: day(2026, 11, 23) }.occurrence();
        assert_eq!((rings.on, rings.at), (day(2027, 1, 4), None));
        assert_ne!(rings.period, KeepInTouch { weeks: 6, from: day(2026, 11, 24) }.occurrence().period);
    }

    #[test]
    fn snoozing_takes_the_named_moment() {
        let now = day(2026, 11, 26).and_time(at(17, 30)); // a Thursday
        assert_eq!(Snooze::ThisEvening.until(now, at(9, 0)), day(2026, 11, 26).and_time(at(18, 30)));
        assert_eq!(Snooze::TomorrowMorning.until(now, at(9, 0)), day(2026, 11, 27).and_time(at(9, 0)));
        assert_eq!(Snooze::NextWeek.until(now, at(8, 0)), day(2026, 11, 30).and_time(at(8, 0)));
        let monday = day(2026, 11, 30).and_time(at(7, 0));
        assert_eq!(Snooze::NextWeek.until(monday, at(8, 0)), day(2026, 12, 7).and_time(at(8, 0)));
    }
}
