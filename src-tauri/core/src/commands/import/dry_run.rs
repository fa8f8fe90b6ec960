//! Trying a file without writing: what would become of each row, and why.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use rappel_domain::contact::{ContactDraft, Labelled, PersonName};
use rappel_domain::ids::BatchId;

use super::ahead::{self, ReadRow};
use super::for_all;
use super::prepared::{From, Hashes, Prepared, Rows, Same, counts};
use super::progress::Progress;
use super::{read, table};
use crate::fields::{changes, filled, replaced};
use crate::import::{Kind, ProblemCode, Row};
use crate::storage::matching::{self, Keys, RowKey, row_key};
use crate::storage::{self, Db};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result};

/// How many letters are shown of a row that could not be read.
const SHOWN: usize = 80;
/// The most rows of one window.
const WINDOW_LIMIT: usize = 200;

/// Tells what would become of each row, and how far it is. Nothing is written.
///
/// # Errors
/// As [`super::inspect_import`], those of the checks, and `cancelled` when the person thought better of it.
pub fn dry_run_import(app: &App, input: DryRunImport) -> Result<DryRun> {
    app.import_stopped.store(false, Ordering::Relaxed);
    let new_source = input.new_source.as_deref().map(|name| check::needed("source", name)).transpose()?;
    let tags = check::contact(ContactDraft { tags: input.tags, ..some_name() })?.tags;
    let (for_all, own) = app.read(|db| Ok((for_all::checked(db, input.for_all)?, storage::field::list(db)?)))?;
    let (kind, decoded) = read(app, &input.inspected)?;
    let from = match kind {
        Kind::Csv => {
            let table = table(decoded.text, &input.inspected)?;
            From::Table { table, mapping: input.mapping, dates: input.dates }
        }
        Kind::Vcard => From::of_cards(decoded.text),
    };
    let rows = Rows { from, own };
    let country = app.settings().country.clone();
    let outcomes = app.read(|db| {
        let (keys, any_refused) = (Keys::for_rows(db, rows.len())?, storage::fingerprint::any(db)?);
        let mut seen = Seen { keys, any_refused, ..Seen::default() };
        let mut progress = Progress::new(app, rows.len());
        let mut outcomes = Vec::with_capacity(rows.len());
        ahead::each(
            2,
            &rows,
            0..rows.len(),
            &tags,
            &country,
            || |_, mut read| Looked::at(&mut read),
            |at, looked| {
                progress.is_at(at)?;
                outcomes.push(seen.outcome(db, looked)?);
                Ok(())
            },
        )?;
        Ok(outcomes)
    })?;
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let counts = counts(outcomes.iter().map(|(outcome, _)| *outcome));
    let number = app.keep_prepared(|number| Prepared {
        number,
        file: input.inspected.file.name,
        kind,
        rows,
        outcomes,
        source: input.source,
        new_source,
        tags,
        for_all,
    });
    Ok(DryRun { number, total, counts })
}

/// A draft that passes the checks, for checking one field alone.
fn some_name() -> ContactDraft {
    let mut draft = ContactDraft::default();
    draft.name.given = "x".to_owned();
    draft
}

/// What is looked at of a row to tell what becomes of it.
pub(super) struct Looked {
    line: u32,
    pub(super) hash: Hashes,
    pub(super) normals: Vec<String>,
    pub(super) refused: bool,
    pub(super) with_remarks: bool,
    exported: bool,
}

impl Looked {
    pub(super) fn at(read: &mut ReadRow) -> Self {
        let ReadRow { row, hash, normals, .. } = read;
        Self {
            line: row.line,
            refused: row.is_refused(),
            with_remarks: !row.problems.is_empty(),
            exported: row.exported.is_some(),
            hash: *hash,
            normals: std::mem::take(normals),
        }
    }
}

/// What becomes of a row beside the people who are there. Used by the dry run, and again while writing, as people may have
/// come or refused contact in between; then with the batch, as in our own export the rows are people who stood beside each
/// other, whatever number they share. `keys` are those of all who may be the same, where they are known.
pub(super) fn beside_people(
    db: &Db,
    row: &Looked,
    keys: Option<&Keys>,
    any_refused: bool,
    batch: Option<BatchId>,
) -> Result<(RowOutcome, Option<Same>)> {
    if row.refused {
        return Ok((RowOutcome::Unreadable, None));
    }
    let Hashes { of_row, of_draft } = &row.hash;
    let is_known =
        |hash| Ok::<_, Error>(keys.is_none_or(|it| it.may_be_row(hash)) && matching::row_is_known(db, hash)?);
    let may_be = keys.is_none_or(|keys| row.normals.iter().any(|it| keys.may_be_reach(it)));
    let but = batch.filter(|_| row.exported);
    let same = if may_be { matching::same_reach(db, &row.normals, but)? } else { None };
    let contact = same.map(|(contact, _)| Same::Contact(contact));
    Ok(match same {
        Some((_, true)) => (RowOutcome::Blocked, contact),
        // Somebody who was erased and had refused: nobody can be named.
        _ if any_refused && storage::fingerprint::matches(db, &row.normals)? => (RowOutcome::Blocked, None),
        _ if is_known(of_row)? || of_draft != of_row && is_known(of_draft)? => (RowOutcome::Known, contact),
        Some((_, false)) => (RowOutcome::Duplicate, contact),
        None if row.with_remarks => (RowOutcome::NewWithRemarks, None),
        None => (RowOutcome::New, None),
    })
}

