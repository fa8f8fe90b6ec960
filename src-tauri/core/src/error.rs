//! What can go wrong, as a code and its details. The window shows the Fluent text `error-<code>`; no sentence stands here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};
use ts_rs::TS;

/// An error of the core.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Input or a wish that a rule refuses. Nothing was written.
    #[error("refused: {code}")]
    Refused {
        /// The code of the sentence.
        code: &'static str,
        /// What the sentence names.
        detail: BTreeMap<String, String>,
    },
    /// The database could not do it.
    #[error("database: {0}")]
    Storage(#[from] rusqlite::Error),
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// Something in the program went wrong that should not.
    #[error("internal: {0}")]
    Internal(String),
}

/// The result of nearly everything in the core.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error as the page gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ErrorView {
    /// Names the sentence: `error-<code>`.
    pub code: String,
    /// What the sentence names.
    pub detail: BTreeMap<String, String>,
}

impl Error {
    /// A refusal with the sentence `error-<code>`.
    pub fn refused(code: &'static str) -> Self {
        Self::Refused { code, detail: BTreeMap::new() }
    }

    /// The same, naming something in the sentence.
    #[must_use]
    pub fn with(self, name: &str, value: impl ToString) -> Self {
        match self {
            Self::Refused { code, mut detail } => {
                detail.insert(name.to_owned(), value.to_string());
                Self::Refused { code, detail }
            }
            other => other,
        }
    }

    /// That a row is not there (any more).
    pub fn not_found() -> Self {
        Self::refused("not_found")
    }

    /// The code of the sentence.
    pub fn code(&self) -> &'static str {
        use rusqlite::ErrorCode as Sqlite;
        match self {
            Self::Refused { code, .. } => code,
            Self::Storage(rusqlite::Error::QueryReturnedNoRows) => "not_found",
            // Only whole texts are ever written.
            Self::Storage(rusqlite::Error::Utf8Error(..)) => "damaged",
            // What it was to be written beside is not there (any more).
            Self::Storage(rusqlite::Error::SqliteFailure(error, _))
                if error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY =>
            {
                "not_found"
            }
            Self::Storage(error) => match error.sqlite_error_code() {
                Some(Sqlite::DiskFull) => "disk_full",
                Some(Sqlite::ReadOnly | Sqlite::PermissionDenied) => "read_only",
                Some(Sqlite::DatabaseCorrupt | Sqlite::NotADatabase) => "damaged",
                Some(Sqlite::CannotOpen | Sqlite::SystemIoFailure) => "cannot_open",
                Some(Sqlite::OperationInterrupted) => "overtaken",
                Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => "busy",
                _ => "internal",
            },
            Self::File(error) => match error.kind() {
                std::io::ErrorKind::StorageFull => "disk_full",
                std::io::ErrorKind::NotFound => "file_missing",
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => "read_only",
                _ => "cannot_open",
            },
            Self::Internal(_) => "internal",
        }
    }

    /// The error as the page gets it: without the person's data, which stays in the input they typed.
    pub fn view(&self) -> ErrorView {
        let detail = match self {
            Self::Refused { detail, .. } => detail.clone(),
            _ => BTreeMap::new(),
        };
        ErrorView { code: self.code().to_owned(), detail }
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        self.view().serialize(to)
    }
}
