//! Data that are locked with a passphrase: nothing of them can be read without it, nothing is lost with it, and alarms are counted meanwhile.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rappel_core::commands::*;
use rappel_core::storage::{Key, copy};
use rappel_core::{App, Error};
use rappel_domain::backup::BackupKind;
use rappel_domain::conversation::Ending;
use rappel_domain::follow_up::Due;
use rappel_domain::settings::Language;
use rappel_tests::{Desk, at, draft, monday, talk};

use crate::backup::{contents, cut, is_lock, make, open, people};
use crate::versions::{fixtures, look_for_it};

const WORDS: &str = "correct horse battery";
const OTHER: &str = "staple tower and a boat";
/// A name that is nowhere else.
const PLANTED: &str = "Quirinius Zwaardvis";

fn phrase(words: &str) -> Passphrase {
    Passphrase::new(words)
}

fn set(app: &App, present: Option<&str>, new: Option<&str>) -> Result<(), Error> {
    set_passphrase(app, SetPassphrase { present: present.map(phrase), new: new.map(phrase) })
}

fn open_with(app: &App, words: &str) -> Result<(), Error> {
    unlock(app, Unlock { passphrase: phrase(words) })
}

/// Tries a passphrase that does not fit; for how many seconds none is taken then.
fn wrong(app: &App, words: &str) -> u64 {
    seconds(&open_with(app, words).unwrap_err(), "lock_wrong")
}

fn seconds(error: &Error, code: &str) -> u64 {
    let view = error.view();
    assert_eq!(view.code, code);
    view.detail["seconds"].parse().unwrap()
}

