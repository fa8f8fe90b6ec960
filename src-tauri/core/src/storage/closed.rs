//! The note of a clean end: the size and SHA-256 of the database as it was left. What changed in the file while it was closed is noticed by
//! it at the next start, even a letter in a place that no index holds.
//!
//! The note stands only while the file is as it says. It goes before the first byte is written and comes back once the program ends and
//! SQLite has closed the file with all of its log in it, so a crash leaves no note, and a start after one asks nothing. What damages the file
//! while it is open, or after a crash, is found by the usual checks or not at all: the next note then says what is there.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::{Result, folder};

/// Why data are shut whose file is not as Rappel left it, though it is a sound one.
pub const CHANGED: &str = "data_changed";
/// The name of the note, beside the database.
const NOTE: &str = "rappel-closed.json";
/// Files above this size, in bytes, get no note: the end of the program does not wait for much reading.
const LARGEST: u64 = 128 * 1024 * 1024;

/// What the note says.
#[derive(Serialize, Deserialize)]
struct Note {
    /// SHA-256 of the file, in hexadecimal.
    sha256: String,
    /// Its size.
    bytes: u64,
}

/// What stands on the disk.
enum Stands {
    Nothing,
    /// A note that can't be read or understood: of a later Rappel, or on a bad place of the disk. It goes like any other.
    Unread,
    Note(Note),
}

/// A database file from before SQLite opens it until after SQLite has closed it.
pub(super) struct Closed {
    path: PathBuf,
    /// Held for as long as SQLite has the file: closing it earlier would let go of all that the process has locked of it.
    file: File,
    note: Mutex<Stands>,
}

impl Closed {
    /// Reads the note of a file that is there.
    ///
    /// # Errors
    /// What the disk says of the file.
    pub fn of(path: &Path) -> Result<Self> {
        let note = match std::fs::read(path.with_file_name(NOTE)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Stands::Nothing,
            Err(_) => Stands::Unread,
            Ok(json) => serde_json::from_slice(&json).map_or(Stands::Unread, Stands::Note),
        };
        Ok(Self { path: path.to_owned(), file: File::open(path)?, note: Mutex::new(note) })
    }

    /// Whether the file is as the note says, if there is one: by its size, and `closely` to the last bit. One that can't be read is not.
    pub fn holds(&self, closely: bool) -> bool {
        let note = self.note.lock().unwrap_or_else(PoisonError::into_inner);
        let Stands::Note(note) = &*note else { return true };
        // Somebody who knows nothing of notes wrote to the file, and did not come to an end.
        if has_log(&self.path) || !self.file.metadata().is_ok_and(|file| file.len() == note.bytes) {
            return false;
        }
        // A disk that fails for a moment is asked again.
        !closely || self.sha256().or_else(|_| self.sha256()).is_ok_and(|now| now == note.sha256)
    }

    fn sha256(&self) -> io::Result<String> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0))?;
        folder::hash(&mut file)
    }

    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// Takes the note away, before the first byte is written. It is gone after a power cut too.
    ///
    /// # Errors
    /// What the disk says; then nothing may be written.
    pub fn begin_to_write(&self) -> Result<()> {
        let mut note = self.note.lock().unwrap_or_else(PoisonError::into_inner);
        if !matches!(*note, Stands::Nothing) {
            forget(self.folder())?;
            *note = Stands::Nothing;
        }
        Ok(())
    }

    /// Notes what is there now, once SQLite has closed it with all of its log in it. What was not written to has its note still.
    ///
    /// # Errors
    /// What the disk says; then there is no note.
    pub fn note(self) -> Result<()> {
        let bytes = self.file.metadata()?.len();
        let stands = self.note.lock().unwrap_or_else(PoisonError::into_inner);
        if !matches!(*stands, Stands::Nothing) || has_log(&self.path) || bytes > LARGEST {
            return Ok(());
        }
        // First: a log that a power cut brings back beside the note would look as if somebody else had written it.
        folder::settle(self.folder())?;
        folder::write_json(&self.path.with_file_name(NOTE), &Note { sha256: self.sha256()?, bytes })
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
