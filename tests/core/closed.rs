//! How the file was left is noted at a clean end, and whatever changed in it since is noticed at the next start.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::{App, Error, demo};
use rappel_domain::conversation::Ending;
use rappel_tests::{draft, talk};

use crate::backup::{contents, open, people};

/// A note that stands nowhere else.
const SAID: &str = "Likes the sound of a nightingale.";
const WORDS: &str = "correct horse battery";

fn database(folder: &Path) -> PathBuf {
    folder.join("rappel.db")
}

fn note(folder: &Path) -> PathBuf {
    folder.join("rappel-closed.json")
}

fn why(app: &App) -> Option<String> {
    get_damage(app, ()).unwrap().code
}

/// The end of the program, where a mere drop is a crash that SQLite outlives.
fn end(app: Arc<App>) {
    app.end();
    drop(app);
}

/// A folder with a backup of one person, closed cleanly.
fn closed() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path()).unwrap();
    let anna = add_contact(&app, draft("Anna")).unwrap();
    log_conversation(&app, talk(anna, SAID, Ending::JustATalk)).unwrap();
    let name = make_backup(&app, ()).unwrap();
    assert!(!note(folder.path()).exists(), "it is being written to");
    end(app);
    assert!(note(folder.path()).exists());
    (folder, name)
}

/// Makes capitals of some letters wherever they stand in the file, which neither its own check nor a search index sees.
fn shout(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let (from, to) = (b"nightingale", b"NIGHTINGALE");
    let places: Vec<_> =
        bytes.windows(from.len()).enumerate().filter(|(_, it)| it == from).map(|(place, _)| place).collect();
    assert!(!places.is_empty());
    for place in places {
        bytes[place..place + to.len()].copy_from_slice(to);
    }
    fs::write(path, bytes).unwrap();
}

fn refuses_everything(app: &App) {
    assert_eq!(why(app).as_deref(), Some("data_changed"));
    assert_eq!(get_frame(app, ()).unwrap_err().code(), "data_changed");
    assert_eq!(add_contact(app, draft("Nobody")).unwrap_err().code(), "data_changed");
    assert_eq!(make_backup(app, ()).unwrap_err().code(), "data_changed");
}

#[test]
fn a_letter_that_no_index_holds_is_noticed_and_a_backup_takes_its_place() {
    let (folder, name) = closed();
    shout(&database(folder.path()));
    let before = contents(folder.path());
    let app = open(folder.path()).unwrap();
    refuses_everything(&app);
    end(app);
    assert!(contents(folder.path()) == before, "not a byte changed");

    let app = open(folder.path()).unwrap();
    restore_backup(&app, BackupRef { name }).unwrap();
    assert_eq!((why(&app), people(&app)), (None, vec!["Anna".to_owned()]));
    end(app);
    let aside = contents(folder.path()).into_iter().find(|(name, _)| name.starts_with("rappel-changed-")).unwrap();
    assert!(before.iter().any(|(name, bytes)| name == "rappel.db" && *bytes == aside.1), "it is kept");
    let app = open(folder.path()).unwrap();
    assert_eq!((why(&app), people(&app)), (None, vec!["Anna".to_owned()]));
}

#[test]
fn it_can_be_used_as_it_is() {
    let (folder, _) = closed();
    shout(&database(folder.path()));
    let app = open(folder.path()).unwrap();
    use_data_as_found(&app, ()).unwrap();
    assert_eq!(why(&app), None);
    assert!(matches!(use_data_as_found(&app, ()), Err(Error::Refused { code: "data_open", .. })));
    add_contact(&app, draft("Bram")).unwrap();
    end(app);
    let app = open(folder.path()).unwrap();
    assert_eq!((why(&app), people(&app)), (None, vec!["Anna".to_owned(), "Bram".to_owned()]));
}

#[test]
fn who_only_looks_leaves_the_note_as_it_is() {
    let (folder, _) = closed();
    let before = fs::metadata(note(folder.path())).unwrap().modified().unwrap();
    let app = open(folder.path()).unwrap();
    assert_eq!(people(&app), ["Anna"]);
    assert!(note(folder.path()).exists());
    end(app);
    assert_eq!(fs::metadata(note(folder.path())).unwrap().modified().unwrap(), before);
    assert_eq!(why(&open(folder.path()).unwrap()), None);
}

