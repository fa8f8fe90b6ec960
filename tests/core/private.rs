//! Nobody but its owner can read a file that Rappel makes in the folder of the data. What goes elsewhere has the system's usual rights.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;

use rappel_core::commands::*;
use rappel_tests::{Chooses, Desk, draft};

use crate::backup::{make, open, people};

const WORDS: &str = "correct horse battery";

fn rights(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Looks at all files below a folder; how many there are.
fn look_at_all(folder: &Path, when: &str) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            count += look_at_all(&path, when);
        } else {
            assert_eq!(rights(&path) & 0o077, 0, "{when}: {}", path.display());
            count += 1;
        }
    }
    count
}

/// What the system gives a file that nobody asks anything special for.
fn usual() -> u32 {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, "").unwrap();
    rights(&path)
}

fn chooses(desk: &Desk, path: &Path) {
    desk.app.set_desktop(Arc::new(Chooses::new(Some(path.to_owned()))));
}

fn copy(desk: &Desk, name: &str, passphrase: Option<&str>) -> String {
    let passphrase = passphrase.map(Passphrase::new);
    copy_backup(&desk.app, CopyBackup { name: name.to_owned(), passphrase }).unwrap().unwrap().file
}

#[test]
fn others_can_read_no_file_in_the_folder_of_the_data() {
    let desk = Desk::new();
    desk.add("Anna");
    // The database, its log with the index of that, and the lock of the folder.
    assert!(look_at_all(desk.folder(), "somebody was added") >= 4);
    let name = make(&desk);
    look_at_all(desk.folder(), "a backup");

    chooses(&desk, desk.folder());
    let sealed = copy(&desk, &name, Some(WORDS));
    copy(&desk, &name, None);
    look_at_all(desk.folder(), "copies in the folder itself");
    chooses(&desk, &desk.folder().join("people.csv"));
    export_people(&desk.app, ExportPeople { whom: Whom::All, format: PeopleFormat::Csv }).unwrap().unwrap();
    look_at_all(desk.folder(), "an export into the folder itself");

    restore_backup(&desk.app, BackupRef { name: name.clone() }).unwrap();
    desk.add("Bram");
    look_at_all(desk.folder(), "a restored backup");
    chooses(&desk, &desk.folder().join(&sealed));
    let chosen = choose_backup(&desk.app, ()).unwrap().unwrap();
    restore_file(&desk.app, RestoreFile { token: chosen.file.token, passphrase: Some(Passphrase::new(WORDS)) })
        .unwrap();
    assert_eq!(people(&desk.app), ["Anna"]);
    look_at_all(desk.folder(), "a restored file");

    set_passphrase(&desk.app, SetPassphrase { present: None, new: Some(Passphrase::new(WORDS)) }).unwrap();
    assert!(desk.folder().join("rappel-locked.json").exists());
    desk.add("Carla");
    make(&desk);
    look_at_all(desk.folder(), "a lock");
    set_passphrase(&desk.app, SetPassphrase { present: Some(Passphrase::new(WORDS)), new: None }).unwrap();
    desk.add("Dirk");
    look_at_all(desk.folder(), "no lock any more");
}

#[test]
fn what_goes_elsewhere_has_the_usual_rights() {
    let desk = Desk::new();
    desk.add("Anna");
    let name = make(&desk);
    let stick = tempfile::tempdir().unwrap();
    chooses(&desk, stick.path());
    for passphrase in [None, Some(WORDS)] {
        let file = copy(&desk, &name, passphrase);
        assert_eq!(rights(&stick.path().join(file)), usual(), "{passphrase:?}");
    }
}

#[test]
fn what_an_earlier_version_let_others_read_is_taken_from_them() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path()).unwrap();
    add_contact(&app, draft("Anna")).unwrap();
    let name = make_backup(&app, ()).unwrap();
    drop(app);
    let backup = folder.path().join("backups").join(&name);
    let (logs, foreign) = (folder.path().join("logs"), folder.path().join("notes.txt"));
    fs::create_dir(&logs).unwrap();
    fs::write(&foreign, "not Rappel's").unwrap();
    fs::write(logs.join("rappel.2026-11-22.log"), "").unwrap();
    fs::write(folder.path().join("window.json"), "{}").unwrap();
    let old = [
        folder.path().join("rappel.db"),
        folder.path().join("rappel.lock"),
        folder.path().join("window.json"),
        logs.join("rappel.2026-11-22.log"),
        backup.with_extension("json"),
        backup,
    ];
    for path in old.iter().chain([&foreign]) {
        fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
    }
    let app = open(folder.path()).unwrap();
    for path in &old {
        assert_eq!(rights(path), 0o600, "{}", path.display());
    }
    assert_eq!(rights(&foreign), 0o644, "it is somebody else's");
    add_contact(&app, draft("Bram")).unwrap();
    fs::remove_file(&foreign).unwrap();
    look_at_all(folder.path(), "after a write");
    assert_eq!(people(&app), ["Anna", "Bram"]);
}
