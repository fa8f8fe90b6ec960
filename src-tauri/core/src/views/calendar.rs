//! The calendar: a span of days with what falls on each.

use chrono::{NaiveDate, NaiveTime};
use rappel_domain::card::CardState;
use rappel_domain::follow_up::clock_time;
use rappel_domain::ids::{ContactId, FollowUpId};
use rappel_domain::process::{Lifecycle, Place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which days to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarQuery {
    /// The first day.
    pub from: NaiveDate,
    /// How many days, at most six weeks.
    pub days: u32,
    /// How many entries there is room for on a day, at most fifty.
    pub rows: u32,
}

/// A day with what falls on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDay {
    /// Which day.
    pub on: NaiveDate,
    /// How many entries it has.
    pub count: u32,
    /// The first of them: what is to do, cards to post, birthdays, what comes again, what is done.
    pub entries: Vec<CalendarEntry>,
}

/// Something that falls on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarEntry {
    /// Whose.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// Where they stand.
    pub place: Place,
    /// How far they came.
    pub lifecycle: Lifecycle,
    /// What it is.
    pub what: CalendarWhat,
}

/// What falls on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CalendarWhat {
    /// A follow-up to do; it can be moved.
    FollowUp {
        /// Its number.
        follow_up: FollowUpId,
        /// What to do; may be empty.
        what: String,
        /// The time, or none for any time that day.
        #[serde(default, with = "clock_time")]
        #[ts(type = "string | null")]
        at: Option<NaiveTime>,
        /// Whether it comes again.
        repeats: bool,
    },
    /// A day on which a repeating follow-up will come again, once the one before is done. It can't be moved by itself.
    Coming {
        /// The follow-up that repeats.
        follow_up: FollowUpId,
        /// What to do; may be empty.
        what: String,
        /// The time, or none for any time that day.
        #[serde(default, with = "clock_time")]
        #[ts(type = "string | null")]
        at: Option<NaiveTime>,
    },
    /// A follow-up that was done that day.
    Done {
        /// Its number.
        follow_up: FollowUpId,
        /// What was to do; may be empty.
        what: String,
        /// The time at which it was done.
        #[serde(default, with = "clock_time")]
        #[ts(type = "string | null")]
        at: Option<NaiveTime>,
    },
    /// A birthday.
    Birthday {
        /// How old they become, if known.
        turns: Option<i32>,
        /// How the card stands.
        card: CardState,
    },
    /// The last day to post a card that is not posted yet.
    Card {
        /// The birthday it is for.
        birthday: NaiveDate,
        /// How it stands.
        card: CardState,
    },
}

/// Names a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDayRef {
    /// Which day.
    pub on: NaiveDate,
}

/// A window on all that falls on a day, read by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDayWindow {
    /// The list's number.
    #[ts(type = "number")]
    pub snapshot: i64,
    /// The day that was opened.
    pub on: NaiveDate,
    /// The first position.
    pub from: u32,
    /// How many.
    pub count: u32,
}
