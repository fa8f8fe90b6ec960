//! Backups are whole or not there, come back as they were, and carry over what must never be forgotten.

use std::fs::{self, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rappel_core::commands::*;
use rappel_core::{App, Options, Result, daily, storage};
use rappel_domain::backup::BackupKind;
use rappel_domain::contact::Labelled;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::Due;
use rappel_domain::process::{Permission, Place};
use rappel_tests::{Desk, FixedClock, at, day, draft, monday, talk};

use crate::import::{file, inspect, try_out};

fn list(app: &App) -> Vec<BackupView> {
    list_backups(app, ()).unwrap().list
}

fn kinds(app: &App) -> Vec<BackupKind> {
    list(app).into_iter().map(|it| it.kind).collect()
}

pub fn make(desk: &Desk) -> String {
    make_backup(&desk.app, ()).unwrap()
}

fn restore(desk: &Desk, name: &str) -> Result<()> {
    restore_backup(&desk.app, BackupRef { name: name.to_owned() })
}

pub fn people(app: &App) -> Vec<String> {
    let list = open_people(app, PeopleQuery::default()).unwrap();
    let rows = get_people(app, PeopleWindow { snapshot: list.snapshot, from: 0, count: 100 }).unwrap();
    rows.into_iter().map(|row| row.name).collect()
}

fn path(desk: &Desk, name: &str) -> PathBuf {
    desk.folder().join("backups").join(name)
}

/// Changes one bit of a file.
fn flip(path: &Path, place: u64) {
    let mut file = OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.seek(SeekFrom::Start(place)).unwrap();
    file.read_exact(&mut byte).unwrap();
    file.seek(SeekFrom::Start(place)).unwrap();
    file.write_all(&[byte[0] ^ 1]).unwrap();
}

pub fn cut(path: &Path, bytes: u64) {
    OpenOptions::new().write(true).open(path).unwrap().set_len(bytes).unwrap();
}

pub fn open(folder: &Path) -> Result<Arc<App>> {
    let clock = Arc::new(FixedClock::at(at(monday(), 12, 0)));
    let patience = std::time::Duration::from_secs(1);
    rappel_core::folder::once_free(patience, || {
        App::open(Options { folder: folder.to_owned(), clock: clock.clone(), demo: false })
    })
}

/// Whether a file only says by a lock of the system that the folder is taken. While it is held Windows lets nobody read it.
pub fn is_lock(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "lock")
}

/// The files of a folder with what is in them, but for the lock and the backups.
pub fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.is_file() && !is_lock(path));
    let mut files: Vec<_> = files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        // A log that holds nothing yet comes with opening.
        .filter(|(name, bytes)| !(name.ends_with("-shm") || name.ends_with("-wal") && bytes.is_empty()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_restored_backup_brings_back_what_was() {
    let desk = Desk::new();
    let anna = desk.add("Anna de Boer");
    log_conversation(&desk.app, talk(anna, "Likes blue.", Ending::JustATalk)).unwrap();
    let name = make(&desk);
    let made = list(&desk.app).remove(0);
    assert_eq!((made.name.as_str(), made.kind, made.state), (name.as_str(), BackupKind::ByHand, BackupState::Good));
    assert_eq!((made.at.as_str(), made.contacts, made.conversations), ("2026-11-23 10:00:00", 1, 1));
    assert_eq!(made.bytes, fs::metadata(path(&desk, &name)).unwrap().len());

    trash_contact(&desk.app, ContactRef { contact: anna }).unwrap();
    desk.add("Bram");
    restore(&desk, &name).unwrap();
    assert_eq!(people(&desk.app), ["Anna de Boer"]);
    let found = open_people(&desk.app, PeopleQuery { search: "blue".to_owned(), ..PeopleQuery::default() }).unwrap();
    assert_eq!(found.total, 1, "the search knows it too");
    // The state before is a backup as well, and there is a way back.
    let before = list(&desk.app).into_iter().find(|it| it.kind == BackupKind::Restore).unwrap();
    restore(&desk, &before.name).unwrap();
    assert_eq!(people(&desk.app), ["Bram"]);
    // It can be written to, and nothing is left lying about.
    desk.add("Carla");
    let left: Vec<_> = contents(desk.folder()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(left, ["rappel.db", "rappel.db-wal"]);
    assert!(!desk.folder().join("restoring").exists());
}

#[test]
fn whoever_reads_and_writes_meanwhile_waits_or_hears_of_it() {
    let desk = Desk::new();
    desk.add("Anna");
    let name = make(&desk);
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let read = open_people(&desk.app, PeopleQuery::default()).map(|list| assert!(list.total > 0));
                    let written = add_contact(&desk.app, draft("Bram")).map(|_| ());
                    for result in [read, written] {
                        assert!(result.is_ok() || result.unwrap_err().code() == "restoring");
                    }
                }
            });
        }
        for _ in 0..5 {
            restore(&desk, &name).unwrap();
        }
        stop.store(true, Ordering::Relaxed);
    });
    restore(&desk, &name).unwrap();
    assert_eq!(people(&desk.app), ["Anna"]);
    make(&desk);
}

