//! Restoring: a copy of the backup is made ready beside the data, and only when it is sound and complete takes their place.
//!
//! Until then nothing of the present data is touched. What they say of who was erased and who refused contact goes into the
//! copy first, so that no moment and no crash brings them back. Data that are locked stay so, whatever the backup was: the copy is locked
//! with their key.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rappel_domain::backup::BackupKind;

use super::{Passphrase, file, make, shelf};
use crate::app::held;
use crate::data::LOCKED;
use crate::storage::carried::{self, Carried};
use crate::storage::closed::{self, CHANGED};
use crate::storage::{self, FILE, Key, Store, copy, erase};
use crate::{App, Error, Result, Write, folder, settle};

/// The folder in which a backup is made ready.
pub(super) const STAGE: &str = "restoring";
/// The data that are being replaced, while it is not yet sure that the new ones open.
const REPLACED: &str = "rappel-replaced.db";
/// What SQLite keeps beside a database.
const COMPANIONS: [&str; 2] = ["-wal", "-shm"];

/// What is to be restored.
pub(crate) enum Restored<'a> {
    /// One of the backups.
    Backup(&'a str),
    /// A file of the person's own, to be written to a path as a database, and what opens it if that is locked.
    File(&'a dyn Fn(&Path) -> Result<()>, Option<&'a Passphrase>),
}

/// Puts a backup in the place of the data, which are backed up first; damaged ones are kept under another name.
///
/// # Errors
/// `backup_damaged`, `backup_newer`, `backup_locked`, `not_a_backup`, `still_writing` while something long is being written, and what the disk says. Then
/// the data are as they were.
pub(crate) fn restore(app: &App, from: &Restored<'_>) -> Result<()> {
    let one = held(&app.shelf.restoring);
    let stage = app.folder().join(STAGE);
    let ready = get_ready(app, from, &stage).and_then(|()| put_in_place(app, &stage.join(FILE)));
    remove_folder(&stage)?;
    ready?;
    drop(one);
    app.begin_anew()
}

/// Begins with nothing, as after a first start. The damaged data are kept under another name.
///
/// # Errors
/// `data_open` while the data can be used, and what the disk says.
pub(crate) fn begin_afresh(app: &App) -> Result<()> {
    if app.data.shut_why().is_none() {
        return Err(Error::refused("data_open"));
    }
    let one = held(&app.shelf.at_work);
    set_aside(app)?;
    app.data.begin()?;
    drop(one);
    app.begin_anew()
}

/// Puts right what a crash in the middle of a restoring left: before the new data had their name, the old ones get theirs back.
pub(crate) fn recover(folder: &Path) -> Result<()> {
    let (there, replaced) = (folder.join(FILE), folder.join(REPLACED));
    if replaced.exists() && !there.exists() {
        std::fs::rename(replaced, there)?;
        folder::settle(folder)?;
    }
    Ok(())
}

/// Removes what a crash in the middle of a restoring left, once the data have opened.
pub(crate) fn sweep(folder: &Path) -> Result<()> {
    remove_file(&folder.join(REPLACED))?;
    remove_folder(&folder.join(STAGE))
}

