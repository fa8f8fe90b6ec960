//! The right to the folder of the data: no two programs write there.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use super::Store;
use super::in_place::InPlace;
use crate::{Error, Result, folder};

/// The name of the file that is held as long as the folder is.
const LOCK: &str = "rappel.lock";

/// The right to a folder. The system lets go of it when this is dropped, even by a crash.
pub struct FolderLock {
    _file: File,
    place: InPlace,
}

impl FolderLock {
    /// Whether the folder that is held is still the one at its path.
    pub fn is_in_place(&self) -> bool {
        self.place.holds()
    }
}

impl Store {
    /// Takes the folder, making it where it is missing.
    ///
    /// # Errors
    /// `in_use` when another program holds the folder, `read_only` or `cannot_open` as the system says.
    pub fn lock(folder: &Path) -> Result<Arc<FolderLock>> {
        private_folder(folder)?;
        let path = folder.join(LOCK);
        let file = lock(&path)?;
        folder::tighten(folder);
        Ok(Arc::new(FolderLock { _file: file, place: InPlace::now(&path) }))
    }
}

/// Makes the folder, readable by its owner only.
fn private_folder(folder: &Path) -> Result<()> {
    folder::make(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

fn lock(path: &Path) -> Result<File> {
    let file = folder::open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(Error::refused("in_use")),
        Err(std::fs::TryLockError::Error(error)) => Err(error.into()),
    }
}
