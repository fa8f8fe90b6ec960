//! What to do for a contact, on a day or at a time, once or again and again.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When something is due: a day, with or without a time on the wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Due {
    /// The day.
    pub on: NaiveDate,
    /// The time, or none for any time that day.
    #[serde(default, with = "clock_time")]
    #[ts(type = "string | null")]
    pub at: Option<NaiveTime>,
}

impl Due {
    /// Whether its moment has passed: a day without a time only when the day is over.
    pub fn is_overdue(&self, now: NaiveDateTime) -> bool {
        match self.at {
            Some(at) => self.on.and_time(at) < now,
            None => self.on < now.date(),
        }
    }
}

/// The unit a repetition counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// *Every N units*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Repeat {
    /// How many units lie between, 1 to 999.
    pub every: u32,
    /// The unit.
    pub unit: Unit,
}

/// The largest number of units between two occurrences.
pub const LONGEST_REPEAT: u32 = 999;

impl Repeat {
    /// The `n`th occurrence after the first on `first`. Counting from the first keeps the 31st the 31st, or the last day of
    /// a shorter month.
    fn nth(&self, first: NaiveDate, n: u32) -> Option<NaiveDate> {
        let steps = self.every.max(1).checked_mul(n)?;
        match self.unit {
            Unit::Day => first.checked_add_days(Days::new(u64::from(steps))),
            Unit::Week => first.checked_add_days(Days::new(u64::from(steps) * 7)),
            Unit::Month => first.checked_add_months(Months::new(steps)),
            Unit::Year => first.checked_add_months(Months::new(steps.checked_mul(12)?)),
        }
    }

    /// The occurrences of the series from `first` that lie after `after`, up to `to` and on it.
    pub fn coming(self, first: NaiveDate, after: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let next = move |after: &NaiveDate| self.next_after(first, *after);
        std::iter::successors(next(&after), next).take_while(move |day| *day <= to)
    }

    /// The first occurrence of the series from `first` that lies after `after`; past dates are skipped.
    /// None when the calendar ends before.
    pub fn next_after(&self, first: NaiveDate, after: NaiveDate) -> Option<NaiveDate> {
        if after < first {
            return Some(first);
        }
        // Start close below the answer, so that a long-forgotten daily follow-up costs no thousand steps.
        let days = u32::try_from((after - first).num_days()).ok()?;
        let every = self.every.max(1);
        let guess = match self.unit {
            Unit::Day => days / every,
            Unit::Week => days / 7 / every,
            Unit::Month => months_between(first, after).saturating_sub(1) / every,
            Unit::Year => months_between(first, after).saturating_sub(12) / 12 / every,
        };
        (guess..=guess + 3).map_while(|n| self.nth(first, n)).find(|day| *day > after)
    }
}

fn months_between(from: NaiveDate, to: NaiveDate) -> u32 {
    let months = (to.year() - from.year()) * 12 + i32::try_from(to.month()).unwrap_or(0)
        - i32::try_from(from.month()).unwrap_or(0);
    u32::try_from(months).unwrap_or(0)
}

/// A follow-up as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpDraft {
    /// What to do.
    pub what: String,
    /// When.
    pub due: Due,
    /// Minutes before the time at which the alarm rings; only with a time.
    #[serde(default)]
    pub minutes_before: u32,
    /// Again and again, if so.
    #[serde(default)]
    pub repeat: Option<Repeat>,
}

/// The most minutes before its time that a follow-up may ring: two days.
pub const LONGEST_NOTICE: u32 = 2 * 24 * 60;

/// How a follow-up stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpState {
    /// Still to do.
    Open,
    /// Done.
    Done,
    /// No longer wanted.
    Dropped,
}

/// Times cross as `HH:MM`; seconds are taken but not kept on screens.
pub mod clock_time {
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes `HH:MM` (or with seconds when there are any).
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(time: &Option<NaiveTime>, to: S) -> Result<S::Ok, S::Error> {
        match time {
            None => to.serialize_none(),
            Some(time) => to.serialize_some(&super::time_text(*time)),
        }
    }

    /// Reads `HH:MM` or `HH:MM:SS`.
    ///
    /// # Errors
    /// When the text is no time of the day.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveTime>, D::Error> {
        let text: Option<String> = Option::deserialize(from)?;
        text.map(|text| super::parse_time(&text).ok_or_else(|| serde::de::Error::custom("no such time"))).transpose()
    }
}

/// A time as `HH:MM`, with seconds only where there are any.
pub fn time_text(time: NaiveTime) -> String {
    use chrono::Timelike;
    time.format(if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}

/// Reads `HH:MM` or `HH:MM:SS`.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn the_31st_stays_the_31st_or_the_last_day_of_a_shorter_month() {
        let monthly = Repeat { every: 1, unit: Unit::Month };
        let first = day(2026, 1, 31);
        assert_eq!(monthly.next_after(first, first), Some(day(2026, 2, 28)));
        assert_eq!(monthly.next_after(first, day(2026, 2, 28)), Some(day(2026, 3, 31)));
        assert_eq!(monthly.next_after(first, day(2026, 3, 31)), Some(day(2026, 4, 30)));
    }

    #[test]
    fn past_dates_are_skipped() {
        let weekly = Repeat { every: 2, unit: Unit::Week };
        assert_eq!(weekly.next_after(day(2026, 1, 5), day(2026, 3, 1)), Some(day(2026, 3, 2)));
        let yearly = Repeat { every: 1, unit: Unit::Year };
        assert_eq!(yearly.next_after(day(2024, 2, 29), day(2026, 5, 1)), Some(day(2027, 2, 28)));
    }

    #[test]
    fn a_series_has_so_many_days_in_a_span() {
        let monthly = Repeat { every: 1, unit: Unit::Month };
        let days = |from, to| monthly.coming(day(2026, 1, 31), from, to).collect::<Vec<_>>();
        assert_eq!(days(day(2026, 1, 31), day(2026, 3, 31)), [day(2026, 2, 28), day(2026, 3, 31)]);
        assert_eq!(days(day(2026, 2, 28), day(2026, 3, 30)), []);
        let daily = Repeat { every: 1, unit: Unit::Day };
        assert_eq!(daily.coming(day(2026, 1, 1), day(2026, 6, 30), day(2026, 7, 31)).count(), 31);
    }

    #[test]
    fn a_day_without_a_time_is_overdue_only_when_it_is_over() {
        let due = Due { on: day(2026, 11, 23), at: None };
        assert!(!due.is_overdue(day(2026, 11, 23).and_hms_opt(23, 59, 0).unwrap()));
        assert!(due.is_overdue(day(2026, 11, 24).and_hms_opt(0, 0, 0).unwrap()));
    }

    proptest! {
        #[test]
        fn the_next_occurrence_is_the_earliest_that_lies_ahead(
            start in 0u32..20_000, ahead in 0u64..40_000, every in 1u32..40, unit in 0..4
        ) {
            let unit = [Unit::Day, Unit::Week, Unit::Month, Unit::Year][unit as usize];
            let repeat = Repeat { every, unit };
            let first = day(1990, 1, 1) + Days::new(u64::from(start));
            let after = first + Days::new(ahead);
            let slow = (0..).map(|n| repeat.nth(first, n).unwrap()).find(|day| *day > after);
            prop_assert_eq!(repeat.next_after(first, after), slow);
        }
    }
}