#[test]
fn nothing_of_before_can_be_undone_in_what_was_restored() {
    let desk = Desk::new();
    let name = make(&desk);
    desk.add("Anna");
    restore(&desk, &name).unwrap();
    assert_eq!(undo(&desk.app, Undo { step: None }).unwrap_err().code(), "nothing_to_undo");
    desk.add("Bram");
    undo(&desk.app, Undo { step: None }).unwrap();
    assert_eq!(people(&desk.app), [""; 0]);
}

#[test]
fn every_changed_bit_and_every_cut_end_is_noticed() {
    let desk = Desk::new();
    for name in ["Anna", "Bram", "Carla"] {
        desk.add(name);
    }
    let name = make(&desk);
    let file = path(&desk, &name);
    let bytes = fs::metadata(&file).unwrap().len();
    let whole = fs::read(&file).unwrap();
    for place in (0..40).map(|part| part * bytes / 40).chain([bytes - 1]) {
        flip(&file, place);
        assert_eq!(check_backup(&desk.app, BackupRef { name: name.clone() }).unwrap(), BackupState::Changed, "{place}");
        assert_eq!(restore(&desk, &name).unwrap_err().code(), "backup_damaged");
        flip(&file, place);
    }
    for short in [0, 1, 512, bytes / 2, bytes - 1] {
        cut(&file, short);
        assert_eq!(list(&desk.app)[0].state, BackupState::Incomplete, "{short}");
        assert_eq!(restore(&desk, &name).unwrap_err().code(), "backup_damaged");
        fs::write(&file, &whole).unwrap();
    }
    assert_eq!(people(&desk.app).len(), 3, "nothing was touched");
    assert_eq!(kinds(&desk.app), [BackupKind::ByHand], "and no backup made for nothing");
    restore(&desk, &name).unwrap();
}

#[test]
fn a_backup_of_a_newer_rappel_is_told_apart_from_a_damaged_one() {
    let desk = Desk::new();
    desk.add("Anna");
    let name = make(&desk);
    let note = path(&desk, &name).with_extension("json");
    let mut newer: serde_json::Value = serde_json::from_slice(&fs::read(&note).unwrap()).unwrap();
    newer["version"] = 99.into();
    fs::write(&note, newer.to_string()).unwrap();
    assert_eq!(list(&desk.app)[0].state, BackupState::Newer);
    assert_eq!(restore(&desk, &name).unwrap_err().code(), "backup_newer");
}

