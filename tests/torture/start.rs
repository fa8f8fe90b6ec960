//! Folders with data in them, and programs on them.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rappel_core::{App, Options, Result, folder};
use rappel_tests::{FixedClock, at, monday};
use tempfile::TempDir;

/// A folder for a torture, in memory where there is such a place: what is killed loses nothing there, and nobody waits for a disk.
pub fn place() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

/// Opens the program on a folder.
pub fn open(folder: &Path) -> Result<Arc<App>> {
    let clock = Arc::new(FixedClock::at(at(monday(), 12, 0)));
    // A program that another test starts at that very moment holds for a blink what this one had open.
    folder::once_free(Duration::from_secs(10), || {
        App::open(Options { folder: folder.to_owned(), clock: clock.clone(), demo: false })
    })
}

/// The same for data that must open.
pub fn open_sound(folder: &Path) -> Arc<App> {
    let app = open(folder).unwrap();
    assert_eq!(app.shut_why(), None);
    app
}

/// Copies a folder with all that is in it, but for locks.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &there);
        } else if path.extension().is_none_or(|it| it != "lock") {
            std::fs::copy(&path, &there).unwrap();
        }
    }
}
