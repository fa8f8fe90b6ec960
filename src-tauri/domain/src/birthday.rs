//! A birthday is a month and a day; the year may be unknown and is then never made up.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Month and day of birth, with the year where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "RawBirthday", into = "RawBirthday")]
#[ts(as = "RawBirthday")]
pub struct Birthday {
    month: u32,
    day: u32,
    year: Option<i32>,
}

/// The same, as it crosses to the page and to files, unchecked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "Birthday")]
pub struct RawBirthday {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// The year of birth, if known.
    pub year: Option<i32>,
}

/// The given month, day and year name no day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such day")]
pub struct NoSuchDay;

/// In which days the 29th of February is kept in a common year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeapDay {
    /// On 28 February.
    #[default]
    Before,
    /// On 1 March.
    After,
}

/// A leap year to check days without a year against, so that 29 February is allowed.
const SOME_LEAP_YEAR: i32 = 2000;
/// The earliest year of birth that is taken; anything before is a slip of the keys.
pub const FIRST_YEAR: i32 = 1850;

impl Birthday {
    /// A birthday on that day.
    ///
    /// # Errors
    /// [`NoSuchDay`] when the calendar has no such day, or the year is before [`FIRST_YEAR`] or past 9999.
    pub fn new(month: u32, day: u32, year: Option<i32>) -> Result<Self, NoSuchDay> {
        if year.is_some_and(|y| !(FIRST_YEAR..=9999).contains(&y)) {
            return Err(NoSuchDay);
        }
        NaiveDate::from_ymd_opt(year.unwrap_or(SOME_LEAP_YEAR), month, day).ok_or(NoSuchDay)?;
        Ok(Self { month, day, year })
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u32 {
        self.month
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.day
    }

    /// Year of birth, if known.
    pub fn year(self) -> Option<i32> {
        self.year
    }

    /// As it stands in tables: `1979-03-08`, or `--03-08` without a year, as vCard writes it (RFC 6350, 4.3.1).
    pub fn text(self) -> String {
        let (month, day) = (self.month, self.day);
        self.year.map_or_else(|| format!("--{month:02}-{day:02}"), |year| format!("{year:04}-{month:02}-{day:02}"))
    }

    /// The day on which it is kept in `year`. 29 February moves in common years, as `leap` says.
    pub fn in_year(self, year: i32, leap: LeapDay) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, self.month, self.day).unwrap_or_else(|| {
            // Only 29 February can be missing from a year.
            let (month, day) = match leap {
                LeapDay::Before => (2, 28),
                LeapDay::After => (3, 1),
            };
            NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX)
        })
    }

    /// The first day from `from` on (that day included) on which it is kept.
    pub fn next_from(self, from: NaiveDate, leap: LeapDay) -> NaiveDate {
        let this_year = self.in_year(from.year(), leap);
        if this_year >= from { this_year } else { self.in_year(from.year() + 1, leap) }
    }

    /// How old the person becomes on `on`, where the year of birth is known.
    pub fn turns(self, on: NaiveDate) -> Option<i32> {
        self.year.map(|year| on.year() - year)
    }
}

impl TryFrom<RawBirthday> for Birthday {
    type Error = NoSuchDay;
    fn try_from(raw: RawBirthday) -> Result<Self, NoSuchDay> {
        Self::new(raw.month, raw.day, raw.year)
    }
}

impl From<Birthday> for RawBirthday {
    fn from(b: Birthday) -> Self {
        Self { month: b.month, day: b.day, year: b.year }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn the_29th_of_february_is_kept_on_the_28th_or_the_1st_in_common_years() {
        let born = Birthday::new(2, 29, None).unwrap();
        assert_eq!(born.in_year(2028, LeapDay::Before), day(2028, 2, 29));
        assert_eq!(born.in_year(2027, LeapDay::Before), day(2027, 2, 28));
        assert_eq!(born.in_year(2027, LeapDay::After), day(2027, 3, 1));
        assert_eq!(born.in_year(2100, LeapDay::Before), day(2100, 2, 28));
    }

    #[test]
    fn the_day_itself_is_still_to_come() {
        let born = Birthday::new(3, 8, Some(1979)).unwrap();
        assert_eq!(born.next_from(day(2026, 3, 8), LeapDay::Before), day(2026, 3, 8));
        assert_eq!(born.next_from(day(2026, 3, 9), LeapDay::Before), day(2027, 3, 8));
        assert_eq!(born.turns(day(2027, 3, 8)), Some(48));
    }

    #[test]
    fn no_such_day_is_refused_and_a_missing_year_is_never_made_up() {
        assert_eq!(Birthday::new(2, 30, None), Err(NoSuchDay));
        assert_eq!(Birthday::new(2, 29, Some(1979)), Err(NoSuchDay));
        assert_eq!(Birthday::new(13, 1, None), Err(NoSuchDay));
        assert_eq!(Birthday::new(1, 1, Some(1604)), Err(NoSuchDay));
        assert_eq!(Birthday::new(2, 29, None).unwrap().turns(day(2026, 2, 28)), None);
    }
}
