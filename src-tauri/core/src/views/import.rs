//! Bringing people in from a file: what it holds, what would become of each row, and what became of them.

use super::{GivenAnswer, PeopleList};
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{BatchId, ContactId, MappingId, SourceId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::event::OfferedFile;
use crate::import::csv::{Column, Mapping, Shape};
use crate::import::{DateOrder, Kind, Problem};

/// A file to look into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectImport {
    /// The file, as offered.
    pub file: OfferedFile,
    /// How the table is written, where the person changed what was found.
    #[serde(default)]
    pub shape: Option<Shape>,
    /// The character set, where the person changed what was found.
    #[serde(default)]
    pub encoding: Option<String>,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ImportInspection {
    /// The file.
    pub file: OfferedFile,
    /// Its kind.
    pub kind: Kind,
    /// The character set it was read in.
    pub encoding: String,
    /// Whether the character set was guessed from the letters, and may be wrong.
    pub guessed: bool,
    /// Whether there are letters that can't be read; each shows as a replacement mark.
    pub lossy: bool,
    /// How many rows or cards it has.
    pub rows: u32,
    /// How the table is written; none for cards.
    pub shape: Option<Shape>,
    /// The columns; none for cards.
    pub columns: Vec<Column>,
    /// What the columns become: as the same columns were mapped before, else as their names tell.
    pub mapping: Mapping,
    /// Which number of a date is the day.
    pub dates: DateOrder,
    /// The cells of a few rows, to show what a mapping makes of them.
    pub samples: Vec<Vec<String>>,
}

/// Cells of a file, to see how they would be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewMapping {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows, at most ten.
    pub rows: Vec<Vec<String>>,
    /// What the columns become.
    pub mapping: Mapping,
    /// Which number of a date is the day.
    pub dates: DateOrder,
}

/// A mapping to keep by name, for other files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveMapping {
    /// What it is called. One of that name is replaced.
    pub name: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// What they become.
    pub mapping: Mapping,
}

/// A mapping that was saved by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NamedMapping {
    /// Its number.
    pub id: MappingId,
    /// What it is called.
    pub name: String,
}

/// Names a saved mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MappingRef {
    /// Which one.
    pub mapping: MappingId,
}

/// A saved mapping to use for a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UseMapping {
    /// What was looked into.
    pub inspected: InspectImport,
    /// Which one.
    pub mapping: MappingId,
}

/// What the columns of a file become with a saved mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UsedMapping {
    /// What they become.
    pub mapping: Mapping,
    /// Which number of a date is the day.
    pub dates: DateOrder,
    /// How many columns it knows.
    pub known: u32,
}

/// Which columns are to be birthdays, for telling day and month apart in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportDates {
    /// What was looked into.
    pub inspected: InspectImport,
    /// What the columns become.
    pub mapping: Mapping,
}

/// What to try without writing anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DryRunImport {
    /// What was looked into.
    pub inspected: InspectImport,
    /// What the columns become.
    pub mapping: Mapping,
    /// Which number of a date is the day.
    pub dates: DateOrder,
    /// The source of the leads.
    pub source: Option<SourceId>,
    /// A source to make for them, by its name.
    pub new_source: Option<String>,
    /// Tags that all of them get.
    pub tags: Vec<String>,
    /// What else those get who are added.
    #[serde(default)]
    pub for_all: ForAll,
}

/// What everybody gets who is added, beside source and tags: what is true of a whole list, and stands in none of its columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ImportForAll")]
pub struct ForAll {
    /// Answers to criteria. *Not asked* says nothing.
    pub answers: Vec<GivenAnswer>,
    /// They are not ready now.
    pub later: Option<LaterForAll>,
}

impl ForAll {
    /// Whether nothing is true of all.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.later.is_none()
    }
}

/// The follow-up without which nobody stands at Later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ImportLater")]
pub struct LaterForAll {
    /// When to come back to them.
    pub due: Due,
    /// What for.
    pub what: String,
}

/// What would become of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// Somebody new.
    New,
    /// Somebody new, with something in the row that was not read as a field.
    NewWithRemarks,
    /// The same row came in before, or stands in the file twice.
    Known,
    /// Somebody with the same e-mail address or phone number is there already, or stands in the file before.
    Duplicate,
    /// Somebody who refused contact.
    Blocked,
    /// It can't be read.
    Unreadable,
}