#[test]
fn a_crash_on_the_way_leaves_nothing_that_looks_like_a_backup() {
    let desk = Desk::new();
    desk.add("Anna");
    let name = make(&desk);
    let file = path(&desk, &name);
    // Died while copying, while writing the note, and before the last name was given.
    fs::write(path(&desk, "copy.part"), b"half").unwrap();
    fs::write(path(&desk, "rappel-2026-11-23-110000-daily.part"), b"{").unwrap();
    fs::copy(file.with_extension("json"), path(&desk, "rappel-2026-11-23-110000-daily.json")).unwrap();
    assert_eq!(list(&desk.app).len(), 1);
    // A copy under a good name that nobody vouches for, as a half finished copy by hand leaves it.
    fs::copy(&file, path(&desk, "rappel-2026-11-23-120000-daily.db")).unwrap();
    assert_eq!(list(&desk.app)[0].state, BackupState::Incomplete);
    assert_eq!(restore(&desk, "rappel-2026-11-23-120000-daily.db").unwrap_err().code(), "backup_damaged");

    make(&desk);
    let mut left: Vec<_> = fs::read_dir(desk.folder().join("backups")).unwrap().map(|it| it.unwrap().path()).collect();
    left.sort();
    let ends = |ending: &str| left.iter().filter(|path| path.extension().unwrap() == ending).count();
    assert_eq!((ends("part"), ends("db"), ends("json")), (0, 3, 2), "{left:?}");
}

#[test]
fn a_crash_in_the_middle_of_restoring_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let app = open(folder).unwrap();
    add_contact(&app, draft("Anna")).unwrap();
    let name = make_backup(&app, ()).unwrap();
    drop(app);
    // Before the restored data had their name.
    fs::rename(folder.join("rappel.db"), folder.join("rappel-replaced.db")).unwrap();
    fs::create_dir(folder.join("restoring")).unwrap();
    fs::copy(folder.join("backups").join(&name), folder.join("restoring/rappel.db")).unwrap();
    let app = open(folder).unwrap();
    assert_eq!(people(&app), ["Anna"]);
    drop(app);
    // After they had it.
    fs::copy(folder.join("rappel.db"), folder.join("rappel-replaced.db")).unwrap();
    let app = open(folder).unwrap();
    assert_eq!(people(&app), ["Anna"]);
    let left: Vec<_> = contents(folder).into_iter().map(|(name, _)| name).collect();
    assert_eq!(left, ["rappel.db"]);
    assert!(!folder.join("restoring").exists());
}

#[test]
fn every_day_has_its_backup_and_only_one() {
    let desk = Desk::new();
    let keeper = daily::start(&desk.app).unwrap();
    keeper.wake();
    desk.wait_until("the first", || kinds(&desk.app) == [BackupKind::Daily]);
    desk.clock.set(at(monday(), 23, 59));
    keeper.wake();
    desk.clock.set(at(day(2026, 11, 24), 0, 1));
    keeper.wake();
    desk.wait_until("the next day's", || list(&desk.app).len() == 2);
    keeper.wake();
    drop(keeper);
    let days: Vec<_> = list(&desk.app).into_iter().map(|it| it.at[..10].to_owned()).collect();
    assert_eq!(days, ["2026-11-24", "2026-11-23"]);
    // The sidebar says when that was.
    assert_eq!(get_frame(&desk.app, ()).unwrap().backed_up_at.as_deref(), Some("2026-11-24 00:01:00"));
}