fn get_ready(app: &App, from: &Restored<'_>, stage: &Path) -> Result<()> {
    remove_folder(stage)?;
    // Also before somebody's own file is read: what is chosen in error is then soon put right.
    let backup = match from {
        Restored::Backup(name) => Some(shelf::good(app, name)?),
        Restored::File(..) => None,
    };
    let store = Store::lock(stage)?;
    let ready = stage.join(FILE);
    match (from, &backup) {
        (Restored::File(write, passphrase), _) => {
            write(&ready)?;
            let key = key_of(app, &ready, *passphrase)?;
            let checked = copy::check(&ready, key.as_deref());
            checked.and_then(|_| copy::check_schema(&ready, key.as_deref())).map_err(refuse)?;
        }
        (Restored::Backup(_), Some(kept)) => {
            // It was looked through when it was made, and is the same to the last bit.
            file::copy(&kept.path, folder::create(&ready)?)?;
            let sha256 = file::sha256(&ready)?;
            if kept.note.as_ref().is_none_or(|note| note.sha256 != sha256) {
                return Err(Error::refused("backup_damaged"));
            }
        }
        (Restored::Backup(_), None) => return Err(Error::not_found()),
    }
    let key = key_of(app, &ready, None)?;
    // Only now, as it may push out an old backup: the very one that is restored.
    if app.data.shut_why().is_none() {
        match make::make(app, BackupKind::Restore) {
            // What is damaged is kept as it is; that shows sometimes only now.
            Err(error) if error.code() == "damaged" && app.data.shut_why().is_some() => {}
            made => drop(made?),
        }
    }
    let carried = gather(app, stage);
    let key = as_the_data(app, &ready, key)?;
    let restored = Store::open_held(stage, store, key, |_| Ok(())).map_err(refuse)?;
    carry_over(app, &restored, &carried).map_err(refuse)?;
    drop(restored);
    file::settle(&ready)
}

/// The key of what is to be restored; the passphrase is asked for where it is not known.
fn key_of(app: &App, ready: &Path, passphrase: Option<&Passphrase>) -> Result<Option<Arc<Key>>> {
    match (app.data.key_of(ready), passphrase) {
        (Err(error), Some(passphrase)) if error.code() == LOCKED => app.try_on(ready, passphrase).map(Some),
        (Err(error), None) if error.code() == LOCKED => Err(Error::refused("backup_locked")),
        (known, _) => known,
    }
}

/// Writes a copy anew that is not locked as the data are; the key that it then has. Where there are no data, it stays as it is.
fn as_the_data(app: &App, ready: &Path, key: Option<Arc<Key>>) -> Result<Option<Arc<Key>>> {
    let Ok(wanted) = app.data.key() else { return Ok(key) };
    if wanted.as_ref().map(|it| it.salt()) != key.as_ref().map(|it| it.salt()) {
        file::place(ready, |unfinished| copy::copy_under(ready, key.as_deref(), unfinished, wanted.as_deref()))?;
    }
    Ok(wanted)
}

fn refuse(error: Error) -> Error {
    match error.code() {
        "newer" => Error::refused("backup_newer"),
        "not_ours" => Error::refused("not_a_backup"),
        "damaged" => Error::refused("backup_damaged"),
        _ => error,
    }
}

/// What the present data say that outlives them. Damaged ones are asked as a copy, so that they stay as they are.
fn gather(app: &App, stage: &Path) -> Carried {
    let today = app.now().today();
    let asked = match app.data.store() {
        Ok(store) => store.read(|db| Ok(carried::gather(db, today))),
        Err(_) => {
            let folder = stage.join("damaged");
            copy_of_damaged(app, &folder)
                .and_then(|()| app.data.key_of(&folder.join(FILE)))
                .and_then(|key| copy::salvage(&folder.join(FILE), key.as_deref(), |db| carried::gather(db, today)))
        }
    };
    asked.unwrap_or_else(|error| {
        tracing::warn!(%error, "nothing could be carried over from the present data");
        Carried::default()
    })
}

fn copy_of_damaged(app: &App, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    file::copy(&app.folder().join(FILE), folder::create(&to.join(FILE))?)?;
    let log = format!("{FILE}-wal");
    if app.folder().join(&log).exists() {
        file::copy(&app.folder().join(&log), folder::create(&to.join(&log))?)?;
    }
    Ok(())
}

