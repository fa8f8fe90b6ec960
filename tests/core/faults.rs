//! Places that do not take what is written: full, read-only, gone in the middle. Each is told in words, and nothing is left half written.
//!
//! Root writes wherever it likes, so these are real small file systems, in a mount namespace of a second run of this very test
//! program. Some systems allow nobody such a namespace (Ubuntu since 24.04, most containers); there this is passed over, and said.

#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use rappel_core::App;
use rappel_core::commands::*;
use rappel_core::event::Event;
use rappel_tests::{Chooses, Desk, draft};

use crate::backup::{contents, make, open};
use crate::export::save_to;

/// Tells the second run where its file systems are.
const PLACE: &str = "RAPPEL_FAULTS";
const MOUNT: &str = "set -e
mkdir full locked data
mount -t tmpfs -o size=256k none full
echo old > full/people.csv
mount -t tmpfs none locked
echo old > locked/people.csv
mount -o remount,ro locked
mount -t tmpfs -o size=3m none data
exec \"$@\"";

/// A shell in a namespace in which file systems can be mounted.
fn namespace(script: &str) -> Command {
    let mut run = Command::new("unshare");
    run.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]);
    run
}

/// Runs a test of this file again, with file systems of its own.
fn with_file_systems(test: &str) {
    let place = tempfile::tempdir().unwrap();
    let tried = namespace("mkdir tried && mount -t tmpfs none tried").current_dir(place.path()).output();
    if !tried.is_ok_and(|it| it.status.success()) {
        eprintln!("passed over, as this system lets nobody mount in a namespace of their own: {test}");
        return;
    }
    let mut run = namespace(MOUNT);
    run.arg(std::env::current_exe().unwrap()).args(["--exact", test, "--nocapture"]);
    let ran = run.current_dir(place.path()).env(PLACE, place.path()).output().expect("unshare, of util-linux");
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

fn place() -> Option<PathBuf> {
    std::env::var_os(PLACE).map(PathBuf::from)
}

fn csv(desk: &Desk) -> Result<Option<Exported>, String> {
    let input = ExportPeople { whom: Whom::All, format: PeopleFormat::Csv };
    export_people(&desk.app, input).map_err(|error| error.code().to_owned())
}

/// A desk with more people than fit on the full place.
fn crowd() -> Desk {
    let desk = Desk::new();
    for number in 0..400 {
        let mut draft = draft(&format!("Person {number}"));
        draft.note = format!("{number} ").repeat(250);
        add_contact(&desk.app, draft).unwrap();
    }
    desk
}

#[test]
fn an_export_to_a_full_or_a_locked_place_leaves_what_was_there() {
    let Some(place) = place() else {
        return with_file_systems("faults::an_export_to_a_full_or_a_locked_place_leaves_what_was_there");
    };
    let desk = crowd();
    let name = make(&desk);
    for (folder, people, copy) in
        [("full", "export_disk_full", "folder_full"), ("locked", "export_read_only", "folder_unwritable")]
    {
        let folder = place.join(folder);
        let before = contents(&folder);
        desk.app.set_desktop(Arc::new(Chooses::new(Some(folder.join("people.csv")))));
        assert_eq!(csv(&desk), Err(people.to_owned()));
        desk.app.set_desktop(Arc::new(Chooses::new(Some(folder.clone()))));
        for passphrase in [None, Some(Passphrase::new("correct horse battery"))] {
            let copied = copy_backup(&desk.app, CopyBackup { name: name.clone(), passphrase });
            assert_eq!(copied.unwrap_err().code(), copy);
        }
        assert!(contents(&folder) == before, "{}: nothing half written", folder.display());
    }
    // Whoever frees some room or chooses another place goes on.
    save_to(&desk, "people.csv");
    assert_eq!(csv(&desk).unwrap().unwrap().count, 400);
}

#[test]
fn what_was_confirmed_before_the_disk_was_full_stays_and_it_goes_on_when_there_is_room() {
    let Some(place) = place() else {
        return with_file_systems(
            "faults::what_was_confirmed_before_the_disk_was_full_stays_and_it_goes_on_when_there_is_room",
        );
    };
    let folder = place.join("data");
    let filler = folder.join("somebody-elses");
    std::fs::write(&filler, vec![0; 600_000]).unwrap();
    let app = open(&folder).unwrap();
    let mut added = 0;
    let code = loop {
        let mut draft = draft(&format!("Person {added:04}"));
        draft.note = "x".repeat(20_000);
        match add_contact(&app, draft) {
            Ok(_) => added += 1,
            Err(error) => break error.code().to_owned(),
        }
    };
    assert_eq!(code, "disk_full");
    assert_eq!(get_damage(&app, ()).unwrap().code, None, "a full disk is no damage");
    assert_eq!(count(&app), added);
    assert_eq!(make_backup(&app, ()).unwrap_err().code(), "disk_full");
    assert!(list_backups(&app, ()).unwrap().list.is_empty());
    std::fs::remove_file(&filler).unwrap();
    add_contact(&app, draft("Afterwards")).unwrap();
    drop(app);
    let app = open(&folder).unwrap();
    assert_eq!(count(&app), added + 1);
}

fn count(app: &App) -> u32 {
    open_people(app, PeopleQuery::default()).unwrap().total
}

#[test]
fn a_place_that_goes_while_a_file_is_written_to_it_is_told() {
    let desk = crowd();
    let stick = tempfile::tempdir().unwrap();
    let folder = stick.path().join("stick");
    std::fs::create_dir(&folder).unwrap();
    desk.app.set_desktop(Arc::new(Chooses::new(Some(folder.join("people.csv")))));
    let gone = folder.clone();
    desk.app.listen(Box::new(move |event| {
        if matches!(event, Event::ExportProgress { .. }) {
            let _ = std::fs::remove_dir_all(&gone);
        }
    }));
    assert_eq!(csv(&desk), Err("export_folder_missing".to_owned()));
    assert!(!Path::new(&folder).exists());
}
