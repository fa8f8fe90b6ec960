//! The note of a clean end: the size and SHA-256 of the database as it was left. What changed in the file while it was closed is noticed by
//! it at the next start, even a letter in a place that no index holds.
//!
//! The note stands only while the file is as it says. It goes before the first byte is written and comes back once SQLite has closed the file
//! with all of its log in it, so a crash leaves no note, and a start after one asks nothing. What damages the file while it is open, or after
//! a crash, is found by the usual checks or not at all: the next note then says what is there.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::in_place::InPlace;
use crate::{Result, folder};

/// Why data are shut whose file is not as Rappel left it, though it is a sound one.
pub const CHANGED: &str = "data_changed";
/// The name of the note, beside the database.
const NOTE: &str = "rappel-closed.json";
/// Files above this size, in bytes, get no note: the end of a session does not wait for seconds of reading.
const LARGEST: u64 = 512 * 1024 * 1024;

/// What the note says.
#[derive(Serialize, Deserialize)]
struct Note {
    /// SHA-256 of the file, in hexadecimal.
    sha256: String,
    /// Its size.
    bytes: u64,
}

/// A database file from before SQLite opens it until after SQLite has closed it. Dropped last, it writes the note.
pub(super) struct Closed {
    path: PathBuf,
    /// Held for as long as SQLite has the file: closing it earlier would let go of all that the process has locked of it.
    file: File,
    place: InPlace,
    note: Mutex<Option<Note>>,
    sound: AtomicBool,
}

impl Closed {
    /// Reads the note of a file that is there. One that can't be understood is none.
    ///
    /// # Errors
    /// What the disk says.
    pub fn of(path: &Path) -> Result<Self> {
        let note = match std::fs::read(path.with_file_name(NOTE)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            json => serde_json::from_slice(&json?).ok(),
        };
        let (file, place) = (File::open(path)?, InPlace::now(path));
        Ok(Self { path: path.to_owned(), file, place, note: Mutex::new(note), sound: AtomicBool::default() })
    }

    /// Whether the file is as the note says, if there is one: by its size, and `closely` to the last bit.
    ///
    /// # Errors
    /// What the disk says.
    pub fn holds(&self, closely: bool) -> Result<bool> {
        let note = self.note.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(note) = note.as_ref() else { return Ok(true) };
        // Somebody who knows nothing of notes wrote to the file, and did not come to an end.
        if has_log(&self.path) || self.file.metadata()?.len() != note.bytes {
            return Ok(false);
        }
        Ok(!closely || self.sha256()? == note.sha256)
    }

    fn sha256(&self) -> Result<String> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0))?;
        Ok(folder::hash(&mut file)?)
    }

    /// Takes the note away, before the first byte is written. It is gone after a power cut too.
    ///
    /// # Errors
    /// What the disk says; then nothing may be written.
    pub fn begin_to_write(&self) -> Result<()> {
        let mut note = self.note.lock().unwrap_or_else(PoisonError::into_inner);
        if note.is_some() {
            forget(self.path.parent().unwrap_or(Path::new(".")))?;
            *note = None;
        }
        Ok(())
    }

    /// Whether what is there may be noted at the end: not what is damaged, was never looked through, or is about to be replaced.
    pub fn is_sound(&self, sound: bool) {
        self.sound.store(sound, Ordering::SeqCst);
    }

    /// Notes what is there now, if SQLite has closed it with all of its log in it.
    fn write_note(&self) -> Result<()> {
        let bytes = self.file.metadata()?.len();
        if has_log(&self.path) || !self.place.holds() || bytes > LARGEST {
            return Ok(());
        }
        // First: a log that a power cut brings back beside the note would look as if somebody else had written it.
        folder::settle(self.path.parent().unwrap_or(Path::new(".")))?;
        folder::write_json(&self.path.with_file_name(NOTE), &Note { sha256: self.sha256()?, bytes })
    }
}

impl Drop for Closed {
    fn drop(&mut self) {
        // What was not written to has its note still.
        let stands = self.note.get_mut().unwrap_or_else(PoisonError::into_inner).is_some();
        if stands || !self.sound.load(Ordering::SeqCst) {
            return;
        }
        if let Err(error) = self.write_note() {
            tracing::warn!(%error, "how the data were left could not be noted");
        }
    }
}

fn has_log(path: &Path) -> bool {
    std::fs::metadata(path.with_extension("db-wal")).is_ok_and(|log| log.len() > 0)
}

/// Takes the note away from a folder whose database is about to be replaced, or is to be used as it is.
///
/// # Errors
/// What the disk says.
pub fn forget(folder: &Path) -> Result<()> {
    match std::fs::remove_file(folder.join(NOTE)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => folder::settle(folder),
    }
}
