//! Those who come in with a file: each row is looked at once more beside the people who are there by now, and written.

use std::collections::BTreeSet;

use rappel_domain::history::Happened;
use rappel_domain::ids::{BatchId, ContactId, SourceId};
use rappel_domain::qualification::Criterion;
use rappel_domain::settings::Settings;
use sha2::{Digest, Sha256};

use super::ahead::ReadRow;
use super::carry_out::Decisions;
use super::dry_run::{Looked, beside_people, changed};
use super::prepared::{From, Prepared, Same};
use super::{exported, for_all};
use crate::fields::differing;
use crate::import::csv::Field;
use crate::import::csv::own::Exported;
use crate::import::{Kind, Row};
use crate::settle::{AlarmsOfNew, Settling};
use crate::storage;
use crate::storage::batch::Change;
use crate::storage::bulk::Bulk;
use crate::storage::derived::PlaceOfNew;
use crate::storage::matching::Keys;
use crate::storage::newcomer::{Newcomer, Newcomers};
use crate::text::check;
use crate::views::*;
use crate::{Result, Write};

/// A row with all that can be done with it before it is its turn.
pub(super) struct Ready {
    looked: Looked,
    what: What,
}

enum What {
    /// Somebody who is to be added, unless they came in by now.
    New(Box<Newcomer>, Option<Box<Exported>>),
    /// A row that tells more about somebody. Of nobody, if they are gone by now.
    More(Box<ReadRow>),
}

impl Ready {
    /// With the alarms that follow from a birthday, where those who come in are not settled one by one.
    pub(super) fn of(
        mut read: ReadRow,
        decisions: &Decisions<'_>,
        at: usize,
        settings: &Settings,
        alarms: Option<&mut AlarmsOfNew<'_>>,
    ) -> Result<Self> {
        let looked = Looked::at(&mut read);
        let what = if decisions.of_row(at) == Decision::Add && !looked.refused {
            let own = read.row.exported.take();
            What::New(Box::new(newcomer(read, decisions.file(), settings, alarms)?), own)
        } else {
            What::More(Box::new(read))
        };
        Ok(Self { looked, what })
    }
}

fn newcomer(
    mut read: ReadRow,
    file: &str,
    settings: &Settings,
    alarms: Option<&mut AlarmsOfNew<'_>>,
) -> Result<Newcomer> {
    let draft = check::contact(std::mem::take(&mut read.row.draft))?;
    let alarms = draft.birthday.zip(alarms).map(|(birthday, alarms)| alarms.of(birthday)).transpose()?;
    let e164 = |typed: &str| read.e164(typed, &settings.country);
    let order = settings.order_of_names();
    let new = Newcomer::new(draft, file, i64::from(read.row.line), read.hash.of_row, order, e164)?;
    Ok(new.with(read.row.photo.map(|it| (it.media_type, it.bytes)), alarms))
}

/// From how many rows on it is worth to make the indexes anew.
const MANY: usize = 2000;

/// An import under way.
pub(super) struct Coming<'a> {
    write: &'a Write<'a>,
    prepared: &'a Prepared,
    /// What is put off to the end. But for [`Bulk::Checks`], those who come in are only what their row tells, and what follows from it
    /// is written as it is.
    pub(super) bulk: Bulk,
    batch: BatchId,
    source: Option<SourceId>,
    criteria: Vec<Criterion>,
    /// Those of all who were there before.
    keys: Keys,
    any_refused: bool,
    new: Newcomers<'a>,
    /// Who waits with the newcomers for what is true of all.
    for_all: Vec<ContactId>,
    settling: Settling<'a>,
    added: u32,
    with_remarks: u32,
    updated: BTreeSet<ContactId>,
    refused: Vec<ContactId>,
}

impl<'a> Coming<'a> {
    /// Begins an import.
    pub(super) fn begin(write: &'a Write<'a>, prepared: &'a Prepared, decisions: &Decisions<'_>) -> Result<Self> {
        let source = source(write, prepared)?;
        let kind = if prepared.kind == Kind::Csv { "csv" } else { "vcard" };
        let from = source.map(|(id, _)| id);
        let batch = storage::batch::insert(write.db, &prepared.file, kind, from, write.now.civil, 0)?;
        if let Some((made, true)) = source {
            storage::batch::set_made_source(write.db, batch, made)?;
        }
        let rows = decisions.places().count();
        let own =
            matches!(&prepared.rows.from, From::Table { mapping, .. } if mapping.fields.contains(&Field::Exported));
        let keys = Keys::for_rows(write.db, rows)?;
        // Without indexes nobody must have to be looked for.
        let all_new = || keys.are_read() && decisions.places().all(|at| decisions.is_new(at));
        let bulk = if own || !prepared.for_all.is_empty() {
            Bulk::Checks
        } else if rows >= MANY && rows >= storage::contact::last(write.db)? && all_new() {
            Bulk::Indexes
        } else {
            Bulk::Search
        };
        let criteria = storage::criterion::list(write.db)?;
        let place = (bulk != Bulk::Checks).then(|| PlaceOfNew::by(&criteria));
        Ok(Self {
            write,
            prepared,
            bulk,
            batch,
            source: from,
            criteria,
            keys,
            any_refused: storage::fingerprint::any(write.db)?,
            new: Newcomers::of_batch(write.db, batch, write.now, place)?,
            for_all: Vec::new(),
            settling: Settling::new(write, &write.settings),
            added: 0,
            with_remarks: 0,
            updated: BTreeSet::new(),
            refused: Vec::new(),
        })
    }

