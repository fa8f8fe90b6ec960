//! A dry run that waits to be carried out: the text of the file, where its rows stand, and what would become of each.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, PoisonError};

use rappel_domain::contact::LIST_LIMIT;
use rappel_domain::ids::{ContactId, SourceId};

use crate::import::csv::{self, Mapping, Table};
use crate::import::{self, DateOrder, Kind, Problem, ProblemCode, Row, vcard};
use crate::views::*;
use crate::{App, Error, Result};

/// The rows of a file, read again whenever they are needed: a draft is many times larger than its line.
pub(super) enum Rows {
    Table { table: Table, mapping: Mapping, dates: DateOrder },
    Cards { text: String, places: Vec<(u32, Range<usize>)> },
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Table { table, .. } => table.len(),
            Self::Cards { places, .. } => places.len(),
        }
    }

    /// The row as it stands in the file, without its line end.
    pub(super) fn raw(&self, at: usize) -> Option<&str> {
        match self {
            Self::Table { table, .. } => table.raw(at),
            Self::Cards { text, places } => places.get(at).map(|(_, span)| text[span.clone()].trim_end()),
        }
    }

    /// What stands above the rows of a table.
    pub(super) fn header(&self) -> Option<&str> {
        match self {
            Self::Table { table, .. } => table.raw_header(),
            Self::Cards { .. } => None,
        }
    }

    fn read(&self, at: usize) -> Option<Row> {
        match self {
            Self::Table { table, mapping, dates } => {
                Some(csv::to_draft(&table.row(at)?, table.columns(), mapping, dates))
            }
            Self::Cards { text, places } => {
                let (line, span) = places.get(at)?;
                let row = vcard::rows(&text[span.clone()]).next()?;
                Some(Row { line: *line, ..row })
            }
        }
    }

    /// The row at a position with the tags that all of them get, and its fingerprint, to which these tags do not count.
    pub(super) fn row(&self, at: usize, tags: &[String]) -> Option<(Row, [u8; 32])> {
        let mut row = self.read(at)?;
        let hash = match &row.exported {
            Some(own) if !own.id.is_empty() => import::exported_hash(&row.draft, &own.id),
            _ => import::row_hash(&row.draft),
        };
        row.draft.tags.extend(tags.iter().cloned());
        let different = row.draft.tags.iter().map(|tag| tag.to_lowercase()).collect::<BTreeSet<_>>().len();
        if different > LIST_LIMIT && !row.is_refused() {
            row.problems.push(Problem { code: ProblemCode::TooManyValues, value: different.to_string() });
        }
        Some((row, hash))
    }
}

/// Whom a row is the same as.
#[derive(Debug, Clone, Copy)]
pub(super) enum Same {
    /// Somebody who is there already.
    Contact(ContactId),
    /// The row that stands on that line of the same file.
    Line(u32),
}

/// A dry run that waits for a word to be carried out.
pub(crate) struct Prepared {
    pub(super) number: i64,
    pub(super) file: String,
    pub(super) kind: Kind,
    pub(super) rows: Rows,
    pub(super) outcomes: Vec<(RowOutcome, Option<Same>)>,
    pub(super) source: Option<SourceId>,
    pub(super) new_source: Option<String>,
    pub(super) tags: Vec<String>,
}

/// How many there are of each outcome, those with none left out.
pub(super) fn counts(outcomes: impl Iterator<Item = RowOutcome>) -> Vec<OutcomeCount> {
    let mut counts: Vec<OutcomeCount> = Vec::new();
    for outcome in outcomes {
        match counts.iter_mut().find(|it| it.outcome == outcome) {
            Some(it) => it.count += 1,
            None => counts.push(OutcomeCount { outcome, count: 1 }),
        }
    }
    counts.sort_by_key(|it| it.outcome as u8);
    counts
}

impl App {
    pub(super) fn keep_prepared(&self, make: impl FnOnce(i64) -> Prepared) -> i64 {
        let number = self.keep_snapshot(Vec::new());
        let made = Arc::new(make(number));
        *self.import.lock().unwrap_or_else(PoisonError::into_inner) = Some(made);
        number
    }

    /// The dry run of that number.
    ///
    /// # Errors
    /// `list_gone` when another one came after it, or it was carried out.
    pub(super) fn prepared(&self, number: i64) -> Result<Arc<Prepared>> {
        self.last_prepared().filter(|it| it.number == number).ok_or_else(|| Error::refused("list_gone"))
    }

    pub(super) fn last_prepared(&self) -> Option<Arc<Prepared>> {
        self.import.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn forget_prepared(&self, number: i64) {
        let mut held = self.import.lock().unwrap_or_else(PoisonError::into_inner);
        // Another file may have been tried while this one was written.
        if held.as_ref().is_some_and(|it| it.number == number) {
            *held = None;
        }
    }
}
