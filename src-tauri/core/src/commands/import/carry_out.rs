//! Writing what was tried, in one transaction that can be stopped.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::Ordering;

use rappel_domain::backup::BackupKind;
use rappel_domain::contact::ContactDraft;
use rappel_domain::history::Happened;
use rappel_domain::ids::{BatchId, ContactId, SourceId};
use sha2::{Digest, Sha256};

use super::ahead::{self, ReadRow};
use super::dry_run::{beside_people, changed};
use super::exported;
use super::for_all;
use super::header;
use super::prepared::{From, Prepared, Same, counts};
use super::progress::Progress;
use crate::backup;
use crate::event::Topic;
use crate::fields::differing;
use crate::import::{Kind, Row};
use crate::settle::Settling;
use crate::storage::batch::Change;
use crate::storage::contact::{Contact, Origin};
use crate::storage::{self, matching};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write};

/// Carries a dry run out, in one transaction, telling how far it is. Who came in, or refused contact, since the dry run is left out.
///
/// # Errors
/// `list_gone`; `cancelled` when the person thought better of it; `import_nothing_new` when nobody is left to add or change. Then
/// nothing is written.
pub fn run_import(app: &App, input: RunImport) -> Result<ImportResult> {
    let prepared = app.prepared(input.number)?;
    let decisions = Decisions::of(&prepared, &input);
    let mut outcomes: Vec<RowOutcome> = prepared.outcomes.iter().map(|(outcome, _)| *outcome).collect();
    let places: Vec<usize> = (0..outcomes.len()).filter(|at| decisions.of_row(*at) != Decision::Skip).collect();
    let mut done: Vec<bool> = vec![false; outcomes.len()];
    let mut progress = Progress::new(app, places.len());
    // Before the writing, which it would make wait.
    backup::make(app, BackupKind::Import)?;
    let mut result = ImportResult { batch: None, added: 0, updated: 0, with_remarks: 0, left_out: Vec::new() };
    app.write_much(|write| {
        let source = source(write, &prepared)?;
        let kind = if prepared.kind == Kind::Csv { "csv" } else { "vcard" };
        let batch =
            storage::batch::insert(write.db, &prepared.file, kind, source.map(|(id, _)| id), write.now.civil, 0)?;
        if let Some((made, true)) = source {
            storage::batch::set_made_source(write.db, batch, made)?;
        }
        let source = source.map(|(id, _)| id);
        let criteria = storage::criterion::list(write.db)?;
        let mut refused = Vec::new();
        let mut updated = BTreeSet::new();
        let mut settling = Settling::new(write, &write.settings);
        let mut count = 0;
        ahead::each(&prepared.rows, places.iter().copied(), &prepared.tags, &write.settings.country, |at, read| {
            progress.is_at(count)?;
            count += 1;
            let mut read = read.ok_or_else(Error::not_found)?;
            let (outcome, same) = beside_people(write.db, &read, batch)?;
            let line = i64::from(read.row.line);
            // Within one file the rows before this one count too, which the dry run has told.
            match (decisions.now(at, outcome), same) {
                (Decision::Add, _) => {
                    result.added += 1;
                    result.with_remarks += u32::from(!read.row.problems.is_empty());
                    let photo = read.row.photo.take();
                    let own = read.row.exported.as_ref().map(|own| exported::source(write, own)).transpose()?.flatten();
                    let draft = ContactDraft { source: own.or(source), ..read.take_draft()? };
                    let added = add(write, &read, &draft, &prepared.file, batch, line)?;
                    let id = added.id;
                    if let Some(own) = &read.row.exported {
                        exported::put(write, id, own)?;
                    }
                    let own = read.row.exported.as_deref();
                    for_all::put(write, id, &prepared.for_all, own, &criteria)?;
                    if let Some(photo) = photo {
                        storage::photo::put(write.db, id, photo.media_type, &photo.bytes)?;
                    }
                    storage::batch::insert_row(write.db, batch, id, line, &read.hash.of_row)?;
                    if own.is_some() {
                        // It may bring criteria along.
                        settling.settle(id, &storage::criterion::list(write.db)?)?;
                    } else if !prepared.for_all.is_empty() {
                        settling.settle(id, &criteria)?;
                    } else {
                        settling.settle_new(&added, &criteria)?;
                    }
                    if read.row.exported.as_ref().is_some_and(|own| own.is_refused()) {
                        // Else the next row with the same number would meet it; it is kept when all are in.
                        storage::fingerprint::forget(write.db, id)?;
                        refused.push(id);
                    }
                    done[at] = true;
                }
                (how @ (Decision::Fill | Decision::Replace), Some(Same::Contact(id))) => {
                    // Where they came from is known: not from here.
                    if update(write, id, read.row, how, &prepared.file, batch)? {
                        updated.insert(id);
                        settling.settle(id, &criteria)?;
                        done[at] = true;
                    }
                    storage::batch::insert_row(write.db, batch, id, line, &read.hash.of_row)?;
                }
                _ => outcomes[at] = outcome,
            }
            Ok(())
        })?;
        progress.is_at(places.len())?;
        settling.finish()?;
        refused.iter().try_for_each(|id| storage::fingerprint::keep(write.db, *id))?;
        result.updated = u32::try_from(updated.len()).unwrap_or(u32::MAX);
        if result.added + result.updated == 0 {
            return Err(Error::refused("import_nothing_new"));
        }
        storage::batch::set_row_count(write.db, batch, result.added)?;
        if let From::Table { table, mapping, .. } = &prepared.rows.from {
            matching::remember_mapping(write.db, &header(table), mapping)?;
        }
        for topic in [Topic::Contacts, Topic::Conversations, Topic::FollowUps, Topic::Settings] {
            write.changed(topic);
        }
        result.batch = Some(batch);
        Ok(())
    })?;
    app.forget_prepared(prepared.number);
    result.left_out = counts(outcomes.into_iter().zip(done).filter(|(_, done)| !done).map(|(outcome, _)| outcome));
    Ok(result)
}

