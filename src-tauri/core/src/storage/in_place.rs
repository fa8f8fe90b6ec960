//! Whether an open file is still the one that stands at its path. On Linux and macOS a file that was deleted or moved away goes on
//! taking writes, and everything written to it would be lost at the end.

use std::fs::Metadata;
use std::path::{Path, PathBuf};

/// A file as it stood at its path.
pub(super) struct InPlace {
    path: PathBuf,
    identity: Option<Identity>,
}

/// Tells files apart, where the system does.
#[derive(PartialEq, Eq)]
struct Identity(#[cfg(unix)] (u64, u64));

impl Identity {
    #[cfg(unix)]
    fn of(file: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self((file.dev(), file.ino()))
    }

    /// Elsewhere an open file can't be deleted or moved; its drive can go.
    #[cfg(not(unix))]
    fn of(_file: &Metadata) -> Self {
        Self()
    }
}

impl InPlace {
    /// The file that stands at a path now. Where there is none, nothing is looked at later.
    pub fn now(path: &Path) -> Self {
        let identity = std::fs::metadata(path).ok().as_ref().map(Identity::of);
        Self { path: path.to_owned(), identity }
    }

    /// Whether it still stands there. Costs a microsecond.
    pub fn holds(&self) -> bool {
        self.identity.is_none() || Self::now(&self.path).identity == self.identity
    }
}
