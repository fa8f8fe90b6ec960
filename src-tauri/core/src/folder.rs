//! Where the data lies, who may read it there, and how a folder with all that is named in it reaches the disk.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[cfg(target_os = "macos")]
use rustix::io::Errno;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{Error, Result};

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

/// What a file is called while it is being made.
pub const UNFINISHED: &str = "part";
/// The folder of the log files, inside the folder of the data.
pub const LOGS: &str = "logs";
/// The folder of the backups, inside the folder of the data.
pub const BACKUPS: &str = "backups";
/// Where the windows stood; written by the shell.
pub const WINDOW: &str = "window.json";
/// How the names of all other files begin that Rappel makes for itself.
#[cfg(unix)]
const OURS: &str = "rappel";

/// How every file in the folder of the data is opened for writing: made where it is missing, and from its first moment readable by its
/// owner only. A folder of which others may read nothing is not enough: it may be copied, or moved to where they may.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Opens a file in the folder of the data as it is, made where it is missing.
///
/// # Errors
/// What the disk says.
pub fn open(path: &Path) -> io::Result<File> {
    private().truncate(false).open(path)
}

/// Makes a file in the folder of the data anew, empty.
///
/// # Errors
/// What the disk says.
pub fn create(path: &Path) -> io::Result<File> {
    private().truncate(true).open(path)
}

/// Makes an empty file for somebody who would make it with the system's usual rights: SQLite takes one, and gives what it keeps beside it
/// the same rights. One that is there is not even opened, as closing it would let go of what SQLite holds of it.
///
/// # Errors
/// What the disk says.
pub fn prepare(path: &Path) -> io::Result<()> {
    match private().create_new(true).open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Brings what was written to a file down to the disk.
///
/// # Errors
/// What the disk says.
pub fn sync(file: &File) -> io::Result<()> {
    match file.sync_all() {
        // macOS is asked for more than other systems, that the disk itself is through with it; not every file system knows that, as on a
        // server, and there is what they know.
        #[cfg(target_os = "macos")]
        Err(error) if matches!(Errno::from_io_error(&error), Some(Errno::NOTSUP | Errno::INVAL | Errno::NOTTY)) => {
            Ok(rustix::fs::fsync(file)?)
        }
        done => done,
    }
}

/// Writes a file in the folder of the data, and brings what is in it down to the disk.
///
/// # Errors
/// What the disk says.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = create(path)?;
    file.write_all(bytes)?;
    sync(&file)
}

/// Writes a file beside its place, and gives it its name once `write` is content with it. What is left of a failure is removed.
///
/// # Errors
/// Those of `write`, and what the disk says.
pub fn place(path: &Path, write: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let unfinished = path.with_extension(UNFINISHED);
    let placed = write(&unfinished).and_then(|()| {
        std::fs::rename(&unfinished, path)?;
        settle(path.parent().unwrap_or(Path::new(".")))
    });
    if placed.is_err() {
        let _ = std::fs::remove_file(&unfinished);
    }
    placed
}

/// Writes a small file of JSON, whole or not at all, so that it is there after a power cut too.
///
/// # Errors
/// What the disk says.
pub fn write_json(path: &Path, what: &impl Serialize) -> Result<()> {
    let json = serde_json::to_vec_pretty(what).map_err(|error| Error::Internal(error.to_string()))?;
    place(path, |unfinished| Ok(write(unfinished, &json)?))
}

/// SHA-256 of what is read, in hexadecimal.
///
/// # Errors
/// Those of reading.
pub fn hash(from: &mut impl Read) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match from.read(&mut buffer)? {
            0 => break,
            count => hash.update(&buffer[..count]),
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Makes a file anew where the person wants it: with the system's usual rights, as others may be meant to read it; but not inside the folder
/// of the data.
///
/// # Errors
/// What the disk says.
pub fn create_for_person(path: &Path, data: &Path) -> io::Result<File> {
    let folder = path.parent().map(Path::canonicalize).transpose()?;
    if folder.is_some_and(|it| data.canonicalize().is_ok_and(|data| it.starts_with(data))) {
        return create(path);
    }
    File::create(path)
}

/// Takes from others what an earlier version, or a program that wrote in its stead, let them read of Rappel's own files. Where the
/// system refuses, they stay as they are: a drive may know of no rights.
pub(crate) fn tighten(data: &Path) {
    #[cfg(unix)]
    for folder in [data.to_owned(), data.join(BACKUPS), data.join(LOGS)] {
        use std::os::unix::fs::PermissionsExt;
        for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = file.file_name();
            // The folder may be one in which other things stand too.
            if !name.to_string_lossy().starts_with(OURS) && name != WINDOW {
                continue;
            }
            let Ok(about) = file.metadata() else { continue };
            let mut rights = about.permissions();
            if !about.is_file() || rights.mode() & 0o077 == 0 {
                continue;
            }
            rights.set_mode(rights.mode() & 0o700);
            if let Err(error) = std::fs::set_permissions(file.path(), rights) {
                tracing::warn!(%error, "others may go on reading a file of the data");
            }
        }
    }
    #[cfg(not(unix))]
    let _ = data;
}

/// Makes a folder where it is missing, with those above it, so that it is there after a power cut too. Its owner alone can look into it.
///
/// # Errors
/// What the disk says.
pub fn make(folder: &Path) -> Result<()> {
    let missing: Vec<_> = folder.ancestors().take_while(|it| !it.exists()).collect();
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)?;
    missing.into_iter().filter_map(Path::parent).try_for_each(settle)
}

/// Brings the names in a folder down to the disk, where the system knows of such a thing.
///
/// # Errors
/// What the disk says.
pub fn settle(folder: &Path) -> Result<()> {
    // The folder above a name without one is where the program stands.
    #[cfg(unix)]
    sync(&File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?)?;
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