/// What is to be done with each row.
struct Decisions<'a> {
    prepared: &'a Prepared,
    duplicates: Decision,
    rows: HashMap<usize, Decision>,
}

impl<'a> Decisions<'a> {
    fn of(prepared: &'a Prepared, input: &RunImport) -> Self {
        let rows = input.rows.iter().map(|it| (it.row as usize, it.decision)).collect();
        Self { prepared, duplicates: input.duplicates, rows }
    }

    /// As the dry run showed the row.
    fn of_row(&self, at: usize) -> Decision {
        let decided = self.rows.get(&at).copied();
        match self.prepared.outcomes[at].0 {
            RowOutcome::New | RowOutcome::NewWithRemarks if decided == Some(Decision::Skip) => Decision::Skip,
            RowOutcome::New | RowOutcome::NewWithRemarks => Decision::Add,
            RowOutcome::Duplicate => decided.unwrap_or(self.duplicates),
            RowOutcome::Known | RowOutcome::Blocked | RowOutcome::Unreadable => Decision::Skip,
        }
    }

    /// As the row stands now. Somebody who came in since the dry run was not shown, so that nothing is changed of them.
    fn now(&self, at: usize, outcome: RowOutcome) -> Decision {
        let shown = self.prepared.outcomes[at].0;
        match outcome {
            RowOutcome::New | RowOutcome::NewWithRemarks => Decision::Add,
            RowOutcome::Duplicate if shown == RowOutcome::Duplicate => self.of_row(at),
            RowOutcome::Duplicate if self.duplicates == Decision::Add => Decision::Add,
            _ => Decision::Skip,
        }
    }
}

/// Writes what a row tells over somebody who is there; whether anything changed. What stood there is remembered with the batch.
fn update(write: &Write<'_>, id: ContactId, row: Row, how: Decision, file: &str, batch: BatchId) -> Result<bool> {
    let before = storage::contact::get_draft(write.db, id)?;
    // More than a contact may hold is left out rather than cut off.
    let Ok(draft) = check::contact(changed(&before, &row, how, &write.settings.country)) else { return Ok(false) };
    let photo = match row.photo {
        Some(photo) if !storage::photo::exists(write.db, id)? => {
            storage::photo::put(write.db, id, photo.media_type, &photo.bytes)?;
            Some(Sha256::digest(&photo.bytes).to_vec())
        }
        _ => None,
    };
    let fields = differing(&before, &draft);
    if fields.is_empty() && photo.is_none() {
        return Ok(false);
    }
    storage::contact::update(write.db, id, &draft, &write.settings.country)?;
    let after = storage::contact::get_draft(write.db, id)?;
    let line = i64::from(row.line);
    let happened = if storage::contact::get(write.db, id)?.batch == Some(batch) {
        Happened::Imported { file: file.to_owned(), line }
    } else {
        let fields = fields.into_iter().chain(photo.is_some().then_some("photo")).map(str::to_owned).collect();
        Happened::Updated { file: file.to_owned(), line, fields }
    };
    write.record(id, &happened)?;
    storage::batch::insert_change(write.db, batch, &Change { contact: id, before, after, photo })?;
    Ok(true)
}

/// The source that was chosen, and whether it was made for this. A name that is there already, in capitals or not, makes no second one.
fn source(write: &Write<'_>, prepared: &Prepared) -> Result<Option<(SourceId, bool)>> {
    let Some(name) = &prepared.new_source else { return Ok(prepared.source.map(|id| (id, false))) };
    source_named(write, name).map(Some)
}

pub(in crate::commands) fn source_named(write: &Write<'_>, name: &str) -> Result<(SourceId, bool)> {
    let there = storage::source::choices(write.db, true)?;
    match there.iter().find(|it| it.name.to_lowercase() == name.to_lowercase()) {
        Some(it) => {
            // One that was put away, perhaps with the import it was made for, is in use again.
            storage::source::take_out(write.db, it.id)?;
            Ok((it.id, false))
        }
        None => Ok((storage::source::insert(write.db, name, None)?, true)),
    }
}

fn add(
    write: &Write<'_>,
    read: &ReadRow,
    draft: &ContactDraft,
    file: &str,
    batch: BatchId,
    line: i64,
) -> Result<Contact> {
    let origin = Origin { batch: Some(batch), line: Some(line), introduced_by: None };
    let e164 = |typed: &str| read.e164(typed, &write.settings.country);
    let added = storage::contact::insert_numbered(write.db, draft, origin, &write.now, e164)?;
    write.record(added.id, &Happened::Imported { file: file.to_owned(), line })?;
    Ok(added)
}

/// Stops the dry run or the import that runs; it leaves nothing.
///
/// # Errors
/// None that is expected.
pub fn cancel_import(app: &App, (): ()) -> Result<()> {
    app.import_stopped.store(true, Ordering::Relaxed);
    Ok(())
}

/// Earlier imports, newest first.
///
/// # Errors
/// Those of the database.
pub fn list_imports(app: &App, (): ()) -> Result<Vec<ImportBatch>> {
    app.read(storage::batch::list)
}
