//! Writing what was tried, in one transaction that can be stopped, and taking it back later.

use std::sync::atomic::Ordering;

use rappel_domain::backup::BackupKind;
use rappel_domain::contact::ContactDraft;
use rappel_domain::history::Happened;
use rappel_domain::ids::{BatchId, ContactId, SourceId};

use super::dry_run::beside_people;
use super::exported;
use super::header;
use super::prepared::{Prepared, Rows, counts};
use super::progress::Progress;
use crate::backup;
use crate::event::Topic;
use crate::import::Kind;
use crate::storage::contact::Origin;
use crate::storage::{self, matching};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, Write, settle};

/// Carries a dry run out, in one transaction, telling how far it is. Who came in, or refused contact, since the dry run is left out.
///
/// # Errors
/// `list_gone`; `cancelled` when the person thought better of it; `import_nothing_new` when nobody is left to add. Then
/// nothing is written.
pub fn run_import(app: &App, input: RunImport) -> Result<ImportResult> {
    let prepared = app.prepared(input.number)?;
    let comes_in = |outcome: RowOutcome| match outcome {
        RowOutcome::New | RowOutcome::NewWithRemarks => true,
        RowOutcome::Duplicate => input.with_duplicates,
        RowOutcome::Known | RowOutcome::Blocked | RowOutcome::Unreadable => false,
    };
    let mut outcomes: Vec<RowOutcome> = prepared.outcomes.iter().map(|(outcome, _)| *outcome).collect();
    let places: Vec<usize> = (0..outcomes.len()).filter(|at| comes_in(outcomes[*at])).collect();
    let mut progress = Progress::new(app, places.len());
    // Before the writing, which it would make wait.
    backup::make(app, BackupKind::Import)?;
    let mut result = ImportResult { batch: None, added: 0, with_remarks: 0, left_out: Vec::new() };
    app.write_once(|write| {
        let source = source(write, &prepared)?;
        let kind = if prepared.kind == Kind::Csv { "csv" } else { "vcard" };
        let batch = storage::batch::insert(write.db, &prepared.file, kind, source, write.now.civil, 0)?;
        let criteria = storage::criterion::list(write.db)?;
        let mut refused = Vec::new();
        for (done, at) in places.iter().enumerate() {
            progress.is_at(done)?;
            let (row, hash) = prepared.rows.row(*at, &prepared.tags).ok_or_else(Error::not_found)?;
            let (outcome, _) = beside_people(write.db, &row, &hash, &write.settings.country, batch)?;
            // Within one file the rows before this one count too, which the dry run has told.
            if comes_in(outcome) {
                result.added += 1;
                result.with_remarks += u32::from(!row.problems.is_empty());
                let (line, photo) = (i64::from(row.line), row.photo);
                let own = row.exported.as_ref().map(|own| exported::source(write, own)).transpose()?.flatten();
                let id = add(write, ContactDraft { source: own.or(source), ..row.draft }, &prepared.file, batch, line)?;
                if let Some(own) = &row.exported {
                    exported::put(write, id, own)?;
                }
                if let Some(photo) = photo {
                    storage::photo::put(write.db, id, photo.media_type, &photo.bytes)?;
                }
                storage::batch::insert_row(write.db, batch, id, line, &hash)?;
                // A table of our own may bring criteria along.
                let known = if row.exported.is_some() { &storage::criterion::list(write.db)? } else { &criteria };
                settle::settle(write, id, known, &write.settings)?;
                if row.exported.as_ref().is_some_and(|own| own.is_refused()) {
                    // Else the next row with the same number would meet it; it is kept when all are in.
                    storage::fingerprint::forget(write.db, id)?;
                    refused.push(id);
                }
            } else {
                outcomes[*at] = outcome;
            }
        }
        progress.is_at(places.len())?;
        refused.iter().try_for_each(|id| storage::fingerprint::keep(write.db, *id))?;
        if result.added == 0 {
            return Err(Error::refused("import_nothing_new"));
        }
        storage::batch::set_row_count(write.db, batch, result.added)?;
        if let Rows::Table { table, mapping, .. } = &prepared.rows {
            matching::remember_mapping(write.db, &header(table), mapping)?;
        }
        for topic in [Topic::Contacts, Topic::Conversations, Topic::FollowUps, Topic::Settings] {
            write.changed(topic);
        }
        result.batch = Some(batch);
        Ok(())
    })?;
    app.forget_prepared(prepared.number);
    result.left_out = counts(outcomes.into_iter().filter(|outcome| !comes_in(*outcome)));
    Ok(result)
}

/// The source that was chosen. A name that is there already, in capitals or not, makes no second one.
fn source(write: &Write<'_>, prepared: &Prepared) -> Result<Option<SourceId>> {
    let Some(name) = &prepared.new_source else { return Ok(prepared.source) };
    source_named(write, name).map(Some)
}

pub(super) fn source_named(write: &Write<'_>, name: &str) -> Result<SourceId> {
    let there = storage::source::choices(write.db, true)?;
    match there.iter().find(|it| it.name.to_lowercase() == name.to_lowercase()) {
        Some(it) => Ok(it.id),
        None => storage::source::insert(write.db, name, None),
    }
}

fn add(write: &Write<'_>, draft: ContactDraft, file: &str, batch: BatchId, line: i64) -> Result<ContactId> {
    let draft = check::contact(draft)?;
    let origin = Origin { batch: Some(batch), line: Some(line), introduced_by: None };
    let id = storage::contact::insert(write.db, &draft, origin, &write.now, &write.settings.country)?;
    write.record(id, &Happened::Imported { file: file.to_owned(), line })?;
    Ok(id)
}

/// Stops the dry run or the import that runs; it leaves nothing.
///
/// # Errors
/// None that is expected.
pub fn cancel_import(app: &App, (): ()) -> Result<()> {
    app.import_stopped.store(true, Ordering::Relaxed);
    Ok(())
}

/// Takes a batch back: whom it added goes to the trash, unless they were worked on since.
///
/// # Errors
/// `nothing_to_undo` when it was taken back before, or is no import.
pub fn undo_import(app: &App, input: BatchRef) -> Result<UndoneImport> {
    app.write(|write| {
        if !storage::batch::can_undo(write.db, input.batch)? {
            return Err(Error::refused("nothing_to_undo"));
        }
        let mut undone = UndoneImport { trashed: 0, kept: 0 };
        for contact in storage::contact::of_batch(write.db, input.batch)? {
            if storage::contact::get(write.db, contact)?.trashed_at.is_some() {
                continue;
            }
            if matching::was_worked_on(write.db, contact)? {
                undone.kept += 1;
                continue;
            }
            storage::contact::set_trashed(write.db, contact, Some(write.now.millis()))?;
            write.touch(contact);
            write.record(contact, &Happened::Trashed)?;
            undone.trashed += 1;
        }
        storage::batch::set_undone(write.db, input.batch, write.now.civil)?;
        write.changed(Topic::FollowUps);
        write.did("import_undone", "");
        Ok(undone)
    })
}

/// Earlier imports, newest first.
///
/// # Errors
/// Those of the database.
pub fn list_imports(app: &App, (): ()) -> Result<Vec<ImportBatch>> {
    app.read(storage::batch::list)
}
