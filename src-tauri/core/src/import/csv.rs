//! Tables with a separator: found out by [`sniff`], indexed by [`read`], mapped by [`guess_mapping`], and turned into
//! drafts row by row with [`to_draft`].
//!
//! A [`Table`] keeps the text and, for each row, only where it begins; the cells are read again when they are asked for. So
//! a hundred thousand rows of ninety columns cost no more than the file itself.

mod cells;
mod draft;
mod field;
mod guess;
mod headers;
pub mod own;
mod reuse;
mod shape;

use std::collections::HashSet;
use std::ops::Range;

use rappel_domain::custom_field::FieldKind;
use serde::Serialize;
use ts_rs::TS;

pub use cells::Cells;
pub use draft::to_draft;
pub use field::{Field, Mapping};
pub use guess::guess_mapping;
pub use reuse::reuse_mapping;
pub use shape::{Shape, sniff};

use super::date;
use super::label::tidy_line;
use super::{DateOrder, Refused};
use crate::views::CustomField;

/// The most columns that a table may have.
pub const COLUMN_LIMIT: usize = 1_000;
/// How many different values of a column are shown beside its name.
const SAMPLES: usize = 3;
/// Among how many rows those are looked for that tell most, and how much of a cell is shown.
const SAMPLE_ROWS: usize = 200;
const SAMPLE_LETTERS: usize = 200;

/// A column with a few of its values, so that a person can see what is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CsvColumn")]
pub struct Column {
    /// Its header, or its number counted from 1 where there is none.
    pub name: String,
    /// Up to three different values, the first that are not empty.
    pub samples: Vec<String>,
    /// In how many rows it holds something.
    pub filled: u32,
}

/// A table that has been walked through once.
#[derive(Debug)]
pub struct Table {
    text: String,
    shape: Shape,
    columns: Vec<Column>,
    header: Option<Place>,
    rows: Vec<Place>,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    line: u32,
    /// Its quotation marks do not match.
    broken: bool,
}

/// One row as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The line on which it begins, counted from 1.
    pub line: u32,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// Its cells.
    pub cells: Vec<String>,
    /// Its quotation marks do not match, so that its cells are not to be trusted.
    pub broken: bool,
}

/// Walks through a whole text once and remembers where its rows begin. Rows without a single letter are no rows.
///
/// # Errors
/// [`Refused::Empty`] when there is no row, [`Refused::TooManyColumns`] past [`COLUMN_LIMIT`].
pub fn read(text: String, shape: &Shape) -> Result<Table, Refused> {
    let mut walk = Walk::new(&text, shape);
    let mut columns: Vec<Column> = Vec::new();
    let mut rows = Vec::new();
    let mut header_pending = shape.has_header;
    let mut header = None;
    while let Some(place) = walk.next() {
        let record = &walk.cells;
        if header_pending {
            header_pending = false;
            header = Some(place);
            check_width(record.len())?;
            // In our own header a name is what it is, with every blank in it.
            let own = record.iter().any(|cell| cell == own::MARK.as_bytes());
            for (at, cell) in record.iter().enumerate() {
                let name = String::from_utf8_lossy(cell);
                let name = if own { name.into_owned() } else { tidy_line(&name) };
                let name = if name.is_empty() { (at + 1).to_string() } else { name };
                columns.push(Column { name, ..Column::default() });
            }
            continue;
        }
        if !shape.has_header && record.len() > columns.len() && !place.broken {
            check_width(record.len())?;
            for at in columns.len()..record.len() {
                columns.push(Column { name: (at + 1).to_string(), ..Column::default() });
            }
        }
        if !place.broken {
            for (column, cell) in columns.iter_mut().zip(record.iter()) {
                take_sample(column, cell);
            }
        }
        rows.push(place);
    }
    if rows.is_empty() {
        return Err(Refused::Empty);
    }
    Ok(Table { text, shape: shape.clone(), columns, header, rows })
}

fn check_width(width: usize) -> Result<(), Refused> {
    if width > COLUMN_LIMIT { Err(Refused::TooManyColumns(u32::try_from(width).unwrap_or(u32::MAX))) } else { Ok(()) }
}

fn take_sample(column: &mut Column, cell: &[u8]) {
    if cell.iter().all(u8::is_ascii_whitespace) {
        return;
    }
    column.filled += 1;
    if column.samples.len() < SAMPLES {
        let cell = String::from_utf8_lossy(cell);
        let shown: String = tidy_line(&cell).chars().take(80).collect();
        if !column.samples.contains(&shown) {
            column.samples.push(shown);
        }
    }
}

impl Table {
    /// Its columns, left to right.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row; never so for a table that [`read`] gave.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What its rows are cut with; to make it takes longer than to cut a row.
    pub fn cells(&self) -> Cells {
        Cells::new(&self.shape)
    }

    /// The row at `at`, counted from 0.
    pub fn row(&self, at: usize) -> Option<Record> {
        self.row_with(at, &mut self.cells())
    }

    /// The same for one row after the other, all cut with the same [cells](Self::cells).
    pub fn row_with(&self, at: usize, cells: &mut Cells) -> Option<Record> {
        let place = self.rows.get(at)?;
        Some(self.record(*place, cells))
    }

    fn record(&self, place: Place, cells: &mut Cells) -> Record {
        let slice = &self.text[place.start..place.end];
        if place.broken {
            cells.take_whole(slice);
        } else {
            cells.cut(slice);
        }
        Record { line: place.line, span: place.start..place.end, cells: cells.texts(), broken: place.broken }
    }

