//! A dry run that waits to be carried out: the text of the file, where its rows stand, and what would become of each.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, PoisonError};

use rappel_domain::contact::LIST_LIMIT;
use rappel_domain::ids::{ContactId, SourceId};

use crate::import::csv::{self, Cells, Mapping, Table};
use crate::import::{self, DateOrder, Kind, Problem, ProblemCode, Row, kinds, vcard};
use crate::views::*;
use crate::{App, Error, Result};

/// The rows of a file, read again whenever they are needed: a draft is many times larger than its line.
pub(super) struct Rows {
    pub(super) from: From,
    /// The own fields there are, which say what fits them.
    pub(super) own: Vec<CustomField>,
}

/// Where they are read from.
pub(super) enum From {
    Table { table: Table, mapping: Mapping, dates: DateOrder },
    Cards { text: String, places: Vec<Card> },
}

/// Where a card stands: on which line it begins, and between which bytes. Files are far smaller than what fits in these numbers.
pub(super) struct Card {
    line: u32,
    start: u32,
    end: u32,
}

impl Card {
    fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From {
    /// The cards of a text.
    pub(super) fn of_cards(text: String) -> Self {
        let short = |at| u32::try_from(at).unwrap_or(u32::MAX);
        let card = |(line, span): (u32, Range<usize>)| Card { line, start: short(span.start), end: short(span.end) };
        let places = vcard::places(&text).map(card).collect();
        Self::Cards { text, places }
    }
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        match &self.from {
            From::Table { table, .. } => table.len(),
            From::Cards { places, .. } => places.len(),
        }
    }

    /// The row as it stands in the file, without its line end.
    pub(super) fn raw(&self, at: usize) -> Option<&str> {
        match &self.from {
            From::Table { table, .. } => table.raw(at),
            From::Cards { text, places } => places.get(at).map(|card| text[card.span()].trim_end()),
        }
    }

    /// How long it is there.
    pub(super) fn bytes(&self, at: usize) -> usize {
        match &self.from {
            From::Table { table, .. } => table.bytes(at),
            From::Cards { places, .. } => places.get(at).map_or(0, |card| card.span().len()),
        }
    }

    /// What stands above the rows of a table.
    pub(super) fn header(&self) -> Option<&str> {
        match &self.from {
            From::Table { table, .. } => table.raw_header(),
            From::Cards { .. } => None,
        }
    }

    /// What [`row_with`](Self::row_with) cuts the rows of a table with.
    pub(super) fn cells(&self) -> Option<Cells> {
        match &self.from {
            From::Table { table, .. } => Some(table.cells()),
            From::Cards { .. } => None,
        }
    }

    fn read(&self, at: usize, cells: Option<&mut Cells>) -> Option<(Row, Option<Vec<String>>)> {
        match &self.from {
            From::Table { table, mapping, dates } => {
                let record = table.row_with(at, cells?)?;
                Some((csv::to_draft(&record, table.columns(), mapping, dates), Some(record.cells)))
            }
            From::Cards { text, places } => {
                let card = places.get(at)?;
                let row = vcard::rows(&text[card.span()]).next()?;
                Some((Row { line: card.line, ..row }, None))
            }
        }
    }

    /// The row at a position with the tags that all of them get, and its fingerprints, to which these tags do not count.
    pub(super) fn row(&self, at: usize, tags: &[String]) -> Option<(Row, Hashes)> {
        self.row_with(at, tags, self.cells().as_mut())
    }

    /// The same for one row after the other.
    pub(super) fn row_with(&self, at: usize, tags: &[String], cells: Option<&mut Cells>) -> Option<(Row, Hashes)> {
        let (mut row, cells) = self.read(at, cells)?;
        let of_draft = match &row.exported {
            Some(own) if !own.id.is_empty() => import::exported_hash(&row.draft, &own.id),
            _ => import::row_hash(&row.draft),
        };
        let of_row = match cells {
            Some(cells) if row.exported.is_none() => import::cells_hash(&cells),
            _ => of_draft,
        };
        let hash = Hashes { of_row, of_draft };
        let as_told = DateOrder::Ask { examples: Vec::new() };
        let dates = if let From::Table { dates, .. } = &self.from { dates } else { &as_told };
        kinds::check(&mut row, &self.own, dates);
        row.draft.tags.extend(tags.iter().cloned());
        let different = row.draft.tags.iter().map(|tag| tag.to_lowercase()).collect::<BTreeSet<_>>().len();
        if different > LIST_LIMIT && !row.is_refused() {
            row.problems.push(Problem { code: ProblemCode::TooManyValues, value: different.to_string() });
        }
        Some((row, hash))
    }
}

/// By what a row is known again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hashes {
    /// Of the row itself, whatever its columns are mapped to. This one is remembered.
    pub(super) of_row: [u8; 32],
    /// Of what was read out of it: the same person in another table, and what versions before 0.3.0 remembered.
    pub(super) of_draft: [u8; 32],
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
    pub(super) for_all: ForAll,
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