#[test]
fn older_backups_are_thinned_out_and_the_budget_is_kept() {
    let desk = Desk::new();
    let mut moment = monday();
    for _ in 0..40 {
        desk.clock.set(at(moment, 9, 0));
        let keeper = daily::start(&desk.app).unwrap();
        keeper.wake();
        drop(keeper);
        moment = moment.succ_opt().unwrap();
    }
    // The last seven days up to Friday 1 January, the Sundays before, and the end of November.
    let days: Vec<_> = list(&desk.app).into_iter().map(|it| it.at[5..10].to_owned()).collect();
    let expected = ["01-01", "12-31", "12-30", "12-29", "12-28", "12-27", "12-26", "12-20", "12-13", "11-30"];
    assert_eq!(days, expected);

    let mut settings = (*desk.app.settings()).clone();
    settings.backup_budget = 49;
    assert_eq!(update_settings(&desk.app, settings.clone()).unwrap_err().code(), "bad_budget");
    // A photo of everything makes each copy larger than a hundredth of the least budget, so fill it with one large note.
    settings.backup_budget = 50;
    update_settings(&desk.app, settings).unwrap();
    let name = make(&desk);
    let filler = path(&desk, "rappel-2026-12-25-090000-import.db");
    let note = fs::read_to_string(path(&desk, &name).with_extension("json")).unwrap();
    let bytes = fs::metadata(path(&desk, &name)).unwrap().len();
    fs::File::create(&filler).unwrap().set_len(60_000_000).unwrap();
    fs::write(filler.with_extension("json"), note.replace(&bytes.to_string(), "60000000")).unwrap();
    make(&desk);
    assert!(!filler.exists(), "it alone is more than the budget");
    assert!(list(&desk.app).len() >= 2);
}

#[test]
fn an_import_is_preceded_by_a_backup() {
    let desk = Desk::new();
    desk.add("Anna");
    let names = file(&desk, "list.csv", "Name;E-mail\nBram Smit;bram@example.org\n");
    let run = try_out(&desk, &inspect(&desk, &names));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    assert_eq!(people(&desk.app).len(), 2);
    let before = list(&desk.app).remove(0);
    assert_eq!((before.kind, before.contacts), (BackupKind::Import, 1));
    restore(&desk, &before.name).unwrap();
    assert_eq!(people(&desk.app), ["Anna"]);
}

#[test]
fn data_of_an_older_version_are_saved_before_they_change() {
    let folder = tempfile::tempdir().unwrap();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/databases/0.1.0.db");
    fs::copy(&old, folder.path().join("rappel.db")).unwrap();
    let app = open(folder.path()).unwrap();
    let saved = list(&app).remove(0);
    assert_eq!((saved.kind, saved.state), (BackupKind::Migration, BackupState::Good));
    let count = people(&app).len();
    assert_eq!(saved.contacts as usize, count);
    // And the old shape can be restored into this version.
    restore_backup(&app, BackupRef { name: saved.name }).unwrap();
    assert_eq!(people(&app).len(), count);
    add_contact(&app, draft("Newcomer")).unwrap();
}

#[test]
fn who_refused_since_and_who_was_erased_since_stay_so() {
    let desk = Desk::new();
    let (anna, bram) = (desk.add("Anna"), desk.add("Bram"));
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Carla Zeldzaam\nORG:Zeldzaam Coaching\nCATEGORIES:zeldzaam\nEMAIL:c@zeldzaam.example\nEND:VCARD\n";
    let card = file(&desk, "Zeldzaam.vcf", card);
    let run = try_out(&desk, &inspect(&desk, &card));
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    fs::remove_file(card).unwrap();
    let carla = ContactId(bram.0 + 1);
    let refuse = |contact| {
        let to = Move::Declined { permission: Permission::Refused, ask_again: None, reason: String::new() };
        move_contact(&desk.app, MoveContact { contact, to }).unwrap();
    };
    refuse(carla);
    desk.follow_up(anna, "Call", Due { on: day(2026, 12, 1), at: None });
    let name = make(&desk);
    refuse(anna);
    erase_contact(&desk.app, ContactRef { contact: carla }).unwrap();

    restore(&desk, &name).unwrap();
    let person = |contact| get_person(&desk.app, ContactRef { contact });
    assert_eq!(person(anna).unwrap().row.place, Place::DoNotContact);
    assert_eq!(person(bram).unwrap().row.place, Place::Lead);
    assert_eq!(person(carla).unwrap_err().code(), "not_found");
    let count = |sql: &str| -> i64 { desk.app.read(|db| Ok(db.query_row(sql, [], |row| row.get(0))?)).unwrap() };
    assert_eq!(count("SELECT count(*) FROM fingerprint"), 1, "that of Carla, who has nobody else's");
    let mut again = draft("C. Z.");
    again.emails = vec![Labelled { label: String::new(), value: "C@Zeldzaam.example".to_owned() }];
    assert!(has_refused(&desk.app, again).unwrap());
    assert!(list_imports(&desk.app, ()).unwrap().is_empty());
    assert_eq!(count("SELECT count(*) FROM batch_row"), 0, "the fingerprint of her row would tell that she was there");
    assert!(!desk.app.read(storage::erase::scrub_is_due).unwrap(), "the file was written anew");
    assert!(get_coming_alarms(&desk.app, ()).unwrap().is_empty(), "nothing rings about who refused");
    for (file, bytes) in contents(desk.folder()) {
        let word = b"Zeldzaam";
        assert!(!bytes.windows(word.len()).any(|it| it.eq_ignore_ascii_case(word)), "{file} still holds the erased");
    }
    // The number of somebody erased may be given out anew; then it is somebody else.
    desk.clock.set(at(monday(), 11, 0));
    let dirk = desk.add("Dirk");
    let with_dirk = make(&desk);
    restore(&desk, &with_dirk).unwrap();
    assert!(person(dirk).is_ok());
}

