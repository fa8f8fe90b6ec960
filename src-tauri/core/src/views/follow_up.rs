//! Follow-ups: planned, moved, done, dropped and snoozed. The pop-up's buttons run these very functions.

use chrono::NaiveDate;
use rappel_domain::alarm::Snooze;
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::ids::{ContactId, FollowUpId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddFollowUp {
    /// For whom.
    pub contact: ContactId,
    /// What and when.
    pub draft: FollowUpDraft,
}

/// A follow-up as changed or moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UpdateFollowUp {
    /// Which one.
    pub follow_up: FollowUpId,
    /// What and when.
    pub draft: FollowUpDraft,
}

/// A follow-up that is moved to another day. Its time of the day, its alarm and the rest stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoveFollowUp {
    /// Which one.
    pub follow_up: FollowUpId,
    /// To which day.
    pub on: NaiveDate,
}

/// Names a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUpRef {
    /// Which one.
    pub follow_up: FollowUpId,
}

/// A follow-up that is done. For somebody who stands at Later it is refused with `later_needs_date` unless a new date comes
/// along or they become active.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FinishFollowUp {
    /// Which one.
    pub follow_up: FollowUpId,
    /// The new date, for somebody who stays at Later.
    #[serde(default)]
    pub again: Option<Due>,
    /// Make them active again.
    #[serde(default)]
    pub activate: bool,
}

/// An alarm put off. The due time itself does not move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SnoozeFollowUp {
    /// Which follow-up.
    pub follow_up: FollowUpId,
    /// For how long.
    pub until: Snooze,
}

/// A pause of all alarms. What falls due meanwhile rings when it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PauseAlarms {
    /// For how many minutes, at most a week; 0 ends a pause.
    pub minutes: u32,
}
