//! The backups, and what is said when the data are damaged.

use rappel_domain::backup::BackupKind;
use rappel_domain::settings::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backup::Passphrase;
use crate::error::ErrorView;
use crate::event::OfferedFile;

/// Whether a backup can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupState {
    /// Nobody looked since the start; ask with `check_backup`.
    Checking,
    /// Whole and unchanged.
    Good,
    /// Not all of it is there.
    Incomplete,
    /// Something in it changed since it was made.
    Changed,
    /// Made by a newer Rappel, which this one can't read.
    Newer,
}

/// Who can read a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupLock {
    /// Everybody.
    Open,
    /// Whoever has the passphrase of the data.
    Same,
    /// Whoever has the passphrase that the data had then.
    Other,
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupView {
    /// Names it in other commands.
    pub name: String,
    /// When it was made, as a civil moment.
    pub at: String,
    /// Why.
    pub kind: BackupKind,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// People in it.
    pub contacts: u32,
    /// Conversations in it.
    pub conversations: u32,
    /// Whether it can be relied on.
    pub state: BackupState,
    /// Who can read it.
    pub lock: BackupLock,
}

/// All backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Backups {
    /// Newest first.
    pub list: Vec<BackupView>,
    /// Where they lie.
    pub folder: String,
    /// Why the last one could not be made.
    pub problem: Option<ErrorView>,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupRef {
    /// Its name.
    pub name: String,
}

/// A backup that opens with another passphrase than the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnlockBackup {
    /// Its name.
    pub name: String,
    /// What opens it.
    pub passphrase: Passphrase,
}

/// A copy of a backup for elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyBackup {
    /// The name of the backup.
    pub name: String,
    /// Seals the copy.
    pub passphrase: Option<Passphrase>,
}

/// A copy that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopiedBackup {
    /// The name of the file.
    pub file: String,
    /// The folder in which it lies.
    pub folder: String,
}

/// A file to restore that the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenBackup {
    /// The file.
    pub file: OfferedFile,
    /// Whether it takes a passphrase to open.
    pub sealed: bool,
}

/// A file to restore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoreFile {
    /// The number of the file.
    #[ts(type = "number")]
    pub token: i64,
    /// Opens a sealed one.
    pub passphrase: Option<Passphrase>,
}

/// Why the data can't be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Damage {
    /// The sentence is `error-<code>`: `locked`, `damaged`, `data_changed`, `data_missing` or `data_gone`; none when the data are well.
    pub code: Option<String>,
    /// The language in use.
    pub language: Language,
    /// The folder of the data.
    pub folder: String,
}
