//! The passphrase that the data take at the start: asked, set, changed and removed, and the backups from before it.

use crate::backup;
use crate::views::*;
use crate::{App, Error, Result};

/// What is shown while the data wait for their passphrase.
///
/// # Errors
/// Never.
pub fn get_locked(app: &App, (): ()) -> Result<Locked> {
    let (due, _) = app.due_while_locked(app.now().civil);
    Ok(Locked {
        language: app.language(),
        theme: app.settings().theme,
        due: u32::try_from(due).unwrap_or(u32::MAX),
        wait: u32::try_from(app.lock.wait()).unwrap_or(u32::MAX),
    })
}

/// Opens locked data.
///
/// # Errors
/// `lock_wrong`, and for a while after it `lock_wait`; `damaged` when the passphrase is right.
pub fn unlock(app: &App, input: Unlock) -> Result<()> {
    app.unlock(&input.passphrase)
}

/// Whether the data take a passphrase, and which backups do not take the same one.
///
/// # Errors
/// When the data are not open.
pub fn get_lock(app: &App, (): ()) -> Result<LockView> {
    let older = backup::older(app)?;
    Ok(LockView { on: app.has_lock()?, open_backups: older.open, other_backups: older.other })
}

/// Locks the data with a passphrase, changes it, or removes it. They are backed up first, as they are.
///
/// # Errors
/// `passphrase_short`, `lock_wrong` or `lock_wait` for the present one, `not_locked` when there is none to remove, `still_writing`, and what
/// the disk says. Then nothing changed.
pub fn set_passphrase(app: &App, input: SetPassphrase) -> Result<()> {
    if input.new.is_none() && !app.has_lock()? {
        return Err(Error::refused("not_locked"));
    }
    app.set_passphrase(input.present.as_ref(), input.new.as_ref())
}

/// Locks the backups from before with the passphrase of the data.
///
/// # Errors
/// `not_locked`, and what the disk says.
pub fn lock_older_backups(app: &App, (): ()) -> Result<()> {
    backup::lock_older(app)
}

/// Removes the backups from before that do not open with the passphrase of the data, once a new one is made.
///
/// # Errors
/// `not_locked`, and what the disk says.
pub fn remove_older_backups(app: &App, (): ()) -> Result<()> {
    backup::remove_older(app)
}