#[test]
fn what_was_due_before_the_restoring_only_stands_in_today() {
    let mut desk = Desk::new();
    let anna = desk.add("Anna");
    desk.follow_up(anna, "Tuesday", Due { on: day(2026, 11, 24), at: None });
    desk.follow_up(anna, "Wednesday", Due { on: day(2026, 11, 25), at: None });
    desk.follow_up(anna, "Thursday", Due { on: day(2026, 11, 26), at: None });
    let name = make(&desk);
    desk.start_alarms();
    desk.set_clock(at(day(2026, 11, 24), 9, 0));
    desk.wait_for_popups(1);
    desk.set_clock(at(day(2026, 11, 25), 9, 0));
    desk.wait_for_popups(2);
    desk.set_clock(at(day(2026, 11, 25), 14, 0));
    restore(&desk, &name).unwrap();
    // A change to the person arms nothing anew.
    update_contact(&desk.app, UpdateContact { contact: anna, draft: draft("Anna Bakker") }).unwrap();
    desk.set_clock(at(day(2026, 11, 25), 18, 0));
    desk.set_clock(at(day(2026, 11, 26), 9, 0));
    let bodies: Vec<_> = desk.wait_for_popups(3).into_iter().map(|it| it.body).collect();
    assert!(bodies[2].contains("Thursday"), "{bodies:?}");
    let today = get_today(&desk.app, ()).unwrap();
    assert_eq!((today.overdue.len(), today.today.len()), (2, 1));
    assert_eq!(desk.notifier.shown().len(), 3);
}

#[test]
fn a_backup_that_can_not_be_made_is_told_and_nothing_is_imported_without_it() {
    let desk = Desk::new();
    fs::write(desk.folder().join("backups"), "in the way").unwrap();
    let names = file(&desk, "list.csv", "Name\nBram Smit\n");
    let run = try_out(&desk, &inspect(&desk, &names));
    assert!(
        run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).is_err()
    );
    assert_eq!(people(&desk.app), [""; 0]);
    fs::remove_file(desk.folder().join("backups")).unwrap();
    assert!(list_backups(&desk.app, ()).unwrap().problem.is_some());
    run_import(&desk.app, RunImport { number: run.number, duplicates: Decision::Skip, rows: Vec::new() }).unwrap();
    assert_eq!(list_backups(&desk.app, ()).unwrap().problem, None);
}

#[test]
fn the_page_can_name_nothing_but_a_backup() {
    let desk = Desk::new();
    make(&desk);
    for name in ["../rappel.db", "rappel.db", "/etc/passwd", "", "rappel-2026-11-23-100000-by_hand.json"] {
        assert_eq!(restore(&desk, name).unwrap_err().code(), "not_found", "{name}");
    }
}
