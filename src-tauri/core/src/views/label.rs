//! Address labels: for whom, on which sheet, and how the first sheet will look.

use rappel_domain::ids::ContactId;
use rappel_domain::label::{Area, Sheet, SheetLayout};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "LabelsFor")]
pub enum LabelsFor {
    /// Of all cards of so many weeks that are still to be sent and not too late.
    ToSend {
        /// How many weeks, as in `open_cards`.
        weeks: u32,
    },
    /// Of these people.
    Chosen {
        /// Who, at most 5000.
        contacts: Vec<ContactId>,
    },
}

/// Labels to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Labels {
    /// Whose.
    pub whose: LabelsFor,
    /// On which sheet.
    pub sheet: Sheet,
    /// The first label of the first sheet that is still there, counted from 0.
    pub start: u32,
}

/// How labels will look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LabelsPreview {
    /// How many labels.
    pub count: u32,
    /// On how many sheets.
    pub sheets: u32,
    /// How many people have no address that can be posted to.
    pub without_address: u32,
    /// How many are left out as they refused contact or are in the trash.
    pub left_out: u32,
    /// Names in which letters stand that can't be printed, at most ten.
    pub unprintable: Vec<String>,
    /// The measures of the sheet.
    pub layout: SheetLayout,
    /// The labels of the first sheet.
    pub first: Vec<PrintedLabel>,
}

/// A label as it is printed. Lengths are hundredths of a millimetre from the upper left corner of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintedLabel {
    /// Its position on the sheet.
    pub position: u32,
    /// The label itself.
    pub area: Area,
    /// Where its lines begin.
    pub x: u32,
    /// The size of its letters.
    pub size: u32,
    /// Its lines.
    pub lines: Vec<PrintedLine>,
}

/// A line of a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintedLine {
    /// The words.
    pub text: String,
    /// The line that they stand on.
    pub baseline: u32,
}
