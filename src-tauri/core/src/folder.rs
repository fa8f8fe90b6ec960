//! Where the data lies, and how a folder with all that is named in it reaches the disk.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::Result;

/// The folder of the data: `RAPPEL_HOME`, else the system's place for application data; none where the system names none.
pub fn data_folder() -> Option<PathBuf> {
    if let Some(home) = std::env::var_os("RAPPEL_HOME").filter(|home| !home.is_empty()) {
        return Some(PathBuf::from(home));
    }
    Some(dirs::data_dir()?.join("nl.rappel.crm"))
}

/// The folder of the sample data, beside the real one and never the same.
pub fn demo_folder() -> Option<PathBuf> {
    let mut folder = data_folder()?;
    let mut name = folder.file_name()?.to_owned();
    name.push("-demo");
    folder.set_file_name(name);
    Some(folder)
}

/// Makes a folder where it is missing, with those above it, so that it is there after a power cut too.
///
/// # Errors
/// What the disk says.
pub fn make(folder: &Path) -> Result<()> {
    let missing: Vec<_> = folder.ancestors().take_while(|it| !it.exists()).collect();
    std::fs::create_dir_all(folder)?;
    missing.into_iter().filter_map(Path::parent).try_for_each(settle)
}

/// Brings the names in a folder down to the disk, where the system knows of such a thing.
///
/// # Errors
/// What the disk says.
pub fn settle(folder: &Path) -> Result<()> {
    // The folder above a name without one is where the program stands.
    #[cfg(unix)]
    std::fs::File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// How long a start waits for a program that still ends: it may be finishing a backup.
pub const ENDS_WITHIN: Duration = Duration::from_secs(10);
/// How often the folder is tried meanwhile.
const TRY_EVERY: Duration = Duration::from_millis(50);

/// Opens a folder, waiting that long for another program to let go of it.
///
/// # Errors
/// Those of `open`; `in_use` only after the wait.
pub fn once_free<T>(patience: Duration, mut open: impl FnMut() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    loop {
        match open() {
            Err(error) if error.code() == "in_use" && start.elapsed() < patience => std::thread::sleep(TRY_EVERY),
            opened => return opened,
        }
    }
}
