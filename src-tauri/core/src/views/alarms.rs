//! The alarms as the settings show them, and those that wait for the desktop.

use rappel_domain::alarm::AlarmKind;
use rappel_domain::ids::{AlarmId, ContactId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An alarm that will ring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComingAlarm {
    /// Whose.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// About what.
    pub kind: AlarmKind,
    /// What to do, for a follow-up.
    pub what: String,
    /// When, as a civil moment.
    pub rings: String,
}

/// What became of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RingAnswer {
    /// Clicked on.
    Opened,
    /// *Done* or *Card posted* was pressed.
    Done,
    /// Put off.
    Snoozed,
    /// Closed without an answer.
    Closed,
    /// Dealt with in Rappel while the pop-up stood.
    Settled,
}

/// A ring in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RingView {
    /// Its number, for the next page.
    #[ts(type = "number")]
    pub id: i64,
    /// Whose.
    pub contact: ContactId,
    /// Their name.
    pub name: String,
    /// About what.
    pub kind: AlarmKind,
    /// What to do, for a follow-up.
    pub what: String,
    /// When it was due, as a civil moment.
    pub due: String,
    /// When it was handed to the desktop.
    pub handed_at: String,
    /// When the desktop took it.
    pub shown_at: Option<String>,
    /// Whether the desktop refused it.
    pub refused: bool,
    /// Whether it was one of several in a summary.
    pub in_digest: bool,
    /// What the person did.
    pub answer: Option<RingAnswer>,
    /// When.
    pub answered_at: Option<String>,
}

/// Which part of the ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LedgerQuery {
    /// Part of a name; empty for all.
    pub search: String,
    /// Rings older than this one; none for the newest.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
}

/// A part of the ledger, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ledger {
    /// At most fifty.
    pub rings: Vec<RingView>,
    /// Whether there are older ones.
    pub more: bool,
}

/// What the desktop said to a test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TestAlarm {
    /// It took the pop-up.
    Taken,
    /// It did not.
    Refused {
        /// In the words of the system.
        why: String,
    },
}

/// A pop-up that the desktop refuses, shown in the window meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingAlarm {
    /// The alarm, or those of a summary.
    pub alarms: Vec<AlarmId>,
    /// Whether it is a summary.
    pub digest: bool,
    /// Who.
    pub title: String,
    /// Why.
    pub body: String,
    /// Label of the button that does it; none for a summary.
    pub done: Option<String>,
    /// Label of the button that puts it off; none for a summary.
    pub snooze: Option<String>,
}

/// The answer to a pop-up that is shown in the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnswerAlarm {
    /// The alarm, or those of a summary.
    pub alarms: Vec<AlarmId>,
    /// Whether it is a summary.
    pub digest: bool,
    /// What was pressed.
    pub answer: RingAnswer,
}
