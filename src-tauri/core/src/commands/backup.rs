//! Backups: the list, a new one, copies for elsewhere, and restoring. These work also while the data are damaged.

use std::io::ErrorKind;

use rappel_domain::backup::BackupKind;

use crate::backup::{self, Restored};
use crate::views::*;
use crate::{App, Error, Result, folder};

pub use crate::backup::Passphrase;

/// All backups.
///
/// # Errors
/// When their folder can't be read.
pub fn list_backups(app: &App, (): ()) -> Result<Backups> {
    Ok(Backups {
        list: backup::list(app)?,
        folder: backup::folder(app.folder()).display().to_string(),
        problem: app.shelf.problem(),
    })
}

/// Reads a backup whole and tells whether it is good.
///
/// # Errors
/// `not_found`.
pub fn check_backup(app: &App, input: BackupRef) -> Result<BackupState> {
    backup::look_at(app, &input.name)
}

/// Makes a backup now; its name.
///
/// # Errors
/// `disk_full`, `read_only`, `damaged` and the like; then none was made.
pub fn make_backup(app: &App, (): ()) -> Result<String> {
    backup::make(app, BackupKind::ByHand)
}

/// Puts a backup in the place of the data. They are backed up first.
///
/// # Errors
/// `backup_locked` until [`unlock_backup`], `backup_damaged`, `backup_newer`, `still_writing`, and what the disk says. Then the data are
/// as they were.
pub fn restore_backup(app: &App, input: BackupRef) -> Result<()> {
    backup::restore(app, &Restored::Backup(&input.name))
}

/// Takes the passphrase of a backup that opens with another one than the data; it can be restored from then on.
///
/// # Errors
/// `lock_wrong` or `lock_wait`, `not_found`, and what the disk says.
pub fn unlock_backup(app: &App, input: UnlockBackup) -> Result<()> {
    app.try_on(&backup::named(app, &input.name)?.path, &input.passphrase).map(|_| ())
}

/// Copies a backup into a folder that the person chooses; none when they change their mind.
///
/// # Errors
/// `passphrase_short`, `backup_damaged`, `copy_differs`, and what the disk says.
pub fn copy_backup(app: &App, input: CopyBackup) -> Result<Option<CopiedBackup>> {
    input.passphrase.as_ref().map_or(Ok(()), Passphrase::check_length)?;
    let Some(folder) = app.desktop().choose_folder(&app.text("backup-copy-title")) else { return Ok(None) };
    let copied = backup::copy_out(app, &input.name, &folder, input.passphrase.as_ref());
    let file = copied.map_err(|error| elsewhere(error, "folder_unwritable"))?;
    Ok(Some(CopiedBackup { file, folder: folder.display().to_string() }))
}

/// Lets the person choose a file to restore.
///
/// # Errors
/// `file_missing` or `file_unreadable`.
pub fn choose_backup(app: &App, (): ()) -> Result<Option<ChosenBackup>> {
    let Some(path) = app.desktop().choose_file(&app.text("backup-choose-title")) else { return Ok(None) };
    let sealed = backup::takes_passphrase(&path).map_err(|error| elsewhere(error, "file_unreadable"))?;
    Ok(Some(ChosenBackup { file: app.keep_file(path), sealed }))
}

/// Puts a file that was chosen in the place of the data. They are backed up first.
///
/// # Errors
/// `wrong_passphrase`, `lock_wrong`, `lock_wait`, `not_a_backup`, `backup_damaged`, `backup_newer`, `still_writing`, and what the disk says. Then the data are as they
/// were.
pub fn restore_file(app: &App, input: RestoreFile) -> Result<()> {
    let path = app.kept_file(input.token)?;
    let write = |to: &std::path::Path| match &input.passphrase {
        Some(passphrase) if backup::is_sealed(&path)? => backup::open_sealed(&path, to, passphrase),
        // The same sentence as for nothing typed.
        None if backup::is_sealed(&path)? => Err(Error::refused("wrong_passphrase")),
        _ => backup::file::copy(&path, folder::create(to)?),
    };
    backup::restore(app, &Restored::File(&write, input.passphrase.as_ref()))
}

/// Why the data can't be used.
///
/// # Errors
/// Never.
pub fn get_damage(app: &App, (): ()) -> Result<Damage> {
    Ok(Damage {
        code: app.shut_why().map(str::to_owned),
        language: app.language(),
        folder: app.folder().display().to_string(),
    })
}

/// Opens data that went out of reach, if they are back; whether they can be used.
///
/// # Errors
/// Why they can't be opened though they are back.
pub fn look_for_data(app: &App, (): ()) -> Result<bool> {
    app.look_for_data()
}

/// Writes what Rappel still holds of data that went out of reach to where they were.
///
/// # Errors
/// `data_back` when something stands there again, and what the disk says.
pub fn put_data_back(app: &App, (): ()) -> Result<()> {
    app.put_data_back()
}

/// Opens a file that is not as Rappel left it, as it is.
///
/// # Errors
/// `data_open` for data that are not shut for this, and `damaged`.
pub fn use_data_as_found(app: &App, (): ()) -> Result<()> {
    app.use_as_it_is()
}

/// Begins with nothing where the data are damaged; they are kept under another name.
///
/// # Errors
/// `data_open` while the data can be used.
pub fn begin_afresh(app: &App, (): ()) -> Result<()> {
    backup::begin_afresh(app)
}

/// The sentences about the data folder would be wrong for somebody's own place.
fn elsewhere(error: Error, code: &'static str) -> Error {
    tracing::warn!(%error, "a place that the person chose");
    match error {
        Error::File(error) if error.kind() == ErrorKind::StorageFull => Error::refused("folder_full"),
        Error::File(error) if error.kind() == ErrorKind::NotFound && code == "file_unreadable" => {
            Error::refused("file_missing")
        }
        Error::File(_) => Error::refused(code),
        other => other,
    }
}
