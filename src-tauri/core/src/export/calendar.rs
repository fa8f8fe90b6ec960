//! Birthdays and open follow-ups as iCalendar (RFC 5545). `calcard` escapes and folds; what stands here is which event says what.
//!
//! Times are civil, as in Rappel: *floating* in the words of section 3.3.5, 10:30 wherever the laptop is.

use std::fmt::Write as _;
use std::io::Write;

use calcard::icalendar::{ICalendarEntry, ICalendarParameter, ICalendarProperty, ICalendarValue, ICalendarValueType};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use rappel_domain::birthday::{Birthday, LeapDay};
use rappel_domain::follow_up::{Repeat, Unit};

use crate::clock::Now;
use crate::storage::exported::{CalendarBirthday, CalendarFollowUp};
use crate::{Error, Result};

/// Writes a calendar, one event after the other.
pub struct Calendar<'a> {
    to: &'a mut dyn Write,
    now: Now,
}

impl<'a> Calendar<'a> {
    /// Begins a calendar.
    ///
    /// # Errors
    /// Those of the file.
    pub fn begin(to: &'a mut dyn Write, now: Now) -> Result<Self> {
        to.write_all(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rappel//Rappel//EN\r\n")?;
        Ok(Self { to, now })
    }

    /// Ends it.
    ///
    /// # Errors
    /// Those of the file.
    pub fn end(self) -> Result<()> {
        Ok(self.to.write_all(b"END:VCALENDAR\r\n")?)
    }

    /// A birthday, every year on its day. Without a year of birth it begins this year, which tells nothing of an age.
    ///
    /// # Errors
    /// Those of the file.
    pub fn birthday(&mut self, it: &CalendarBirthday, summary: &str, leap: LeapDay) -> Result<()> {
        let first = it.birthday.in_year(it.birthday.year().unwrap_or(self.now.today().year()), leap);
        let mut event = Event::new(format!("birthday-{}", it.key), &self.now, summary)?;
        event.day(first)?;
        event.put(ICalendarProperty::Rrule, &yearly(it.birthday, leap))?;
        event.put(ICalendarProperty::Transp, "TRANSPARENT")?;
        self.put(event)
    }

    /// An open follow-up with its alarm; without a time it rings at the daily time.
    ///
    /// # Errors
    /// Those of the file.
    pub fn follow_up(&mut self, it: &CalendarFollowUp, summary: &str, daily: NaiveTime) -> Result<()> {
        let due = it.draft.due;
        let mut event = Event::new(format!("follow-up-{}", it.key), &self.now, summary)?;
        let before = match due.at {
            Some(at) => {
                event.put(ICalendarProperty::Dtstart, &moment(due.on.and_time(at)))?;
                event.put(ICalendarProperty::Duration, "PT15M")?;
                format!("-PT{}M", it.draft.minutes_before)
            }
            None => {
                event.day(due.on)?;
                let minutes = (daily - NaiveTime::MIN).num_minutes();
                format!("PT{minutes}M")
            }
        };
        if let Some(repeat) = it.draft.repeat {
            event.put(ICalendarProperty::Rrule, &rule(repeat, due.on, it.first_on))?;
        }
        event.line("BEGIN:VALARM");
        event.put(ICalendarProperty::Action, "DISPLAY")?;
        event.put(ICalendarProperty::Description, summary)?;
        event.put(ICalendarProperty::Trigger, &before)?;
        event.line("END:VALARM");
        self.put(event)
    }

    fn put(&mut self, mut event: Event) -> Result<()> {
        event.line("END:VEVENT");
        Ok(self.to.write_all(event.0.as_bytes())?)
    }
}

struct Event(String);

impl Event {
    fn new(key: String, now: &Now, summary: &str) -> Result<Self> {
        let mut event = Self(String::new());
        event.line("BEGIN:VEVENT");
        // The same event at every export, so that a calendar takes it for the one it knows.
        event.put(ICalendarProperty::Uid, &format!("{key}@rappel"))?;
        event.put(ICalendarProperty::Dtstamp, &format!("{}Z", moment(now.utc.naive_utc())))?;
        event.put(ICalendarProperty::Summary, summary)?;
        Ok(event)
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push_str("\r\n");
    }

    fn put(&mut self, name: ICalendarProperty, value: &str) -> Result<()> {
        self.entry(&ICalendarEntry::new(name).with_value(ICalendarValue::Text(value.to_owned())))
    }

    /// A whole day, up to the next.
    fn day(&mut self, day: NaiveDate) -> Result<()> {
        let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
        for (name, day) in [(ICalendarProperty::Dtstart, day), (ICalendarProperty::Dtend, next)] {
            let mut text = String::new();
            write!(text, "{:04}{:02}{:02}", day.year(), day.month(), day.day()).map_err(internal)?;
            let entry = ICalendarEntry::new(name).with_param(ICalendarParameter::value(ICalendarValueType::Date));
            self.entry(&entry.with_value(ICalendarValue::Text(text)))?;
        }
        Ok(())
    }

    fn entry(&mut self, entry: &ICalendarEntry) -> Result<()> {
        entry.write_to(&mut self.0).map_err(internal)
    }
}

fn internal(error: std::fmt::Error) -> Error {
    Error::Internal(error.to_string())
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

/// Every year. In common years 29 February is the last day of February, or the 60th of the year, which is 1 March.
fn yearly(day: Birthday, leap: LeapDay) -> String {
    match (day.month(), day.day(), leap) {
        (2, 29, LeapDay::Before) => "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1".to_owned(),
        (2, 29, LeapDay::After) => "FREQ=YEARLY;BYYEARDAY=60".to_owned(),
        _ => "FREQ=YEARLY".to_owned(),
    }
}

/// A repetition as a rule. The 31st stays the 31st, or the last day of a shorter month, where iCalendar by itself would leave the
/// month out.
fn rule(repeat: Repeat, due: NaiveDate, first: NaiveDate) -> String {
    let (unit, months) = match repeat.unit {
        Unit::Day => ("DAILY", false),
        Unit::Week => ("WEEKLY", false),
        Unit::Month => ("MONTHLY", true),
        Unit::Year => ("YEARLY", due.month() == 2),
    };
    let mut rule = format!("FREQ={unit}");
    if repeat.every > 1 {
        let _ = write!(rule, ";INTERVAL={}", repeat.every);
    }
    let last = due.checked_add_days(Days::new(1)).is_some_and(|next| next.month() != due.month());
    let wanted = if last { due.day().max(first.day()) } else { due.day() };
    if months && wanted > 28 {
        let days: Vec<String> = (28..=wanted).map(|day| day.to_string()).collect();
        if repeat.unit == Unit::Year {
            rule.push_str(";BYMONTH=2");
        }
        let _ = write!(rule, ";BYMONTHDAY={};BYSETPOS=-1", days.join(","));
    }
    rule
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_series_on_the_31st_leaves_no_month_out() {
        let monthly = Repeat { every: 1, unit: Unit::Month };
        assert_eq!(
            rule(monthly, day(2026, 2, 28), day(2026, 1, 31)),
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"
        );
        assert_eq!(rule(monthly, day(2026, 2, 27), day(2026, 1, 27)), "FREQ=MONTHLY");
        let yearly = Repeat { every: 1, unit: Unit::Year };
        assert_eq!(
            rule(yearly, day(2025, 2, 28), day(2024, 2, 29)),
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"
        );
        let two_weeks = Repeat { every: 2, unit: Unit::Week };
        assert_eq!(rule(two_weeks, day(2026, 2, 28), day(2026, 1, 31)), "FREQ=WEEKLY;INTERVAL=2");
    }
}