    /// All rows in their order.
    pub fn rows(&self) -> impl Iterator<Item = Record> + '_ {
        let mut cells = Cells::new(&self.shape);
        self.rows.iter().map(move |place| self.record(*place, &mut cells))
    }

    /// The cells of the first rows in which most cells hold something, shortened: what a mapping makes of them can be shown.
    pub fn samples(&self) -> Vec<Vec<String>> {
        let filled = |row: &Record| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let mut rows: Vec<Record> = self.rows().take(SAMPLE_ROWS).filter(|row| !row.broken).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(filled(row)));
        rows.truncate(SAMPLES);
        rows.sort_by_key(|row| row.line);
        let short = |cell: String| cell.chars().take(SAMPLE_LETTERS).collect();
        rows.into_iter().map(|row| row.cells.into_iter().map(short).collect()).collect()
    }

    /// A row as it stands in the file, without its line end.
    pub fn raw(&self, at: usize) -> Option<&str> {
        self.rows.get(at).map(|place| self.as_it_stands(*place))
    }

    /// How many bytes of the text a row takes.
    pub fn bytes(&self, at: usize) -> usize {
        self.rows.get(at).map_or(0, |place| place.end - place.start)
    }

    /// The header the same way: together with some rows it is a table of its own.
    pub fn raw_header(&self) -> Option<&str> {
        self.header.map(|place| self.as_it_stands(place))
    }

    fn as_it_stands(&self, place: Place) -> &str {
        self.text[place.start..place.end].trim_end_matches(['\r', '\n'])
    }

    /// The shape it was read with.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The text itself, to be read again with another shape.
    pub fn into_text(self) -> String {
        self.text
    }

    /// In which order the day and the month stand in the columns that are mapped to the birthday, or to an own field that holds days.
    pub fn date_order(&self, mapping: &Mapping, own: &[CustomField]) -> DateOrder {
        let holds_days = |name: &str| {
            let key = name.trim().to_lowercase();
            own.iter().any(|field| field.kind == FieldKind::Date && field.name.to_lowercase() == key)
        };
        let wanted: Vec<usize> = (0..self.columns.len())
            .filter(|at| match mapping.fields.get(*at) {
                Some(Field::Birthday) => true,
                Some(Field::Custom { name }) => holds_days(name),
                _ => false,
            })
            .collect();
        if wanted.is_empty() {
            return DateOrder::DayFirst;
        }
        let mut seen = HashSet::new();
        let mut dates = Vec::new();
        for row in self.rows() {
            for cell in wanted.iter().filter_map(|at| row.cells.get(*at)) {
                let cell = tidy_line(cell);
                // A birthday is short, and there are not many different ones.
                if !cell.is_empty() && cell.len() <= 80 && seen.insert(cell.clone()) {
                    dates.push(cell);
                }
            }
        }
        date::order_of(dates.iter().map(String::as_str))
    }
}

/// The first walk through a text, which finds the rows and those whose quotation marks swallow others.
struct Walk<'a> {
    text: &'a str,
    shape: &'a Shape,
    /// The cells of the row that was found last.
    cells: Cells,
    /// Where the next row begins.
    at: usize,
    line: u32,
    /// How many bytes may still be read a second time, so that a hostile file is not read over and over.
    budget: usize,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str, shape: &'a Shape) -> Self {
        let skipped: usize = text.split_inclusive('\n').take(shape.skip_lines as usize).map(str::len).sum();
        Self {
            text,
            shape,
            cells: Cells::new(shape),
            at: skipped,
            line: shape.skip_lines + 1,
            budget: text.len().saturating_mul(8),
        }
    }

    fn next(&mut self) -> Option<Place> {
        loop {
            let blank = self.text[self.at..].bytes().take_while(|b| matches!(b, b'\n' | b'\r')).count();
            self.line += newlines(&self.text[self.at..self.at + blank]);
            let start = self.at + blank;
            if start >= self.text.len() {
                return None;
            }
            let mut end = start + self.cells.cut(&self.text[start..]);
            let line = self.line;
            let mut broken = false;
            let raw = &self.text[start..end];
            if raw.contains(self.shape.quote) && !quotes_match(raw, self.shape) {
                broken = true;
                let first_line = start + raw.find('\n').map_or(raw.len(), |at| at + 1);
                if first_line < end && self.budget > raw.len() {
                    self.budget -= raw.len();
                    end = first_line;
                }
            }
            self.line += newlines(&self.text[start..end]);
            self.at = end;
            if !broken && self.cells.iter().all(|cell| cell.iter().all(u8::is_ascii_whitespace)) {
                continue;
            }
            return Some(Place { start, end, line, broken });
        }
    }
}

fn newlines(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|b| *b == b'\n').count()).unwrap_or(u32::MAX)
}

/// Whether every quotation mark that opens a cell is closed before a separator or the end of the line. A mark in the
/// middle of a bare cell (`5" pipe`) is only a letter. RFC 4180 section 2.
fn quotes_match(row: &str, shape: &Shape) -> bool {
    let (quote, separator) = (shape.quote as u8, shape.separator as u8);
    let bytes = row.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == quote {
            at += 1;
            loop {
                match bytes[at..].iter().position(|b| *b == quote) {
                    None => return false,
                    Some(step) if bytes.get(at + step + 1) == Some(&quote) => at += step + 2,
                    Some(step) => {
                        at += step + 1;
                        break;
                    }
                }
            }
            // Blanks after the closing mark are forgiven.
            while bytes.get(at).is_some_and(|b| *b == b' ') {
                at += 1;
            }
            if !matches!(bytes.get(at), None | Some(b'\n' | b'\r')) && bytes.get(at) != Some(&separator) {
                return false;
            }
        }
        match bytes[at..].iter().position(|b| *b == separator) {
            Some(step) => at += step + 1,
            None => break,
        }
    }
    true
}
