//! What the person chose for the whole program.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::birthday::LeapDay;
use crate::card::{DayOfWeek, Post};
use crate::contact::NameOrder;
use crate::follow_up::{parse_time, time_text};

/// The languages Rappel speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A time of day that crosses as `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct DayTime(pub NaiveTime);

impl TryFrom<String> for DayTime {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        parse_time(&text).map(Self).ok_or("no such time")
    }
}

impl From<DayTime> for String {
    fn from(time: DayTime) -> Self {
        time_text(time.0)
    }
}

/// Hours in which nothing rings; they may span midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuietHours {
    /// From.
    pub from: DayTime,
    /// To, when what was held rings.
    pub to: DayTime,
}

/// How many days before a birthday its alarm can ring.
pub const BIRTHDAY_OFFSETS: [u32; 7] = [0, 1, 2, 3, 7, 14, 30];

/// How much room the backups may be given, in megabytes.
pub const BACKUP_BUDGETS: std::ops::RangeInclusive<u32> = 50..=1_000_000;

/// How large everything in the windows can be drawn, in percent of its usual size.
pub const ZOOMS: [u32; 9] = [75, 80, 90, 100, 110, 125, 150, 175, 200];

/// A step in how large everything is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ZoomStep {
    /// The next size up.
    Larger,
    /// The next size down.
    Smaller,
    /// The usual size.
    Usual,
}

impl ZoomStep {
    /// The size after this step from a size in percent; one of [`ZOOMS`].
    pub fn from(self, zoom: u32) -> u32 {
        let [smallest, .., largest] = ZOOMS;
        match self {
            Self::Larger => ZOOMS.into_iter().find(|it| *it > zoom).unwrap_or(largest),
            Self::Smaller => ZOOMS.into_iter().rev().find(|it| *it < zoom).unwrap_or(smallest),
            Self::Usual => 100,
        }
    }
}

/// All settings. Every one has a first value, so that an empty database has them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// The language, or none to follow the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: Theme,
    /// How large everything in the windows is drawn, in percent; from [`ZOOMS`].
    pub zoom: u32,
    /// When alarms without a time ring.
    pub daily_time: DayTime,
    /// How whoever writes signs; empty until it is typed.
    pub my_name: String,
    /// ISO 3166 code of the country that phone numbers without a country code belong to.
    pub country: String,
    /// Where names with a particle stand in lists; none for what lists in the country do.
    pub name_order: Option<NameOrder>,
    /// ISO 4217 code that new amounts start with.
    pub currency: String,
    /// Where 29 February goes in other years.
    pub leap_day: LeapDay,
    /// How many days before a birthday its alarms ring; from [`BIRTHDAY_OFFSETS`].
    #[ts(type = "number[]")]
    pub birthday_offsets: BTreeSet<u32>,
    /// Whether an alarm tells to post a card.
    pub card_alarms: bool,
    /// What the post does.
    pub post: Post,
    /// Hours in which nothing rings.
    pub quiet_hours: Option<QuietHours>,
    /// Days of the week on which nothing rings.
    #[ts(as = "Vec<DayOfWeek>")]
    pub days_off: BTreeSet<DayOfWeek>,
    /// How much room the backups may take, in megabytes; from [`BACKUP_BUDGETS`].
    pub backup_budget: u32,
}

impl Settings {
    /// Where names with a particle stand in lists.
    pub fn order_of_names(&self) -> NameOrder {
        self.name_order.unwrap_or_else(|| NameOrder::of_country(&self.country))
    }

    /// Until when quiet hours and days off hold an alarm that is due at a moment; none if they don't. Days off in a row are held
    /// through, and with all seven days off none is.
    pub fn held_until(&self, due: NaiveDateTime) -> Option<NaiveDateTime> {
        let mut at = due;
        // Each turn ends one quiet time; a week of days off with quiet nights between them is the longest there is.
        for _ in 0..16 {
            match self.quiet_around(at) {
                Some((_, end)) => at = end,
                None => break,
            }
        }
        (at > due).then_some(at)
    }

    /// Until when an alarm that was due at a moment is held now; none if it rings.
    pub fn held(&self, due: NaiveDateTime, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let midnight = now.date().and_time(NaiveTime::MIN);
        // What waited through a day off is held until the morning after, whenever it was due before.
        let last_night = (due < midnight).then(|| midnight - Duration::seconds(1));
        let moments = [Some(due), Some(now), last_night];
        moments.into_iter().flatten().filter_map(|at| self.held_until(at)).filter(|until| *until > now).max()
    }

    /// When a card alarm of this day rings: at the daily time, on the day before a day off, before the quiet hours in which that lies.
    /// Later would be too late for the post.
    pub fn card_moment(&self, day: NaiveDate) -> NaiveDateTime {
        let wanted = day.and_time(self.daily_time.0);
        let mut at = wanted;
        for _ in 0..16 {
            if self.is_day_off(at.date()) {
                at = (at.date() - Days::new(1)).and_time(self.daily_time.0);
                continue;
            }
            match self.quiet_around(at) {
                Some((start, _)) => at = start - Duration::minutes(1),
                None => return at,
            }
        }
        wanted
    }

