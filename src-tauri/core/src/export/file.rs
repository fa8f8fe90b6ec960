//! A file that is there whole or not at all: written under another name beside its place, put on the disk, and only then renamed.

use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;

use crate::{Error, Result, folder};

/// Writes a file of the person's choice. Whatever fails or is stopped, what stood there before stays as it was.
///
/// # Errors
/// Those of `work`; `export_disk_full`, `export_read_only`, `export_folder_missing` or `export_failed` where the place does not
/// take it.
pub fn write(path: &Path, work: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let place = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let part = tempfile::Builder::new().prefix(".rappel-").suffix(".part").tempfile_in(place).map_err(place_refuses)?;
    let mut to = BufWriter::with_capacity(256 * 1024, part);
    work(&mut to).map_err(|error| match error {
        Error::File(error) => place_refuses(error),
        other => other,
    })?;
    let part = to.into_inner().map_err(|error| place_refuses(error.into_error()))?;
    folder::sync(part.as_file()).map_err(place_refuses)?;
    part.persist(path).map_err(|error| place_refuses(error.error))?;
    Ok(())
}

/// The sentences about the data folder would be wrong for a folder of the person's choice.
fn place_refuses(error: std::io::Error) -> Error {
    Error::refused(match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "export_disk_full",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "export_read_only",
        ErrorKind::NotFound | ErrorKind::NotADirectory => "export_folder_missing",
        _ => {
            tracing::warn!(%error, "an export could not be written");
            "export_failed"
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_half_way_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.csv");
        std::fs::write(&path, "old").unwrap();
        let full = write(&path, |to| {
            to.write_all(&vec![b'x'; 1_000_000])?;
            Err(std::io::Error::from(ErrorKind::StorageFull).into())
        });
        assert_eq!(full.unwrap_err().code(), "export_disk_full");
        let stopped = write(&path, |_| Err(Error::refused("cancelled")));
        assert_eq!(stopped.unwrap_err().code(), "cancelled");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        write(&path, |to| Ok(to.write_all(b"new")?)).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
    }

    #[test]
    fn a_place_that_is_none_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let gone = write(&folder.path().join("gone/people.csv"), |_| Ok(()));
        assert_eq!(gone.unwrap_err().code(), "export_folder_missing");
    }
}
