//! Taking an import back, also months later: whom it added goes to the trash, and whom it changed gets back what they had.

use std::collections::BTreeSet;

use rappel_domain::history::Happened;
use rappel_domain::ids::{BatchId, ContactId};
use sha2::{Digest, Sha256};

use crate::commands::people::keep;
use crate::event::Topic;
use crate::fields::{differing, put_back};
use crate::storage::batch::{Change, each_change};
use crate::storage::{self, Db, matching};
use crate::views::*;
use crate::{App, Error, Result, Write};

/// Tells what taking a batch back would do, with the people about whom there is something to ask or to know.
///
/// # Errors
/// `nothing_to_undo` when it was taken back before, or is no import.
pub fn preview_undo_import(app: &App, input: BatchRef) -> Result<UndoImportPreview> {
    let (mut trashed, mut worked_on) = (0, Vec::new());
    let (mut back, mut since) = (BTreeSet::new(), BTreeSet::new());
    app.read(|db| {
        check(db, input.batch)?;
        for (contact, worked) in matching::worked_on(db, input.batch)? {
            if worked {
                worked_on.push(contact.0);
            } else {
                trashed += 1;
            }
        }
        each_change(db, input.batch, |change| {
            let (_, stay) = put_back(&storage::contact::get_draft(db, change.contact)?, &change.before, &change.after);
            back.insert(change.contact);
            if !stay.is_empty() {
                since.insert(change.contact.0);
            }
            Ok(())
        })
    })?;
    Ok(UndoImportPreview {
        trashed,
        put_back: u32::try_from(back.len()).unwrap_or(u32::MAX),
        worked_on: keep(app, worked_on),
        changed_since: keep(app, since.into_iter().collect()),
    })
}

fn check(db: &Db, batch: BatchId) -> Result<()> {
    if storage::batch::can_undo(db, batch)? { Ok(()) } else { Err(Error::refused("nothing_to_undo")) }
}

/// Takes a batch back: whom it added goes to the trash, those who were worked on since only where that is asked for; whom it
/// changed gets each field back that nobody changed since. A source that was made for it goes where nobody is left.
///
/// # Errors
/// `nothing_to_undo` when it was taken back before, or is no import.
pub fn undo_import(app: &App, input: UndoImport) -> Result<UndoneImport> {
    app.write(|write| {
        check(write.db, input.batch)?;
        let mut undone = UndoneImport::default();
        for (contact, worked) in matching::worked_on(write.db, input.batch)? {
            if worked && !input.worked_on_too {
                undone.kept += 1;
                continue;
            }
            storage::contact::set_trashed(write.db, contact, Some(write.now.millis()))?;
            write.touch(contact);
            write.record(contact, &Happened::Trashed)?;
            undone.trashed += 1;
        }
        let mut back = BTreeSet::new();
        each_change(write.db, input.batch, |change| {
            back.insert(change.contact);
            restore(write, &change)
        })?;
        undone.put_back = u32::try_from(back.len()).unwrap_or(u32::MAX);
        storage::batch::set_undone(write.db, input.batch, write.now.civil)?;
        storage::batch::put_away_source(write.db, input.batch)?;
        write.changed(Topic::FollowUps);
        write.changed(Topic::Settings);
        write.did("import_undone", "");
        Ok(undone)
    })
}

fn restore(write: &Write<'_>, change: &Change) -> Result<()> {
    let id: ContactId = change.contact;
    let current = storage::contact::get_draft(write.db, id)?;
    let (draft, _) = put_back(&current, &change.before, &change.after);
    let mut fields: Vec<String> = differing(&current, &draft).into_iter().map(str::to_owned).collect();
    if draft != current {
        storage::contact::update(write.db, id, &draft, &write.settings.country)?;
    }
    if let (Some(came), Some((_, bytes))) = (&change.photo, storage::photo::get(write.db, id)?)
        && Sha256::digest(&bytes).as_slice() == came.as_slice()
        && storage::photo::remove(write.db, id)?
    {
        fields.push("photo".to_owned());
    }
    if fields.is_empty() {
        return Ok(());
    }
    write.touch(id);
    write.record(id, &Happened::Edited { fields })
}
