//! The passphrase that the data take at the start.

use rappel_domain::settings::{Language, Theme};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backup::Passphrase;

/// What is shown while the data wait for their passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Locked {
    /// The language in use.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// How many reminders are due.
    pub due: u32,
    /// For how many seconds no passphrase is taken, after a wrong one.
    pub wait: u32,
}

/// Opens locked data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unlock {
    /// What opens them.
    pub passphrase: Passphrase,
}

/// Whether the data take a passphrase, and which backups do not take the same one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LockView {
    /// Whether they do.
    pub on: bool,
    /// How many backups everybody can read.
    pub open_backups: u32,
    /// How many open with a passphrase that the data had before.
    pub other_backups: u32,
}

/// Another passphrase for the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetPassphrase {
    /// The one that they have now; none where they have none.
    pub present: Option<Passphrase>,
    /// The one that they get; none to be locked no more.
    pub new: Option<Passphrase>,
}
