//! The alarms that a contact has of its own.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rappel_domain::ids::ContactId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The alarms that a contact has of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnAlarms {
    /// Keep in touch at least every so many weeks; none when that was not asked for.
    pub keep_in_touch_weeks: Option<u32>,
    /// The day on which keep in touch is due.
    pub keep_in_touch_on: Option<NaiveDate>,
    /// How many days before the birthday its alarms ring; none follows the settings.
    #[ts(as = "Option<Vec<u32>>")]
    pub birthday_offsets: Option<BTreeSet<u32>>,
}

/// How often at least to keep in touch. The clock starts when it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetKeepInTouch {
    /// With whom.
    pub contact: ContactId,
    /// At least every so many weeks, 1 to 260; none for no longer.
    pub weeks: Option<u32>,
}

/// A contact's own days before the birthday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetBirthdayOffsets {
    /// Whose birthday.
    pub contact: ContactId,
    /// From the list in the settings; none follows the settings.
    #[ts(as = "Option<Vec<u32>>")]
    pub offsets: Option<BTreeSet<u32>>,
}