    /// Takes a row in; what it is if it is left out.
    pub(super) fn take(
        &mut self,
        decisions: &Decisions<'_>,
        at: usize,
        ready: Result<Ready>,
    ) -> Result<Option<RowOutcome>> {
        let Ready { looked, what } = ready?;
        // Within one file the rows before this one count too, which the dry run has told.
        let new = decisions.is_new(at);
        if !new {
            self.write_new()?;
        }
        let keys = new.then_some(&self.keys);
        let (outcome, same) = beside_people(self.write.db, &looked, keys, self.any_refused, Some(self.batch))?;
        match (decisions.now(at, outcome), same, what) {
            (Decision::Add, _, What::New(new, own)) => self.add(*new, own, &looked)?,
            (Decision::Add, _, What::More(mut read)) => {
                let own = read.row.exported.take();
                let Write { settings, now, .. } = self.write;
                let mut alarms = AlarmsOfNew::new(settings, now.today());
                let alarms = (self.bulk != Bulk::Checks).then_some(&mut alarms);
                let new = newcomer(*read, &self.prepared.file, settings, alarms)?;
                self.add(new, own, &looked)?;
            }
            (how @ (Decision::Fill | Decision::Replace), Some(Same::Contact(id)), What::More(read)) => {
                // Where they came from is known: not from here.
                let line = i64::from(read.row.line);
                let changed = update(self.write, id, read.row, how, &self.prepared.file, self.batch)?;
                storage::batch::insert_row(self.write.db, self.batch, id, line, &looked.hash.of_row)?;
                if !changed {
                    return Ok(Some(outcome));
                }
                self.updated.insert(id);
                self.settling.settle(id, &self.criteria)?;
            }
            _ => return Ok(Some(outcome)),
        }
        Ok(None)
    }

    fn add(&mut self, mut new: Newcomer, own: Option<Box<Exported>>, looked: &Looked) -> Result<()> {
        let write = self.write;
        self.added += 1;
        self.with_remarks += u32::from(looked.with_remarks);
        let named = own.as_ref().map(|own| exported::source(write, own)).transpose()?.flatten();
        new.set_source(named.or(self.source));
        let id = self.new.push(new);
        if let Some(own) = own {
            self.new.write()?;
            exported::put(write, id, &own)?;
            // It may bring criteria along.
            let criteria = storage::criterion::list(write.db)?;
            for_all::put(write, id, &self.prepared.for_all, Some(&own), &self.criteria)?;
            self.settling.settle(id, &criteria)?;
            if own.is_refused() {
                // Else the next row with the same number would meet it; it is kept when all are in.
                storage::fingerprint::forget(write.db, id)?;
                self.refused.push(id);
            }
        } else if self.bulk == Bulk::Checks {
            self.for_all.push(id);
        }
        if self.new.are_many() { self.write_new() } else { Ok(()) }
    }

    /// Writes those who wait, and what is true of all.
    fn write_new(&mut self) -> Result<()> {
        self.new.write()?;
        for id in std::mem::take(&mut self.for_all) {
            for_all::put(self.write, id, &self.prepared.for_all, None, &self.criteria)?;
            self.settling.settle(id, &self.criteria)?;
        }
        Ok(())
    }

    /// Writes what is left to write.
    pub(super) fn finish(&mut self) -> Result<()> {
        self.write_new()?;
        self.settling.finish()?;
        self.refused.iter().try_for_each(|id| storage::fingerprint::keep(self.write.db, *id))
    }

    /// What came of it.
    pub(super) fn result(self) -> Result<ImportResult> {
        storage::batch::set_row_count(self.write.db, self.batch, self.added)?;
        let updated = u32::try_from(self.updated.len()).unwrap_or(u32::MAX);
        let (added, with_remarks) = (self.added, self.with_remarks);
        Ok(ImportResult { batch: Some(self.batch), added, updated, with_remarks, left_out: Vec::new() })
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
