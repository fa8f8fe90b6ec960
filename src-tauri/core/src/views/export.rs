//! Taking people out: whom, in which form, and what became of it.

use rappel_domain::ids::ContactId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PeopleQuery;

/// Whom to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "ExportWhom")]
pub enum Whom {
    /// Everybody who is not in the trash.
    All,
    /// Those a list shows, in its order.
    Listed {
        /// Its question.
        query: PeopleQuery,
    },
    /// These.
    Chosen {
        /// Who.
        contacts: Vec<ContactId>,
    },
}

/// The form of a file of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PeopleFormat {
    /// A table that Rappel reads again without loss.
    Csv,
    /// Cards for an address book.
    Vcard,
}

/// The form of one person's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonFormat {
    /// Everything, for a program.
    Json,
    /// Everything, to read and to print.
    Html,
    /// A card for an address book.
    Vcard,
}

/// People to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportPeople {
    /// Whom.
    pub whom: Whom,
    /// In which form.
    pub format: PeopleFormat,
}

/// One person to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportPerson {
    /// Whom.
    pub contact: ContactId,
    /// In which form.
    pub format: PersonFormat,
}

/// What goes into a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportCalendar {
    /// Birthdays, every year.
    pub birthdays: bool,
    /// Open follow-ups.
    pub follow_ups: bool,
}

/// What would go into a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarContents {
    /// Birthdays.
    pub birthdays: u32,
    /// Open follow-ups.
    pub follow_ups: u32,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Its name, without the folder.
    pub file: String,
    /// How many people or events are in it.
    pub count: u32,
}
