//! What is known of the backups while the program runs: which were looked through, and what went wrong with the last one.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::SystemTime;

use chrono::NaiveDateTime;

use super::file::{self, Kept};
use crate::app::held;
use crate::error::ErrorView;
use crate::storage::{Key, copy, key};
use crate::views::{BackupLock, BackupState, BackupView};
use crate::{App, Error, Result};

/// So much is read when the backups are listed; the window asks for the rest one by one.
const AT_ONCE: u64 = 64 * 1024 * 1024;

/// A file as it was when it was looked through.
type Stamp = (u64, Option<SystemTime>);

/// What is known of the backups while the program runs.
#[derive(Default)]
pub(crate) struct Shelf {
    /// One at a time makes a backup or puts one in place of the data.
    pub at_work: Mutex<()>,
    /// One at a time makes a backup ready to restore.
    pub restoring: Mutex<()>,
    seen: Mutex<BTreeMap<String, (Stamp, bool)>>,
    problem: Mutex<Option<ErrorView>>,
    /// When the newest was made, once that was looked up.
    last: Mutex<Option<Option<NaiveDateTime>>>,
}

impl Shelf {
    /// When the newest backup was made. The folder is listed once, and again after something may have changed there.
    pub fn last(&self, app: &App) -> Option<NaiveDateTime> {
        *held(&self.last).get_or_insert_with(|| super::last(app))
    }

    /// The folder may have changed.
    pub fn forget_last(&self) {
        *held(&self.last) = None;
    }

    /// Why the last backup could not be made.
    pub fn problem(&self) -> Option<ErrorView> {
        held(&self.problem).clone()
    }

    pub fn set_problem(&self, problem: Option<ErrorView>) {
        *held(&self.problem) = problem;
    }

    /// Remembers that a backup is as its note says.
    pub fn is_good(&self, kept: &Kept) {
        held(&self.seen).insert(kept.name.clone(), (stamp(kept), true));
    }

    /// Whether a backup is known to be no good, as far as can be told without reading it whole.
    pub fn known_bad(&self, kept: &Kept) -> bool {
        !matches!(self.state(kept), BackupState::Good | BackupState::Checking | BackupState::Newer)
    }

    /// What is known of a backup; a file that changed since is to be looked through again.
    fn state(&self, kept: &Kept) -> BackupState {
        let Some(note) = kept.note.as_ref().filter(|note| note.bytes == kept.bytes) else {
            return BackupState::Incomplete;
        };
        match held(&self.seen).get(&kept.name) {
            Some((seen, good)) if *seen == stamp(kept) => match good {
                true if copy::knows(note.version) => BackupState::Good,
                true => BackupState::Newer,
                false => BackupState::Changed,
            },
            _ => BackupState::Checking,
        }
    }

    /// Reads a backup whole and compares it with its note.
    pub fn look_through(&self, kept: &Kept) -> BackupState {
        if let Some(note) = &kept.note {
            let before = stamp(kept);
            // What can't be read now may be good all the same, and is read again when it is asked for again.
            let Ok(sha256) = file::sha256(&kept.path) else { return BackupState::Changed };
            held(&self.seen).insert(kept.name.clone(), (before, sha256 == note.sha256));
        }
        self.state(kept)
    }
}

fn stamp(kept: &Kept) -> Stamp {
    let changed = std::fs::metadata(&kept.path).and_then(|file| file.modified()).ok();
    (kept.bytes, changed)
}

/// All backups, newest first. What is small is looked through at once; for the rest see [`look_at`].
pub(crate) fn list(app: &App) -> Result<Vec<BackupView>> {
    let mut read = 0;
    let ours = app.data.key().unwrap_or_default();
    let found = file::all(&super::folder(app.folder()))?;
    *held(&app.shelf.last) = Some(found.first().map(|it| it.at));
    let views = found.into_iter().map(|kept| {
        let mut state = app.shelf.state(&kept);
        if state == BackupState::Checking && read + kept.bytes <= AT_ONCE {
            read += kept.bytes;
            state = app.shelf.look_through(&kept);
        }
        BackupView {
            lock: lock_of(&kept, ours.as_deref()),
            at: kept.at.to_string(),
            kind: kept.kind,
            bytes: kept.bytes,
            contacts: kept.note.as_ref().map_or(0, |note| note.contacts),
            conversations: kept.note.as_ref().map_or(0, |note| note.conversations),
            name: kept.name,
            state,
        }
    });
    Ok(views.collect())
}

fn lock_of(kept: &Kept, ours: Option<&Key>) -> BackupLock {
    match key::salt(&kept.path) {
        Ok(Some(salt)) if ours.is_some_and(|key| key.salt() == salt) => BackupLock::Same,
        Ok(Some(_)) => BackupLock::Other,
        // What can't be read is no good, and says so.
        Ok(None) | Err(_) => BackupLock::Open,
    }
}

/// Reads one backup whole, and tells whether it is good.
pub(crate) fn look_at(app: &App, name: &str) -> Result<BackupState> {
    let kept = super::named(app, name)?;
    Ok(app.shelf.look_through(&kept))
}

/// A backup that was just seen to be whole, by its name.
///
/// # Errors
/// `not_found`, `backup_damaged` or `backup_newer`.
pub(super) fn good(app: &App, name: &str) -> Result<Kept> {
    let kept = super::named(app, name)?;
    match app.shelf.look_through(&kept) {
        BackupState::Good => Ok(kept),
        BackupState::Newer => Err(Error::refused("backup_newer")),
        _ => Err(Error::refused("backup_damaged")),
    }
}
