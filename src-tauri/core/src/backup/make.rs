//! Making a backup, and thinning out the older ones after it.

use std::path::Path;

use chrono::{Duration, NaiveDateTime, Timelike};
use rappel_domain::backup::{Backup, BackupKind, to_remove};

use super::file::{self, Kept, Note};
use crate::app::held;
use crate::event::{Event, Topic};
use crate::storage::{Db, FILE, Key, Store, closed, copy};
use crate::{App, Result, folder};

/// Makes a backup of the data as they are, and removes what is more than the person wants kept. Others read and write beside it.
///
/// # Errors
/// `disk_full`, `read_only`, `damaged` and the like; then no backup was made, and none was removed.
pub(crate) fn make(app: &App, kind: BackupKind) -> Result<String> {
    let one = held(&app.shelf.at_work);
    let made = app.still_there().and_then(|()| app.data.store()).and_then(|store| {
        let now = app.now().civil;
        write(&super::folder(app.folder()), &store.reader()?, store.key().map(AsRef::as_ref), kind, now)
    });
    let made = made.map_err(|error| if error.code() == "damaged" { app.copy_is_damaged() } else { error });
    match &made {
        Ok(kept) => {
            app.shelf.is_good(kept);
            app.shelf.set_problem(None);
            if let Err(error) = thin(app, kept) {
                tracing::warn!(%error, "older backups could not be removed");
            }
        }
        Err(error) => {
            tracing::error!(%error, ?kind, "no backup could be made");
            app.shelf.set_problem(Some(error.view()));
        }
    }
    app.shelf.forget_last();
    drop(one);
    app.tell(&Event::Changed { topics: vec![Topic::Backups], undo: None });
    made.map(|kept| kept.name)
}

/// Writes a verified copy of `db` into the folder of the backups, locked with the key that it has.
pub(super) fn write(folder: &Path, db: &Db, key: Option<&Key>, kind: BackupKind, now: NaiveDateTime) -> Result<Kept> {
    add(folder, key, kind, now, |unfinished| copy::copy_into(db, unfinished))
}

/// Puts what `copy` writes into the folder of the backups, once it is verified.
pub(super) fn add(
    folder: &Path,
    key: Option<&Key>,
    kind: BackupKind,
    now: NaiveDateTime,
    copy: impl FnOnce(&Path) -> Result<()>,
) -> Result<Kept> {
    // Only this one: data whose folder vanished are not begun anew in its place.
    match std::fs::create_dir(folder) {
        Ok(()) => folder::settle(folder.parent().unwrap_or(Path::new(".")))?,
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error.into()),
        Err(_) => {}
    }
    file::sweep(folder)?;
    // Two within a second are told apart by the next.
    let mut at = now.with_nanosecond(0).unwrap_or(now);
    while folder.join(file::name(at, kind)).exists() {
        at += Duration::seconds(1);
    }
    let name = file::name(at, kind);
    let path = folder.join(&name);
    // With an ending of its own, so that the note can be under way beside it.
    let unfinished = folder.join(format!("copy.{}", file::UNFINISHED));
    let result = copy(&unfinished).and_then(|()| finish(&unfinished, key, &path));
    if result.is_err() {
        // What is left of it would only take room; a next start sweeps what can't be removed now.
        let _ = std::fs::remove_file(&unfinished);
    }
    let note = result?;
    folder::settle(folder)?;
    Ok(Kept { name, path, at, kind, bytes: note.bytes, note: Some(note) })
}

fn finish(unfinished: &Path, key: Option<&Key>, path: &Path) -> Result<Note> {
    let found = copy::check(unfinished, key)?;
    file::settle(unfinished)?;
    let note = Note {
        sha256: file::sha256(unfinished)?,
        bytes: std::fs::metadata(unfinished)?.len(),
        contacts: found.contacts,
        conversations: found.conversations,
        version: found.version,
    };
    file::write_note(path, &note)?;
    std::fs::rename(unfinished, path)?;
    Ok(note)
}

/// Writes a verified copy of data whose folder is gone to where they were.
pub(crate) fn put_back(store: &Store, folder: &Path) -> Result<()> {
    // The copy holds the same, and not in the same places.
    closed::forget(folder)?;
    file::place(&folder.join(FILE), |unfinished| {
        // Its connection still holds the files that have no name any more; another one would look for them by name.
        copy::copy_into(&store.writer(), unfinished)?;
        copy::check(unfinished, store.key().map(AsRef::as_ref))?;
        file::settle(unfinished)
    })
}

/// Removes what is more than the settings want kept; never the one that was just made.
fn thin(app: &App, made: &Kept) -> Result<()> {
    let all = file::all(&super::folder(app.folder()))?;
    let facts: Vec<Backup> = all
        .iter()
        .map(|kept| Backup { at: kept.at, kind: kept.kind, bytes: kept.bytes, good: !app.shelf.known_bad(kept) })
        .collect();
    let budget = u64::from(app.settings().backup_budget) * 1_000_000;
    let gone = to_remove(&facts, app.now().today(), budget);
    for kept in gone.into_iter().filter_map(|at| all.get(at)).filter(|kept| kept.name != made.name) {
        tracing::info!(name = kept.name, "an old backup goes");
        file::remove(kept)?;
    }
    Ok(())
}

/// Whether a good backup of that kind was made on this day.
pub(super) fn is_made(app: &App, kind: BackupKind, now: NaiveDateTime) -> Result<bool> {
    let all = file::all(&super::folder(app.folder()))?;
    Ok(all.iter().any(|kept| kept.kind == kind && kept.at.date() == now.date() && !app.shelf.known_bad(kept)))
}

/// Makes the backup of today, unless there is one.
pub(crate) fn of_today(app: &App) -> Result<()> {
    if is_made(app, BackupKind::Daily, app.now().civil)? {
        return Ok(());
    }
    make(app, BackupKind::Daily).map(|_| ())
}