/// Waits until a passphrase is taken again.
fn wait_for_the_gate(app: &App) {
    let start = Instant::now();
    while get_locked(app, ()).unwrap().wait > 0 {
        assert!(start.elapsed() < Duration::from_secs(60), "the gate stays closed");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn why(app: &App) -> Option<String> {
    get_damage(app, ()).unwrap().code
}

/// The files of a folder and of those in it that hold the planted name, or the passphrase.
fn telling(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(telling(&path));
            continue;
        }
        if is_lock(&path) {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let holds = |words: &str| bytes.windows(words.len()).any(|it| it == words.as_bytes());
        if ["Quirinius", "Zwaardvis", "quirinius", "zwaardvis", WORDS, OTHER].into_iter().any(holds) {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    found
}

/// A desk with the planted name in it in every way, locked.
fn locked_desk() -> Desk {
    let desk = Desk::new();
    let contact = desk.add(PLANTED);
    log_conversation(&desk.app, talk(contact, "Zwaardvis asked.\n? Does Quirinius pay?", Ending::JustATalk)).unwrap();
    set(&desk.app, None, Some(WORDS)).unwrap();
    desk
}

#[test]
fn a_passphrase_is_asked_at_the_next_start_and_everything_is_there_behind_it() {
    let mut desk = locked_desk();
    assert!(get_lock(&desk.app, ()).unwrap().on);
    assert_eq!(people(&desk.app), [PLANTED], "work goes on where it was set");
    desk.add("Bram");
    undo(&desk.app, Undo { step: None }).unwrap();
    redo(&desk.app, ()).unwrap();
    desk.restart();
    assert_eq!(why(&desk.app).as_deref(), Some("locked"));
    assert_eq!(get_frame(&desk.app, ()).unwrap_err().code(), "locked");
    assert_eq!(add_contact(&desk.app, draft("Nobody")).unwrap_err().code(), "locked");
    assert_eq!(make_backup(&desk.app, ()).unwrap_err().code(), "locked");
    assert_eq!(set(&desk.app, None, None).unwrap_err().code(), "locked");
    open_with(&desk.app, WORDS).unwrap();
    assert_eq!(why(&desk.app), None);
    assert_eq!(people(&desk.app), ["Bram", PLANTED]);
    let found = open_people(&desk.app, PeopleQuery { search: "zwaard".to_owned(), ..PeopleQuery::default() }).unwrap();
    assert_eq!(found.total, 1, "search works on");
    assert_eq!(open_with(&desk.app, WORDS).unwrap_err().code(), "data_open");
}

#[test]
fn a_wrong_passphrase_says_so_and_each_time_makes_one_wait_longer() {
    let mut desk = locked_desk();
    desk.restart();
    assert_eq!(wrong(&desk.app, "Correct horse battery"), 1);
    assert_eq!(seconds(&open_with(&desk.app, WORDS).unwrap_err(), "lock_wait"), 1, "even the right one waits");
    wait_for_the_gate(&desk.app);
    assert_eq!(wrong(&desk.app, ""), 2);
    wait_for_the_gate(&desk.app);
    open_with(&desk.app, WORDS).unwrap();
    assert_eq!(people(&desk.app), [PLANTED]);
}

#[test]
fn nothing_on_the_disk_tells_of_locked_data_while_they_are_open_or_after() {
    let mut desk = locked_desk();
    // What was there before the lock is spoken of in another test.
    lock_older_backups(&desk.app, ()).unwrap();
    make(&desk);
    let contact = desk.add("Zwaardvis");
    desk.follow_up(contact, "Write Quirinius", Due { on: monday(), at: None });
    assert!(desk.folder().join("rappel.db-wal").exists());
    assert!(desk.folder().join("rappel-locked.json").exists());
    assert_eq!(telling(desk.folder()), [""; 0]);
    desk.restart();
    assert_eq!(telling(desk.folder()), [""; 0]);
    open_with(&desk.app, WORDS).unwrap();
    assert_eq!(people(&desk.app).len(), 2);
}

#[test]
fn locked_data_are_scrubbed_of_who_is_erased_as_any_other() {
    let desk = locked_desk();
    let contact = desk.add("Zwaardvis");
    trash_contact(&desk.app, ContactRef { contact }).unwrap();
    erase_contact(&desk.app, ContactRef { contact }).unwrap();
    assert_eq!(people(&desk.app), [PLANTED]);
    let log = fs::metadata(desk.folder().join("rappel.db-wal")).unwrap().len();
    assert!(log < 100_000, "the file was written anew and the log emptied: {log} bytes are left");
}

#[test]
fn a_passphrase_is_changed_and_removed_only_by_whoever_has_it() {
    let mut desk = locked_desk();
    assert_eq!(set(&desk.app, Some(WORDS), Some("short")).unwrap_err().code(), "passphrase_short");
    assert_eq!(set(&desk.app, None, Some(OTHER)).unwrap_err().code(), "lock_wrong");
    wait_for_the_gate(&desk.app);
    assert_eq!(set(&desk.app, Some(OTHER), Some(OTHER)).unwrap_err().code(), "lock_wrong");
    wait_for_the_gate(&desk.app);
    set(&desk.app, Some(WORDS), Some(OTHER)).unwrap();
    desk.restart();
    wrong(&desk.app, WORDS);
    wait_for_the_gate(&desk.app);
    open_with(&desk.app, OTHER).unwrap();
    set(&desk.app, Some(OTHER), None).unwrap();
    assert!(!desk.folder().join("rappel-locked.json").exists());
    desk.restart();
    assert_eq!(why(&desk.app), None);
    assert_eq!(people(&desk.app), [PLANTED]);
    assert_eq!(set(&desk.app, Some(OTHER), None).unwrap_err().code(), "not_locked");
    let bytes = fs::read(desk.folder().join("rappel.db")).unwrap();
    assert!(bytes.starts_with(b"SQLite format 3\0"), "any program opens it");
    let backups = list_backups(&desk.app, ()).unwrap().list;
    assert_eq!(backups.iter().filter(|it| it.kind == BackupKind::Lock).count(), 3, "one before each change");
}

#[test]
fn backups_of_locked_data_are_locked_and_the_older_ones_can_be_locked_or_removed() {
    for remove in [false, true] {
        let desk = Desk::new();
        desk.add(PLANTED);
        let before = make(&desk);
        set(&desk.app, None, Some(WORDS)).unwrap();
        let after = make(&desk);
        let older = get_lock(&desk.app, ()).unwrap();
        assert_eq!((older.open_backups, older.other_backups), (2, 0), "that by hand and that before the lock");
        let lock_of = |name: &str| {
            list_backups(&desk.app, ()).unwrap().list.into_iter().find(|it| it.name == name).map(|it| it.lock)
        };
        assert_eq!((lock_of(&before), lock_of(&after)), (Some(BackupLock::Open), Some(BackupLock::Same)));
        if remove {
            remove_older_backups(&desk.app, ()).unwrap();
        } else {
            lock_older_backups(&desk.app, ()).unwrap();
        }
        let all = list_backups(&desk.app, ()).unwrap().list;
        assert!(all.iter().all(|it| it.lock == BackupLock::Same && it.state == BackupState::Good), "{all:?}");
        assert_eq!(all.len(), if remove { 2 } else { 3 });
        assert_eq!(get_lock(&desk.app, ()).unwrap().open_backups, 0);
        assert_eq!(telling(desk.folder()), [""; 0]);
        desk.add("Too many");
        let name = all.last().unwrap().name.clone();
        restore_backup(&desk.app, BackupRef { name }).unwrap();
        assert_eq!(people(&desk.app), [PLANTED]);
    }
}

#[test]
fn a_backup_of_another_lock_takes_its_passphrase_and_comes_back_locked_as_the_data_are() {
    let mut desk = locked_desk();
    let name = make(&desk);
    set(&desk.app, Some(WORDS), Some(OTHER)).unwrap();
    desk.add("Bram");
    desk.restart();
    open_with(&desk.app, OTHER).unwrap();
    let restore = || restore_backup(&desk.app, BackupRef { name: name.clone() });
    assert_eq!(restore().unwrap_err().code(), "backup_locked");
    assert_eq!(people(&desk.app), ["Bram", PLANTED], "nothing happened");
    let give = |words| unlock_backup(&desk.app, UnlockBackup { name: name.clone(), passphrase: phrase(words) });
    assert_eq!(give(OTHER).unwrap_err().code(), "lock_wrong");
    wait_for_the_gate(&desk.app);
    give(WORDS).unwrap();
    restore().unwrap();
    assert_eq!(people(&desk.app), [PLANTED]);
    desk.restart();
    assert_eq!(why(&desk.app).as_deref(), Some("locked"));
    open_with(&desk.app, OTHER).unwrap();
    assert_eq!(people(&desk.app), [PLANTED]);
}

#[test]
fn a_plain_backup_that_is_restored_into_locked_data_is_locked_with_them() {
    let mut desk = Desk::new();
    desk.add(PLANTED);
    let name = make(&desk);
    desk.add("Bram");
    set(&desk.app, None, Some(WORDS)).unwrap();
    restore_backup(&desk.app, BackupRef { name }).unwrap();
    assert_eq!(people(&desk.app), [PLANTED]);
    desk.restart();
    assert_eq!(why(&desk.app).as_deref(), Some("locked"));
    open_with(&desk.app, WORDS).unwrap();
    assert_eq!(people(&desk.app), [PLANTED]);
}

#[test]
fn whoever_forgot_the_passphrase_restores_a_backup_and_the_locked_file_stays() {
    let mut desk = Desk::new();
    desk.add(PLANTED);
    let name = make(&desk);
    set(&desk.app, None, Some(WORDS)).unwrap();
    desk.add("Bram");
    desk.restart();
    let locked = fs::read(desk.folder().join("rappel.db")).unwrap();
    restore_backup(&desk.app, BackupRef { name }).unwrap();
    assert_eq!(why(&desk.app), None);
    assert_eq!(people(&desk.app), [PLANTED]);
    let aside = contents(desk.folder()).into_iter().find(|(name, _)| name.starts_with("rappel-locked-")).unwrap();
    assert!(aside.1 == locked);
    // Remembered after all.
    let file = desk.app.keep_file(desk.folder().join(&aside.0));
    let give = |words| restore_file(&desk.app, RestoreFile { token: file.token, passphrase: Some(phrase(words)) });
    assert_eq!(give(OTHER).unwrap_err().code(), "lock_wrong");
    wait_for_the_gate(&desk.app);
    give(WORDS).unwrap();
    assert_eq!(people(&desk.app), ["Bram", PLANTED]);
    desk.restart();
    assert_eq!(why(&desk.app), None, "the data were not locked any more, so they are not");
}

#[test]
fn damage_in_locked_data_is_told_from_a_wrong_passphrase() {
    let page_one: fn(&mut Vec<u8>) = |bytes| bytes[2000] ^= 1;
    let the_middle: fn(&mut Vec<u8>) = |bytes| {
        let middle = bytes.len() / 2 / 4096 * 4096;
        bytes[middle..middle + 8192].fill(0xA5);
    };
    for damage in [page_one, the_middle] {
        let mut desk = locked_desk();
        let name = make(&desk);
        desk.restart();
        let db = desk.folder().join("rappel.db");
        let mut bytes = fs::read(&db).unwrap();
        damage(&mut bytes);
        fs::write(&db, &bytes).unwrap();
        assert_eq!(open_with(&desk.app, WORDS).unwrap_err().code(), "damaged");
        assert_eq!(why(&desk.app).as_deref(), Some("damaged"));
        assert!(fs::read(&db).unwrap() == bytes, "nothing was written to it");
        unlock_backup(&desk.app, UnlockBackup { name: name.clone(), passphrase: phrase(WORDS) }).unwrap();
        restore_backup(&desk.app, BackupRef { name }).unwrap();
        assert_eq!(people(&desk.app), [PLANTED]);
        desk.restart();
        assert_eq!(why(&desk.app).as_deref(), Some("locked"), "they stay locked");
    }
}

#[test]
fn a_lock_that_cannot_be_written_leaves_the_data_as_they_were() {
    let mut desk = Desk::new();
    desk.add(PLANTED);
    // A file where the copy is made ready: nothing can be put there.
    fs::write(desk.folder().join("restoring"), "in the way").unwrap();
    set(&desk.app, None, Some(WORDS)).unwrap_err();
    assert_eq!(why(&desk.app), None);
    desk.add("Bram");
    fs::remove_file(desk.folder().join("restoring")).unwrap();
    desk.restart();
    assert_eq!(why(&desk.app), None);
    assert_eq!(people(&desk.app), ["Bram", PLANTED]);
}

#[test]
fn a_crash_while_the_lock_is_set_loses_nothing() {
    let mut desk = Desk::new();
    desk.add(PLANTED);
    desk.restart();
    let plain = fs::read(desk.folder().join("rappel.db")).unwrap();
    set(&desk.app, None, Some(WORDS)).unwrap();
    desk.restart();
    let locked = fs::read(desk.folder().join("rappel.db")).unwrap();
    let restored = [
        // Half of the copy was written.
        (Some(plain.clone()), None, Some(locked[..8192].to_vec())),
        // The old data had their other name, and the new ones not yet theirs.
        (None, Some(plain.clone()), Some(locked.clone())),
        // The new data had their name, and the old ones were not removed.
        (Some(locked), Some(plain), None),
    ];
    for (number, (there, replaced, stage)) in restored.into_iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, bytes: Option<Vec<u8>>| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            bytes.into_iter().for_each(|bytes| fs::write(&path, bytes).unwrap());
        };
        put("rappel.db", there);
        put("rappel-replaced.db", replaced);
        put("restoring/rappel.db", stage);
        let app = open(folder.path()).unwrap();
        if why(&app).is_some() {
            open_with(&app, WORDS).unwrap();
        }
        assert_eq!(people(&app), [PLANTED], "{number}");
        assert!(!folder.path().join("restoring").exists(), "{number}");
        assert!(!folder.path().join("rappel-replaced.db").exists(), "{number}");
    }
}

#[test]
fn locked_data_of_an_older_rappel_are_brought_up_to_date_once_they_are_open() {
    for fixture in fs::read_dir(fixtures()).unwrap() {
        let (folder, key) = (tempfile::tempdir().unwrap(), Key::new(WORDS).unwrap());
        copy::copy_under(&fixture.unwrap().path(), None, &folder.path().join("rappel.db"), Some(&key)).unwrap();
        let app = open(folder.path()).unwrap();
        open_with(&app, WORDS).unwrap();
        look_for_it(&app);
        let backups = list_backups(&app, ()).unwrap().list;
        assert!(backups.iter().all(|it| it.lock == BackupLock::Same), "{backups:?}");
    }
}

#[test]
fn while_the_data_are_locked_alarms_say_only_how_many_are_due() {
    let mut desk = Desk::new();
    let contact = desk.add(PLANTED);
    update_settings(&desk.app, Settings { language: Some(Language::Nl), ..(*desk.app.settings()).clone() }).unwrap();
    for (what, hour) in [("Call", 11), ("Write", 12)] {
        desk.follow_up(contact, what, Due { on: monday(), at: at(monday(), hour, 0).time().into() });
    }
    set(&desk.app, None, Some(WORDS)).unwrap();
    desk.restart();
    desk.start_alarms();
    assert_eq!(get_locked(&desk.app, ()).unwrap().due, 0);
    assert_eq!(get_locked(&desk.app, ()).unwrap().language, Language::Nl);
    desk.set_clock(at(monday(), 11, 0));
    let first = desk.wait_for_popups(1).remove(0);
    assert_eq!(first.title, "Er is 1 herinnering aan de beurt");
    assert!(!format!("{first:?}").contains("Quirinius"), "{first:?}");
    assert_eq!((first.done, first.snooze), (None, None));
    desk.set_clock(at(monday(), 12, 0));
    assert_eq!(desk.wait_for_popups(2)[1].title, "Er zijn 2 herinneringen aan de beurt");
    assert_eq!(get_locked(&desk.app, ()).unwrap().due, 2);
    let numbers = desk.notifier.numbers();
    assert_eq!(numbers[0], numbers[1], "one pop-up, which counts on");

    open_with(&desk.app, WORDS).unwrap();
    let shown = desk.wait_for_popups(4);
    assert!(shown[2..].iter().all(|popup| popup.title.contains(PLANTED)), "{shown:?}");
    desk.wait_until("the count to go", || desk.notifier.withdrawn() == [numbers[0]]);
    desk.set_clock(at(monday(), 13, 0));
    desk.restart();
    assert_eq!(get_locked(&desk.app, ()).unwrap().due, 0, "what rang is not due any more");
}

#[test]
fn locked_data_whose_first_page_is_gone_are_damaged_and_not_locked() {
    let mut desk = locked_desk();
    desk.restart();
    cut(&desk.folder().join("rappel.db"), 1000);
    desk.restart();
    assert_eq!(why(&desk.app).as_deref(), Some("damaged"));
}