fn carry_over(app: &App, restored: &Store, carried: &Carried) -> Result<()> {
    let mut writer = restored.writer();
    let transaction = writer.transaction()?;
    let settings = storage::setting::settings(&transaction)?;
    let write = Write::on(&transaction, app.now(), settings.into());
    let (changed, erased) = carried::put(&transaction, carried)?;
    let criteria = storage::criterion::list(&transaction)?;
    for contact in changed {
        settle::settle(&write, contact, &criteria, &write.settings)?;
    }
    carried::quiet(&transaction, carried, write.now.today())?;
    drop(write);
    transaction.commit()?;
    if erased {
        copy::purge(&writer)?;
        erase::scrubbed(&writer)?;
    }
    Ok(())
}

/// Puts a database in the place of the data and opens it. Where it does not open, the data come back.
fn put_in_place(app: &App, ready: &Path) -> Result<()> {
    let one = held(&app.shelf.at_work);
    let there = app.data.path();
    let was_open = app.data.shut_why().is_none();
    if !was_open {
        set_aside(app)?;
        std::fs::rename(ready, &there)?;
        folder::settle(app.folder())?;
        return app.data.reopen();
    }
    app.data.close("restoring")?;
    let result = replace(app, ready);
    drop(one);
    result
}

/// Puts a database in the place of data that were closed for it, and opens it. Where it does not open, the data come back.
pub(super) fn replace(app: &App, ready: &Path) -> Result<()> {
    let there = app.data.path();
    let replaced = app.folder().join(REPLACED);
    let result = swap(app.folder(), ready, &replaced).and_then(|()| app.data.reopen());
    if result.is_err() {
        if replaced.exists() {
            let back = remove_companions(&there).and_then(|()| Ok(std::fs::rename(&replaced, &there)?));
            if let Err(error) = back {
                // Not opened: without a file there, that would begin with nothing. It goes back when the disk takes it again.
                tracing::error!(%error, "the data could not be put back");
                app.data.is_out_of_reach();
                return result;
            }
        }
        app.data.reopen()?;
    } else if let Err(error) = std::fs::remove_file(&replaced) {
        // The backup that was made first holds all of it, and a next start sweeps it.
        tracing::warn!(%error, "what was replaced stays");
    }
    result
}

fn swap(folder: &Path, ready: &Path, replaced: &Path) -> Result<()> {
    let there = folder.join(FILE);
    // A write-ahead log that stayed would be taken for that of the new file.
    if std::fs::metadata(companion(&there, "-wal")).is_ok_and(|log| log.len() > 0) {
        return Err(Error::refused("still_writing"));
    }
    remove_companions(&there)?;
    // What it says is not what stands there from here on.
    closed::forget(folder)?;
    std::fs::rename(&there, replaced)?;
    std::fs::rename(ready, &there)?;
    folder::settle(folder)
}

/// Keeps data that can't be opened under another name, with all that belongs to them.
fn set_aside(app: &App) -> Result<()> {
    let there = app.data.path();
    let what = match app.data.shut_why() {
        Some(LOCKED) => "locked",
        Some(CHANGED) => "changed",
        _ => "damaged",
    };
    let stamp = app.now().civil.format("%Y-%m-%d-%H%M%S");
    let mut aside = app.folder().join(format!("rappel-{what}-{stamp}.db"));
    for number in 2.. {
        if !aside.exists() {
            break;
        }
        aside = app.folder().join(format!("rappel-{what}-{stamp}-{number}.db"));
    }
    closed::forget(app.folder())?;
    // The log first: without its database it says nothing, but beside another one it would spoil it.
    for ending in COMPANIONS {
        let companion_there = companion(&there, ending);
        if companion_there.exists() {
            std::fs::rename(companion_there, companion(&aside, ending))?;
        }
    }
    if there.exists() {
        std::fs::rename(&there, &aside)?;
    }
    folder::settle(app.folder())
}

fn companion(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn remove_companions(path: &Path) -> Result<()> {
    COMPANIONS.iter().try_for_each(|ending| remove_file(&companion(path, ending)))
}

fn remove_file(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

pub(super) fn remove_folder(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
