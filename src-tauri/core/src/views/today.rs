//! Today: whom do I owe what, now.

use chrono::NaiveDate;
use rappel_domain::alarm::AlarmKind;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{AlarmId, ContactId, FollowUpId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CardView, PersonRow, QuestionView};

/// A follow-up that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueItem {
    /// Its number.
    pub follow_up: FollowUpId,
    /// Who.
    pub person: PersonRow,
    /// What to do; else the last words that were said.
    pub what: String,
    /// When.
    pub due: Due,
    /// Whether it repeats.
    pub repeats: bool,
    /// First phone number, if any.
    pub phone: Option<String>,
    /// First e-mail address, if any.
    pub email: Option<String>,
    /// Its alarm, for marking what a summary told of.
    pub alarm: Option<AlarmId>,
    /// Until when its alarm is snoozed, as a civil moment.
    pub snoozed_until: Option<String>,
}

/// A birthday within 14 days, or missed in the last five.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BirthdayItem {
    /// Who.
    pub person: PersonRow,
    /// The day and the card.
    pub card: CardView,
}

/// Somebody to keep in touch with, whose clock has run out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeepInTouchItem {
    /// Who.
    pub person: PersonRow,
    /// After how many weeks without a conversation it rings.
    pub weeks: u32,
    /// The day the clock ran out.
    pub due_on: NaiveDate,
    /// Its alarm, for marking what a summary told of.
    pub alarm: AlarmId,
    /// Until when its alarm is snoozed, as a civil moment.
    pub snoozed_until: Option<String>,
}

/// A follow-up that was finished today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoneItem {
    /// Its number.
    pub follow_up: FollowUpId,
    /// Who.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// What was to do.
    pub what: String,
    /// When it was finished, as a civil moment.
    pub at: String,
}

/// The next alarm to ring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextAlarm {
    /// About what.
    pub kind: AlarmKind,
    /// Whose.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// When, as a civil moment.
    pub at: String,
}

/// Leads to qualify from one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QualifyFrom {
    /// The source's name; may be empty.
    pub source: String,
    /// How many.
    pub count: u32,
}

/// The whole screen. Each list holds at most a hundred; the counts tell all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Today {
    /// The date.
    pub date: NaiveDate,
    /// Overdue, in time order.
    pub overdue: Vec<DueItem>,
    /// How many are overdue.
    pub overdue_count: u32,
    /// Due today, in time order, those without a time last.
    pub today: Vec<DueItem>,
    /// How many are due today.
    pub today_count: u32,
    /// Finished today, newest first.
    pub done: Vec<DoneItem>,
    /// Birthdays.
    pub birthdays: Vec<BirthdayItem>,
    /// How many birthdays fall in the coming seven days.
    pub birthdays_this_week: u32,
    /// People to keep in touch with whose clock has run out, the longest first.
    pub keep_in_touch: Vec<KeepInTouchItem>,
    /// How many they are.
    pub keep_in_touch_count: u32,
    /// Questions that are still open, oldest first.
    pub questions: Vec<QuestionView>,
    /// How many are open.
    pub questions_count: u32,
    /// Answers that are there and still to be told.
    pub answers_to_tell: u32,
    /// People in the sales phase for whom nothing is planned, counted no further than a thousand.
    pub no_next_step: u32,
    /// Leads to qualify.
    pub to_qualify: u32,
    /// Where most of them came from.
    pub qualify_from: Option<QualifyFrom>,
    /// The next alarm.
    pub next_alarm: Option<NextAlarm>,
    /// Nobody is in yet: offer to add, import or look around.
    pub empty: bool,
}
