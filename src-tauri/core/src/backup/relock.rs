//! Another lock for the data: they are written anew beside themselves, locked with another key or with none, and take their own place once
//! the copy is verified. And the backups from before, which are still as they were.

use std::path::Path;
use std::sync::Arc;

use rappel_domain::backup::BackupKind;

use super::file::{self, Kept};
use super::restore::{STAGE, remove_folder, replace};
use super::{make, shelf};
use crate::app::held;
use crate::event::{Event, Topic};
use crate::storage::{FILE, Key, Store, copy, key};
use crate::{App, Error, Result};

/// Locks the data with another key, or with none. They are backed up first, as they are.
///
/// # Errors
/// `still_writing` while something long is being written, and what the disk says. Then the data are as they were.
pub(crate) fn relock(app: &App, new: Option<Arc<Key>>) -> Result<()> {
    drop(app.sound_store()?);
    make::make(app, BackupKind::Lock)?;
    let (one, alone) = (held(&app.shelf.restoring), held(&app.shelf.at_work));
    let old = app.data.key()?;
    let stage = app.folder().join(STAGE);
    // From here to the end nobody can write what the copy would not have.
    app.data.close("locking")?;
    let relocked = match write_under(app, &stage, old.as_deref(), new.as_deref()) {
        Ok(()) => {
            new.into_iter().for_each(|key| app.data.keep_key(key));
            replace(app, &stage.join(FILE))
        }
        Err(error) => app.data.reopen().and(Err(error)),
    };
    remove_folder(&stage)?;
    drop((one, alone));
    relocked.and(app.begin_anew())
}

fn write_under(app: &App, stage: &Path, old: Option<&Key>, new: Option<&Key>) -> Result<()> {
    remove_folder(stage)?;
    // Readable by its owner only.
    let _stage = Store::lock(stage)?;
    let ready = stage.join(FILE);
    copy::copy_under(&app.data.path(), old, &ready, new)?;
    copy::check(&ready, new)?;
    file::settle(&ready)
}

/// How many backups are not locked as the data are.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Older {
    /// Anybody can read these.
    pub open: u32,
    /// These open with another passphrase.
    pub other: u32,
}

/// Counts the backups that are not locked as the data are.
pub(crate) fn older(app: &App) -> Result<Older> {
    let mut older = Older::default();
    for kept in different(app)? {
        match key::salt(&kept.path)? {
            None => older.open += 1,
            Some(_) => older.other += 1,
        }
    }
    Ok(older)
}

fn different(app: &App) -> Result<Vec<Kept>> {
    let ours = app.data.key()?.map(|key| key.salt());
    let mut all = file::all(&super::folder(app.folder()))?;
    // What can't be read is another's worry.
    all.retain(|kept| key::salt(&kept.path).is_ok_and(|salt| salt != ours));
    Ok(all)
}

/// Writes older backups anew, locked as the data are: those that are good, and whose key is known.
///
/// # Errors
/// `not_locked`, and what the disk says; what was done until then stays.
pub(crate) fn lock_older(app: &App) -> Result<()> {
    let key = app.data.key()?.ok_or_else(|| Error::refused("not_locked"))?;
    let one = held(&app.shelf.at_work);
    let folder = super::folder(app.folder());
    let locked = different(app)?.into_iter().try_for_each(|kept| {
        let Ok(old) = app.data.key_of(&kept.path) else { return Ok(()) };
        if shelf::good(app, &kept.name).is_err() {
            return Ok(());
        }
        let copy = |unfinished: &Path| copy::copy_under(&kept.path, old.as_deref(), unfinished, Some(&key));
        // Under the name of the next second: a crash leaves both.
        let new = make::add(&folder, Some(&key), kept.kind, kept.at, copy)?;
        app.shelf.is_good(&new);
        file::remove(&kept)
    });
    drop(one);
    app.tell(&Event::Changed { topics: vec![Topic::Backups], undo: None });
    locked
}

/// Removes the backups that are not locked as the data are. A new one is made first.
///
/// # Errors
/// `not_locked`, those of [`make::make`], and what the disk says.
pub(crate) fn remove_older(app: &App) -> Result<()> {
    app.data.key()?.ok_or_else(|| Error::refused("not_locked"))?;
    make::make(app, BackupKind::ByHand)?;
    let one = held(&app.shelf.at_work);
    let removed = different(app)?.iter().try_for_each(file::remove);
    drop(one);
    app.tell(&Event::Changed { topics: vec![Topic::Backups], undo: None });
    removed
}
