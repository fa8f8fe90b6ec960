//! The folder of the data goes out of reach while Rappel runs: nothing pretends to be saved, and it comes back without a restart.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use rappel_core::App;
use rappel_core::commands::*;
use rappel_core::event::Event;
use rappel_domain::backup::BackupKind;
use rappel_domain::follow_up::Due;
use rappel_tests::{Desk, at, draft, monday};

use crate::backup::{contents, open, people};

/// A program with Anna in it, on a folder in a folder.
fn on_a_drive() -> (tempfile::TempDir, PathBuf, Arc<App>) {
    let drive = tempfile::tempdir().unwrap();
    let there = drive.path().join("rappel");
    let app = open(&there).unwrap();
    add_contact(&app, draft("Anna")).unwrap();
    (drive, there, app)
}

fn why(app: &App) -> Option<String> {
    get_damage(app, ()).unwrap().code
}

fn add(app: &App, name: &str) -> Result<(), String> {
    add_contact(app, draft(name)).map(|_| ()).map_err(|error| error.code().to_owned())
}

#[test]
fn nothing_is_written_to_a_folder_that_was_moved_away_and_it_comes_back() {
    let (drive, there, app) = on_a_drive();
    let away = drive.path().join("away");
    let told = Arc::new(Mutex::new(0));
    let count = Arc::clone(&told);
    app.listen(Box::new(move |event| {
        if matches!(event, Event::Changed { .. }) {
            *count.lock().unwrap() += 1;
        }
    }));
    fs::rename(&there, &away).unwrap();
    let before = contents(&away);
    assert_eq!(add(&app, "Bram"), Err("data_gone".to_owned()));
    assert_eq!(*told.lock().unwrap(), 1, "the window hears of it");
    assert_eq!(why(&app).as_deref(), Some("data_gone"));
    assert_eq!(make_backup(&app, ()).unwrap_err().code(), "data_gone");
    assert_eq!(undo(&app, Undo { step: None }).unwrap_err().code(), "data_gone");
    assert_eq!(get_frame(&app, ()).unwrap_err().code(), "data_gone");
    assert!(!look_for_data(&app, ()).unwrap());
    assert!(!there.exists(), "nothing is begun anew in its place");
    assert!(contents(&away) == before, "not a byte of it changed");

    fs::rename(&away, &there).unwrap();
    assert!(look_for_data(&app, ()).unwrap());
    assert_eq!(why(&app), None);
    add(&app, "Bram").unwrap();
    make_backup(&app, ()).unwrap();
    assert!(matches!(open(&there), Err(error) if error.code() == "in_use"), "it is held again");
    drop(app);
    assert_eq!(people(&open(&there).unwrap()), ["Anna", "Bram"]);
}

#[test]
fn a_deleted_file_or_log_is_noticed_before_anything_is_confirmed() {
    for gone in [&["rappel.db"][..], &["rappel.db-wal"], &["rappel.db", "rappel.db-wal", "rappel.db-shm"]] {
        let (_drive, there, app) = on_a_drive();
        for name in gone {
            fs::remove_file(there.join(name)).unwrap();
        }
        assert_eq!(add(&app, "Bram"), Err("data_gone".to_owned()), "{gone:?}");
    }
}

#[test]
fn what_the_system_still_holds_of_a_deleted_folder_is_put_back() {
    let (drive, there, app) = on_a_drive();
    fs::remove_dir_all(&there).unwrap();
    // Also when the log is found to be gone only while reading.
    let _ = open_people(&app, PeopleQuery::default());
    assert_eq!(add(&app, "Bram"), Err("data_gone".to_owned()));
    put_data_back(&app, ()).unwrap();
    assert_eq!(why(&app), None);
    assert_eq!(people(&app), ["Anna"]);
    add(&app, "Bram").unwrap();
    assert!(matches!(open(&there), Err(error) if error.code() == "in_use"));
    assert_eq!(put_data_back(&app, ()).unwrap_err().code(), "data_back");
    drop(app);
    assert_eq!(people(&open(&there).unwrap()), ["Anna", "Bram"]);
    let left: Vec<_> = fs::read_dir(&there).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("part")), "{left:?}");
    drop(drive);
}

#[test]
fn another_folder_at_its_place_is_taken_as_it_is() {
    let (drive, there, app) = on_a_drive();
    let other = drive.path().join("other");
    let another = open(&other).unwrap();
    add_contact(&another, draft("Carla")).unwrap();
    drop(another);
    fs::rename(&there, drive.path().join("away")).unwrap();
    fs::rename(&other, &there).unwrap();
    assert_eq!(add(&app, "Bram"), Err("data_gone".to_owned()), "it is not written among other people");
    assert!(look_for_data(&app, ()).unwrap());
    assert_eq!(people(&app), ["Carla"]);
    add(&app, "Bram").unwrap();
    drop(app);
    assert_eq!(people(&open(&there).unwrap()), ["Bram", "Carla"]);
    let away = open(&drive.path().join("away")).unwrap();
    assert_eq!(people(&away), ["Anna"], "what was left keeps all that was confirmed");
}

#[test]
fn data_of_an_older_version_at_its_place_are_saved_before_they_change() {
    let (drive, there, app) = on_a_drive();
    fs::rename(&there, drive.path().join("away")).unwrap();
    assert!(add(&app, "Bram").is_err());
    fs::create_dir(&there).unwrap();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/databases/0.1.0.db");
    fs::copy(&old, there.join("rappel.db")).unwrap();
    assert!(look_for_data(&app, ()).unwrap());
    let saved = list_backups(&app, ()).unwrap().list.remove(0);
    assert_eq!((saved.kind, saved.contacts as usize), (BackupKind::Migration, people(&app).len()));
}

#[test]
fn while_another_program_holds_the_folder_it_stays_out_of_reach() {
    let (drive, there, app) = on_a_drive();
    let away = drive.path().join("away");
    fs::rename(&there, &away).unwrap();
    assert!(add(&app, "Bram").is_err());
    let other = open(&there).unwrap();
    assert_eq!(look_for_data(&app, ()).unwrap_err().code(), "in_use");
    assert_eq!(why(&app).as_deref(), Some("data_gone"));
    drop(other);
    assert!(look_for_data(&app, ()).unwrap());
}

#[test]
fn an_alarm_that_is_due_meanwhile_rings_when_the_data_are_back() {
    let desk = Desk::new().with_alarms();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Call", Due { on: monday(), at: Some(at(monday(), 11, 0).time()) });
    let there = desk.folder().to_owned();
    let away = there.with_extension("away");
    fs::rename(&there, &away).unwrap();
    desk.set_clock(at(monday(), 11, 0));
    desk.wait_until("the look to find the folder gone", || why(&desk.app).is_some());
    assert!(desk.notifier.shown().is_empty(), "what can't be written down is not shown");
    fs::rename(&away, &there).unwrap();
    assert!(look_for_data(&desk.app, ()).unwrap());
    assert_eq!(desk.wait_for_popups(1).len(), 1);
}