    /// The quiet time in which this moment lies, from its start up to its end.
    fn quiet_around(&self, at: NaiveDateTime) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let day = at.date();
        if self.is_day_off(day) {
            // What a day off held rings with the first things of the next day, not at midnight.
            return Some((day.and_time(NaiveTime::MIN), (day + Days::new(1)).and_time(self.daily_time.0)));
        }
        let QuietHours { from: DayTime(from), to: DayTime(to) } = self.quiet_hours?;
        // Hours that span midnight began today or yesterday.
        let spans = if from <= to { [(day, day); 2] } else { [(day, day + Days::new(1)), (day - Days::new(1), day)] };
        let mut spans = spans.into_iter().map(|(first, last)| (first.and_time(from), last.and_time(to)));
        spans.find(|(start, end)| *start <= at && at < *end)
    }

    /// Whether nothing rings on this day. With all seven days off every day counts, for else nothing would ever ring.
    fn is_day_off(&self, day: NaiveDate) -> bool {
        self.days_off.len() < 7 && self.days_off.contains(&day.weekday().into())
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            zoom: 100,
            daily_time: DayTime(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default()),
            my_name: String::new(),
            country: "NL".to_owned(),
            name_order: None,
            currency: "EUR".to_owned(),
            leap_day: LeapDay::Before,
            birthday_offsets: [0].into(),
            card_alarms: true,
            post: Post::default(),
            quiet_hours: None,
            days_off: BTreeSet::new(),
            backup_budget: 2_000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A moment of November 2026; the 23rd is a Monday.
    fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, day).and_then(|day| day.and_hms_opt(hour, minute, 0)).unwrap()
    }

    fn quiet(from: &str, to: &str) -> Settings {
        let time = |text: &str| DayTime::try_from(text.to_owned()).unwrap();
        Settings { quiet_hours: Some(QuietHours { from: time(from), to: time(to) }), ..Settings::default() }
    }

    #[test]
    fn everything_is_drawn_larger_and_smaller_in_steps_that_end() {
        let largest = (0..20).fold(100, |zoom, _| ZoomStep::Larger.from(zoom));
        let smallest = (0..20).fold(100, |zoom, _| ZoomStep::Smaller.from(zoom));
        assert_eq!((smallest, largest), (75, 200));
        assert_eq!(ZoomStep::Smaller.from(ZoomStep::Larger.from(100)), 100);
        assert_eq!(ZoomStep::Usual.from(largest), 100);
    }

    #[test]
    fn nothing_is_held_at_first() {
        assert_eq!(Settings::default().held_until(at(23, 3, 0)), None);
    }

    #[test]
    fn quiet_hours_hold_until_they_end_also_over_midnight() {
        let night = quiet("22:00", "07:30");
        assert_eq!(night.held_until(at(23, 21, 59)), None);
        assert_eq!(night.held_until(at(23, 22, 0)), Some(at(24, 7, 30)));
        assert_eq!(night.held_until(at(24, 7, 29)), Some(at(24, 7, 30)));
        assert_eq!(night.held_until(at(24, 7, 30)), None);
        assert_eq!(quiet("12:00", "13:00").held_until(at(23, 12, 30)), Some(at(23, 13, 0)));
    }

    #[test]
    fn days_off_are_held_through_and_the_quiet_night_behind_them() {
        let weekend = Settings { days_off: [DayOfWeek::Saturday, DayOfWeek::Sunday].into(), ..quiet("22:00", "07:30") };
        assert_eq!(weekend.held_until(at(27, 23, 0)), Some(at(30, 9, 0)));
        assert_eq!(weekend.held_until(at(28, 10, 0)), Some(at(30, 9, 0)));
    }

    #[test]
    fn what_was_due_before_a_day_off_waits_for_the_morning_after_it() {
        let friday = Settings { days_off: [DayOfWeek::Friday].into(), ..Settings::default() };
        // Thursday's alarm was missed; on Friday it is held, and so it is in the night to Saturday.
        assert_eq!(friday.held(at(26, 9, 0), at(26, 20, 0)), None);
        assert_eq!(friday.held(at(26, 9, 0), at(27, 12, 0)), Some(at(28, 9, 0)));
        assert_eq!(friday.held(at(26, 9, 0), at(28, 2, 0)), Some(at(28, 9, 0)));
        assert_eq!(friday.held(at(26, 9, 0), at(28, 9, 0)), None);
        // What is planned for that very morning rings.
        assert_eq!(friday.held(at(28, 7, 0), at(28, 7, 0)), None);
    }

    #[test]
    fn all_days_off_hold_nothing_for_ever() {
        use DayOfWeek::*;
        let never = Settings {
            days_off: [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday].into(),
            ..Settings::default()
        };
        assert_eq!(never.held_until(at(23, 10, 0)), None);
    }

    #[test]
    fn a_card_alarm_moves_earlier_and_never_later() {
        let weekend = Settings { days_off: [DayOfWeek::Saturday, DayOfWeek::Sunday].into(), ..quiet("22:00", "10:00") };
        // Daily time 09:00 lies in the quiet night before Tuesday.
        assert_eq!(weekend.card_moment(at(24, 0, 0).date()), at(23, 21, 59));
        // Saturday is off, and Friday morning is quiet.
        assert_eq!(weekend.card_moment(at(28, 0, 0).date()), at(26, 21, 59));
        let free = Settings { quiet_hours: None, ..weekend };
        assert_eq!(free.card_moment(at(29, 0, 0).date()), at(27, 9, 0));
        assert_eq!(Settings::default().card_moment(at(28, 0, 0).date()), at(28, 9, 0));
    }
}
