//! The files of a backup: its name, the note beside it, and how they reach the disk whole or not at all.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rappel_domain::backup::BackupKind;
use serde::{Deserialize, Serialize};

pub use crate::folder::{UNFINISHED, hash, place};
use crate::storage::{from_word, word};
use crate::{Result, folder};

const PREFIX: &str = "rappel-";
const MOMENT: &str = "%Y-%m-%d-%H%M%S";
const MOMENT_LENGTH: usize = "2026-11-24-101502".len();

/// What the note beside a backup says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
    /// People in it.
    pub contacts: u32,
    /// Conversations in it.
    pub conversations: u32,
    /// How many migrations it has seen.
    pub version: u32,
}

/// A backup as its name, its size and its note tell. Whether the file is as the note says is another question.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The name of the file.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// When it was made, on the wall clock.
    pub at: NaiveDateTime,
    /// Why.
    pub kind: BackupKind,
    /// The size that it has.
    pub bytes: u64,
    /// The note; none where it is missing or can't be read.
    pub note: Option<Note>,
}

/// The name of a backup.
pub fn name(at: NaiveDateTime, kind: BackupKind) -> String {
    format!("{PREFIX}{}-{}.db", at.format(MOMENT), word(&kind))
}

/// When and why a backup of that name was made; none for every other name.
fn read_name(name: &str) -> Option<(NaiveDateTime, BackupKind)> {
    let stem = name.strip_prefix(PREFIX)?.strip_suffix(".db")?;
    let (moment, kind) = (stem.get(..MOMENT_LENGTH)?, stem.get(MOMENT_LENGTH..)?);
    let at = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?;
    Some((at, from_word(kind.strip_prefix('-')?.to_owned()).ok()?))
}

/// Where the note of a backup lies.
pub fn note_path(path: &Path) -> PathBuf {
    path.with_extension("json")
}

/// All backups in a folder, newest first; none where there is no folder.
pub fn all(folder: &Path) -> Result<Vec<Kept>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some((at, kind)) = read_name(&name) else { continue };
        let Ok(about) = entry.metadata() else { continue };
        if !about.is_file() {
            continue;
        }
        let path = entry.path();
        let note = std::fs::read(note_path(&path)).ok().and_then(|json| serde_json::from_slice(&json).ok());
        found.push(Kept { name, path, at, kind, bytes: about.len(), note });
    }
    found.sort_by(|a, b| (b.at, &b.name).cmp(&(a.at, &a.name)));
    Ok(found)
}

/// When the newest backup in a folder was made, by its name alone; none where there is none or the folder can't be read.
pub fn newest(folder: &Path) -> Option<NaiveDateTime> {
    let names = std::fs::read_dir(folder).ok()?.flatten();
    names.filter_map(|entry| read_name(&entry.file_name().to_string_lossy())).map(|(at, _)| at).max()
}

/// Removes what a crash left behind: unfinished files, and notes without their backup.
pub fn sweep(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        // A database under way has companions of its own.
        let unfinished = [UNFINISHED, "part-journal", "part-wal", "part-shm"].contains(&ending);
        let db = path.with_extension("db");
        let name = db.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if unfinished || (ending == "json" && read_name(&name).is_some() && !db.exists()) {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// SHA-256 of a file, in hexadecimal.
pub fn sha256(path: &Path) -> Result<String> {
    Ok(hash(&mut File::open(path)?)?)
}

/// Brings a file that was written down to the disk.
pub fn settle(path: &Path) -> Result<()> {
    // For writing, as Windows asks for it.
    Ok(folder::sync(&File::options().write(true).open(path)?)?)
}

/// Has the system forget what it keeps of a file in memory, so that reading it asks the disk. A wish: not every system
/// and file system knows it.
pub fn forget_in_memory(path: &Path) -> Result<()> {
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(File::open(path)?, 0, None, rustix::fs::Advice::DontNeed);
    #[cfg(not(target_os = "linux"))]
    let _ = path;
    Ok(())
}

/// Copies a file into one that was just made, and down to the disk. Its rights are its own.
pub fn copy(from: &Path, mut to: File) -> Result<()> {
    io::copy(&mut File::open(from)?, &mut to)?;
    Ok(folder::sync(&to)?)
}

/// Writes the note beside its backup, whole or not at all, and before the backup has its name, which without its note says nothing.
pub fn write_note(path: &Path, note: &Note) -> Result<()> {
    folder::write_json(&note_path(path), note)
}

/// Removes a backup with its note. The note goes last: alone it is no backup.
pub fn remove(kept: &Kept) -> Result<()> {
    std::fs::remove_file(&kept.path)?;
    match std::fs::remove_file(note_path(&kept.path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn a_name_tells_when_and_why_and_nothing_else_is_a_name() {
        let at = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(10, 15, 2).unwrap();
        for kind in
            [BackupKind::Daily, BackupKind::ByHand, BackupKind::Import, BackupKind::Migration, BackupKind::Restore]
        {
            assert_eq!(read_name(&name(at, kind)), Some((at, kind)));
        }
        assert_eq!(name(at, BackupKind::ByHand), "rappel-2026-11-24-101502-by_hand.db");
        for other in [
            "rappel.db",
            "rappel-2026-11-24-101502-daily.part",
            "rappel-2026-11-24-101502-daily.db-wal",
            "rappel-2026-11-24-101502-else.db",
            "rappel-2026-13-24-101502-daily.db",
            "../rappel-2026-11-24-101502-daily.db",
            "rappel-ééééééééééé-daily.db",
            "",
        ] {
            assert_eq!(read_name(other), None, "{other}");
        }
    }
}
