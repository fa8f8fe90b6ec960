//! Writing what was tried, in one transaction that can be stopped.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use rappel_domain::backup::BackupKind;

use super::ahead::{self, ReadRow};
use super::coming::{Coming, Ready};
use super::header;
use super::prepared::{From, Prepared, counts};
use super::progress::Progress;
use crate::backup;
use crate::event::Topic;
use crate::settle::AlarmsOfNew;
use crate::storage::bulk::{self, Bulk};
use crate::storage::{self, matching};
use crate::views::*;
use crate::{App, Error, Result};

/// Carries a dry run out, in one transaction, telling how far it is. Who came in, or refused contact, since the dry run is left out.
///
/// # Errors
/// `list_gone`; `cancelled` when the person thought better of it; `import_nothing_new` when nobody is left to add or change. Then
/// nothing is written.
pub fn run_import(app: &App, input: RunImport) -> Result<ImportResult> {
    let prepared = app.prepared(input.number)?;
    let decisions = Decisions::of(&prepared, &input);
    let mut outcomes: Vec<RowOutcome> = prepared.outcomes.iter().map(|(outcome, _)| *outcome).collect();
    let places = decisions.places();
    let count = places.clone().count();
    let mut progress = Progress::new(app, count);
    // Before the writing, which it would make wait.
    backup::make(app, BackupKind::Import)?;
    let mut result = ImportResult { batch: None, added: 0, updated: 0, with_remarks: 0, left_out: Vec::new() };
    let mut done: Vec<bool> = vec![false; outcomes.len()];
    app.write_much(|write| {
        let (settings, today) = (&write.settings, write.now.today());
        let mut coming = Coming::begin(write, &prepared, &decisions)?;
        let bulk = coming.bulk;
        let prepare = || {
            let mut alarms = AlarmsOfNew::new(settings, today);
            let (decisions, settled) = (&decisions, bulk == Bulk::Checks);
            move |at: usize, row: ReadRow| Ready::of(row, decisions, at, settings, (!settled).then_some(&mut alarms))
        };
        bulk::write(write.db, bulk, || {
            let mut number = 0;
            ahead::each(1, &prepared.rows, places.clone(), &prepared.tags, &settings.country, prepare, |at, ready| {
                progress.is_at(number)?;
                number += 1;
                match coming.take(&decisions, at, ready.ok_or_else(Error::not_found)?)? {
                    None => done[at] = true,
                    Some(outcome) => outcomes[at] = outcome,
                }
                Ok(())
            })?;
            coming.finish()
        })?;
        result = coming.result()?;
        progress.is_at(count)?;
        if result.added + result.updated == 0 {
            return Err(Error::refused("import_nothing_new"));
        }
        if let From::Table { table, mapping, .. } = &prepared.rows.from {
            matching::remember_mapping(write.db, &header(table), mapping)?;
        }
        for topic in [Topic::Contacts, Topic::Conversations, Topic::FollowUps, Topic::Settings] {
            write.changed(topic);
        }
        Ok(())
    })?;
    app.forget_prepared(prepared.number);
    result.left_out = counts(outcomes.into_iter().zip(done).filter(|(_, done)| !done).map(|(outcome, _)| outcome));
    Ok(result)
}

/// What is to be done with each row.
pub(super) struct Decisions<'a> {
    prepared: &'a Prepared,
    duplicates: Decision,
    rows: HashMap<usize, Decision>,
}

impl<'a> Decisions<'a> {
    fn of(prepared: &'a Prepared, input: &RunImport) -> Self {
        let rows = input.rows.iter().map(|it| (it.row as usize, it.decision)).collect();
        Self { prepared, duplicates: input.duplicates, rows }
    }

    /// The name of the file.
    pub(super) fn file(&self) -> &str {
        &self.prepared.file
    }

    /// The rows that are to be taken in.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + Clone + Send {
        (0..self.prepared.outcomes.len()).filter(|at| self.of_row(*at) != Decision::Skip)
    }

    /// What the dry run told of the row.
    fn shown(&self, at: usize) -> RowOutcome {
        self.prepared.outcomes[at].0
    }

    /// Whether the row was of nobody who was there, nor in the rows before it.
    pub(super) fn is_new(&self, at: usize) -> bool {
        matches!(self.shown(at), RowOutcome::New | RowOutcome::NewWithRemarks)
    }

    /// As the dry run showed the row.
    pub(super) fn of_row(&self, at: usize) -> Decision {
        let decided = self.rows.get(&at).copied();
        match self.shown(at) {
            RowOutcome::New | RowOutcome::NewWithRemarks if decided == Some(Decision::Skip) => Decision::Skip,
            RowOutcome::New | RowOutcome::NewWithRemarks => Decision::Add,
            RowOutcome::Duplicate => decided.unwrap_or(self.duplicates),
            RowOutcome::Known | RowOutcome::Blocked | RowOutcome::Unreadable => Decision::Skip,
        }
    }

    /// As the row stands now. Somebody who came in since the dry run was not shown, so that nothing is changed of them.
    pub(super) fn now(&self, at: usize, outcome: RowOutcome) -> Decision {
        let shown = self.shown(at);
        match outcome {
            RowOutcome::New | RowOutcome::NewWithRemarks => Decision::Add,
            RowOutcome::Duplicate if shown == RowOutcome::Duplicate => self.of_row(at),
            RowOutcome::Duplicate if self.duplicates == Decision::Add => Decision::Add,
            _ => Decision::Skip,
        }
    }
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