#[test]
fn what_was_not_closed_has_no_note_and_opens_without_a_question() {
    let (folder, _) = closed();
    let app = open(folder.path()).unwrap();
    add_contact(&app, draft("Bram")).unwrap();
    // As a kill leaves it: the file with its log.
    let killed = tempfile::tempdir().unwrap();
    for (name, bytes) in contents(folder.path()) {
        fs::write(killed.path().join(name), bytes).unwrap();
    }
    assert!(!note(killed.path()).exists());
    end(app);
    let app = open(killed.path()).unwrap();
    assert_eq!((why(&app), people(&app)), (None, vec!["Anna".to_owned(), "Bram".to_owned()]));
    end(app);
    assert!(note(killed.path()).exists());
}

#[test]
fn a_note_that_this_rappel_does_not_understand_goes_with_the_first_change() {
    let (folder, _) = closed();
    fs::write(note(folder.path()), r#"{"of": "a later Rappel"}"#).unwrap();
    let app = open(folder.path()).unwrap();
    assert_eq!((why(&app), people(&app)), (None, vec!["Anna".to_owned()]));
    add_contact(&app, draft("Bram")).unwrap();
    assert!(!note(folder.path()).exists());
    end(app);
    assert_eq!(why(&open(folder.path()).unwrap()), None);
}

#[test]
fn sample_data_that_were_changed_are_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let samples = || demo::open_in(folder.path(), 10, Arc::new(SystemClock)).unwrap();
    let app = samples();
    let before = people(&app);
    end(app);
    let mut bytes = fs::read(database(folder.path())).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(database(folder.path()), bytes).unwrap();
    let app = samples();
    assert_eq!((why(&app), people(&app)), (None, before));
}

#[test]
fn another_file_that_was_put_there_is_asked_about() {
    let (folder, _) = closed();
    let other = tempfile::tempdir().unwrap();
    let app = open(other.path()).unwrap();
    add_contact(&app, draft("Somebody else")).unwrap();
    end(app);
    fs::copy(database(other.path()), database(folder.path())).unwrap();
    let app = open(folder.path()).unwrap();
    refuses_everything(&app);
    use_data_as_found(&app, ()).unwrap();
    assert_eq!(people(&app), ["Somebody else"]);
}

#[test]
fn whatever_takes_the_place_of_the_data_has_the_right_note() {
    let (folder, name) = closed();
    let again = || {
        assert!(note(folder.path()).exists());
        open(folder.path()).unwrap()
    };
    let app = again();
    restore_backup(&app, BackupRef { name }).unwrap();
    end(app);
    let app = again();
    assert_eq!(why(&app), None);
    set_passphrase(&app, SetPassphrase { present: None, new: Some(Passphrase::new(WORDS)) }).unwrap();
    end(app);
    let app = again();
    assert_eq!(why(&app).as_deref(), Some("locked"));
    unlock(&app, Unlock { passphrase: Passphrase::new(WORDS) }).unwrap();
    assert_eq!((why(&app), people(&app)), (None, vec!["Anna".to_owned()]));
    set_passphrase(&app, SetPassphrase { present: Some(Passphrase::new(WORDS)), new: None }).unwrap();
    end(app);
    let app = again();
    assert_eq!((why(&app), people(&app)), (None, vec!["Anna".to_owned()]));
}

#[test]
fn what_the_usual_check_finds_is_damage() {
    let (folder, _) = closed();
    let mut bytes = fs::read(database(folder.path())).unwrap();
    bytes[8192..65_536].fill(0xA5);
    fs::write(database(folder.path()), bytes).unwrap();
    let app = open(folder.path()).unwrap();
    assert_eq!(why(&app).as_deref(), Some("damaged"));
    assert_eq!(use_data_as_found(&app, ()).unwrap_err().code(), "data_open");
}