/// How many rows have an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutcomeCount {
    /// Which one.
    pub outcome: RowOutcome,
    /// How many.
    pub count: u32,
}

/// What would happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DryRun {
    /// Names it.
    #[ts(type = "number")]
    pub number: i64,
    /// How many rows there are.
    pub total: u32,
    /// How many of each outcome, those with none left out.
    pub counts: Vec<OutcomeCount>,
}

/// Which rows of a dry run to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DryRunWindow {
    /// The dry run.
    #[ts(type = "number")]
    pub number: i64,
    /// Only this outcome.
    pub only: Option<RowOutcome>,
    /// The first position.
    pub from: u32,
    /// How many, at most 200.
    pub count: u32,
}

/// Which rows of a dry run to save as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveImportRows {
    /// The dry run.
    #[ts(type = "number")]
    pub number: i64,
    /// Those of this outcome.
    pub outcome: RowOutcome,
}

/// What to do with a row of somebody who is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportDecision")]
pub enum Decision {
    /// Leave it out.
    #[default]
    Skip,
    /// Fill what is empty and add to lists; nothing that is there changes.
    Fill,
    /// Put what the row tells in the place of what is there.
    Replace,
    /// Add somebody new all the same.
    Add,
}

/// A field that a row changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    /// Its name.
    pub field: String,
    /// What is there, in lines; a birthday as `1979-03-08` or `--03-08`.
    pub from: Vec<String>,
    /// What would be there.
    pub to: Vec<String>,
}

/// One row of a dry run.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DryRunRow {
    /// Its position among all rows, from 0, by which it is decided about.
    pub row: u32,
    /// The line of the file, counted from 1.
    pub line: u32,
    /// The name that was read.
    pub name: String,
    /// The company.
    pub company: String,
    /// The first e-mail address.
    pub email: String,
    /// The first phone number.
    pub phone: String,
    /// What would become of it.
    pub outcome: RowOutcome,
    /// Who is there already.
    pub same_as: Option<(ContactId, String)>,
    /// The line of the file on which the same row, address or number stood before.
    pub same_line: Option<u32>,
    /// What was not read, or not surely.
    pub problems: Vec<Problem>,
    /// What filling would change of who is there already.
    pub fills: Vec<FieldChange>,
    /// What replacing would.
    pub replaces: Vec<FieldChange>,
}

/// What was decided about one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowDecision {
    /// Its position among all rows, from 0.
    pub row: u32,
    /// What to do. Somebody new is added or skipped.
    pub decision: Decision,
}

/// A dry run to carry out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RunImport {
    /// The dry run.
    #[ts(type = "number")]
    pub number: i64,
    /// What to do with all those whose e-mail address or phone number is there already.
    pub duplicates: Decision,
    /// What was decided otherwise about single rows.
    pub rows: Vec<RowDecision>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportResult {
    /// The batch; none when nobody was added.
    pub batch: Option<BatchId>,
    /// How many were added.
    pub added: u32,
    /// How many who were there already were changed.
    pub updated: u32,
    /// How many of those added with something that was not read as a field.
    pub with_remarks: u32,
    /// How many were left out, by why.
    pub left_out: Vec<OutcomeCount>,
}

/// Names a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BatchRef {
    /// Which one.
    pub batch: BatchId,
}

/// What undoing a batch would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoImportPreview {
    /// How many go to the trash.
    pub trashed: u32,
    /// How many get back what they had before.
    pub put_back: u32,
    /// Those who came in with it and were worked on since.
    pub worked_on: PeopleList,
    /// Those of whom something was changed by hand since, which stays.
    pub changed_since: PeopleList,
}

/// A batch to take back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoImport {
    /// Which one.
    pub batch: BatchId,
    /// Those who were worked on since go to the trash too.
    pub worked_on_too: bool,
}

/// What undoing a batch did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct UndoneImport {
    /// How many went to the trash.
    pub trashed: u32,
    /// How many stay, as they were worked on since.
    pub kept: u32,
    /// How many got back what they had before.
    pub put_back: u32,
}

/// An earlier import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportBatch {
    /// Its number.
    pub batch: BatchId,
    /// The file's name.
    pub file: String,
    /// When, as a civil moment.
    pub at: String,
    /// How many it added.
    pub added: u32,
    /// How many it changed.
    pub updated: u32,
    /// Whether it was undone.
    pub undone: bool,
}