/// Somebody as they would be with what a row tells. A name that only stands in for one changes none.
pub(super) fn changed(before: &ContactDraft, row: &Row, how: Decision, country: &str) -> ContactDraft {
    if how != Decision::Replace {
        return filled(before, &row.draft, country);
    }
    let stands_in = row.problems.iter().any(|it| it.code == ProblemCode::NameFromElsewhere);
    let name = if stands_in { PersonName::default() } else { row.draft.name.clone() };
    replaced(before, &ContactDraft { name, ..row.draft.clone() }, country)
}

/// The rows of the same file that were looked at before, by what they are recognised with: the line of each.
#[derive(Default)]
struct Seen {
    keys: Keys,
    any_refused: bool,
    rows: HashMap<RowKey, u32>,
    reach: HashMap<u64, u32>,
}

impl Seen {
    fn outcome(&mut self, db: &Db, looked: Option<Looked>) -> Result<(RowOutcome, Option<Same>)> {
        let Some(row) = looked else { return Ok((RowOutcome::Unreadable, None)) };
        let (mut outcome, mut same) = beside_people(db, &row, Some(&self.keys), self.any_refused, None)?;
        if matches!(outcome, RowOutcome::Blocked | RowOutcome::Unreadable) {
            return Ok((outcome, same));
        }
        let reach: Vec<u64> = row.normals.iter().map(|it| self.keys.of_reach(it)).collect();
        if outcome != RowOutcome::Known {
            if let Some(line) = self.rows.get(&row_key(&row.hash.of_row)) {
                (outcome, same) = (RowOutcome::Known, Some(Same::Line(*line)));
            } else if let (false, None, Some(line)) =
                (row.exported, same, reach.iter().find_map(|it| self.reach.get(it)))
            {
                (outcome, same) = (RowOutcome::Duplicate, Some(Same::Line(*line)));
            }
        }
        self.rows.entry(row_key(&row.hash.of_row)).or_insert(row.line);
        for key in reach {
            self.reach.entry(key).or_insert(row.line);
        }
        Ok((outcome, same))
    }
}

/// The name that was read; where there is none, the words with which the row begins.
fn shown_name(rows: &Rows, at: usize, row: &Row) -> String {
    let name = row.draft.name.shown();
    if !name.is_empty() {
        return name;
    }
    let raw = rows.raw(at).unwrap_or_default();
    let words =
        raw.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with("BEGIN:")).unwrap_or_default();
    words.chars().filter(|c| !c.is_control()).take(SHOWN).collect()
}

/// Reads rows of a dry run by position.
///
/// # Errors
/// `list_gone` when another dry run came after it.
pub fn get_dry_run_rows(app: &App, input: DryRunWindow) -> Result<Vec<DryRunRow>> {
    let prepared = app.prepared(input.number)?;
    let places = prepared.outcomes.iter().enumerate();
    let places = places.filter(|(_, (outcome, _))| input.only.is_none_or(|only| only == *outcome));
    let places = places.skip(input.from as usize).take((input.count as usize).min(WINDOW_LIMIT));
    let first = |list: &[Labelled]| list.first().map(|it| it.value.clone()).unwrap_or_default();
    let country = app.settings().country.clone();
    app.read(|db| {
        places
            .map(|(at, (outcome, same))| {
                let row = prepared.rows.row(at, &prepared.tags).map(|(row, _)| row).unwrap_or_default();
                let (fills, replaces) = match *same {
                    Some(Same::Contact(id)) if *outcome == RowOutcome::Duplicate => {
                        let before = storage::contact::get_draft(db, id)?;
                        let by = |how| changes(&before, &changed(&before, &row, how, &country));
                        (by(Decision::Fill), by(Decision::Replace))
                    }
                    _ => (Vec::new(), Vec::new()),
                };
                let (same_as, same_line) = match *same {
                    Some(Same::Contact(id)) => (Some((id, storage::people::name(db, id)?)), None),
                    Some(Same::Line(line)) => (None, Some(line)),
                    None => (None, None),
                };
                Ok::<_, Error>(DryRunRow {
                    row: u32::try_from(at).unwrap_or(u32::MAX),
                    fills,
                    replaces,
                    line: row.line,
                    name: shown_name(&prepared.rows, at, &row),
                    company: row.draft.company,
                    email: first(&row.draft.emails),
                    phone: first(&row.draft.phones),
                    outcome: *outcome,
                    same_as,
                    same_line,
                    problems: row.problems,
                })
            })
            .collect()
    })
}
