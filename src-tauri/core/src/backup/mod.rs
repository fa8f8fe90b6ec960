//! Backups: whole, verified copies of the database in a folder beside it.
//!
//! Each is a file with its moment and reason in its name, and a note beside it with its SHA-256. The copy is made under another
//! name, looked through, written down to the disk and only then named as a backup, so a name stands for a whole file; one
//! without its note, or that is not as the note says, is never offered as good. Those of a locked database are locked with its key.

pub(crate) mod file;
mod make;
mod relock;
mod restore;
mod seal;
mod shelf;

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rappel_domain::backup::BackupKind;

use crate::clock::Now;
use crate::storage::{self, Db, Key};
use crate::{App, Error, Result, folder};

pub(crate) use make::{make, of_today, put_back};
pub(crate) use relock::{lock_older, older, relock, remove_older};
pub(crate) use restore::{Restored, begin_afresh, recover, restore, sweep};
pub use seal::Passphrase;
pub(crate) use seal::{copy_out, is_sealed, open_sealed, takes_passphrase};
pub(crate) use shelf::{Shelf, list, look_at};

/// The folder of the backups, inside the folder of the data.
pub fn folder(data: &Path) -> PathBuf {
    data.join(folder::BACKUPS)
}

/// Whether the database is gone while there are backups of it: then it is not made anew as if nothing had been.
pub(crate) fn is_missing(data: &Path) -> bool {
    let saved = file::all(&folder(data)).is_ok_and(|found| !found.is_empty());
    saved && storage::copy::is_blank(&data.join(storage::FILE))
}

/// Saves data whose schema is about to change.
///
/// # Errors
/// As [`make`]; then the schema does not change.
pub(crate) fn before_migration(data: &Path, db: &Db, key: Option<&Key>, now: &Now) -> Result<()> {
    make::write(&folder(data), db, key, BackupKind::Migration, now.civil).map(|_| ())
}

/// When the newest backup was made.
pub(crate) fn last(app: &App) -> Option<NaiveDateTime> {
    file::newest(&folder(app.folder()))
}

/// The one backup of that name.
///
/// # Errors
/// `not_found` for what is no name of a backup, or of none that is there.
pub(crate) fn named(app: &App, name: &str) -> Result<file::Kept> {
    let folder = folder(app.folder());
    file::all(&folder)?.into_iter().find(|kept| kept.name == name).ok_or_else(Error::not_found)
}
