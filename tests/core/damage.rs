//! A damaged database is never written to and can be replaced; one of a newer Rappel is left alone.

use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use rappel_core::Error;
use rappel_core::commands::*;
use rappel_domain::conversation::Ending;
use rappel_domain::process::Place;
use rappel_tests::{draft, talk};

use crate::backup::{contents, cut, open};

/// A folder with a backup of one person and data with more, damaged by `damage`.
fn damaged(damage: impl FnOnce(&Path)) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path()).unwrap();
    for number in 0..200 {
        add_contact(&app, draft(&format!("Person {number}"))).unwrap();
    }
    let name = make_backup(&app, ()).unwrap();
    add_contact(&app, draft("After the backup")).unwrap();
    drop(app);
    damage(&folder.path().join("rappel.db"));
    (folder, name)
}

#[test]
fn damaged_data_are_not_written_to_and_a_backup_takes_their_place() {
    type Damage = fn(&Path);
    let cases: [(&str, Damage); 6] = [
        ("a file whose log was lost", |db| {
            let blank = rappel_core::storage::Db::open(db.with_extension("blank")).unwrap();
            blank.execute_batch("PRAGMA user_version = 0; VACUUM; PRAGMA journal_mode = WAL").unwrap();
            drop(blank);
            fs::rename(db.with_extension("blank"), db).unwrap();
        }),
        ("a cut end", |db| cut(db, fs::metadata(db).unwrap().len() * 2 / 3)),
        ("noise over the first page", |db| {
            OpenOptions::new().write(true).open(db).unwrap().write_all(&[0xA5; 4096]).unwrap()
        }),
        ("noise in the middle", |db| {
            let mut file = OpenOptions::new().write(true).open(db).unwrap();
            file.seek(SeekFrom::Start(8192)).unwrap();
            file.write_all(&[0xA5; 65_536]).unwrap();
        }),
        ("an empty file", |db| cut(db, 0)),
        ("no file", |db| fs::remove_file(db).unwrap()),
    ];
    for (what, damage) in cases {
        let (folder, name) = damaged(damage);
        let before = contents(folder.path());
        let app = open(folder.path()).unwrap();
        let code = get_damage(&app, ()).unwrap().code.expect(what);
        assert!(["damaged", "data_missing"].contains(&code.as_str()), "{what}: {code}");
        assert_eq!(get_frame(&app, ()).unwrap_err().code(), code);
        assert_eq!(add_contact(&app, draft("Nobody")).unwrap_err().code(), code);
        assert_eq!(make_backup(&app, ()).unwrap_err().code(), code);
        // A second program is kept out all the same.
        assert!(matches!(open(folder.path()), Err(Error::Refused { code: "in_use", .. })));
        drop(app);
        assert!(contents(folder.path()) == before, "{what}: not a byte changed");

        let app = open(folder.path()).unwrap();
        restore_backup(&app, BackupRef { name }).unwrap();
        assert_eq!(get_damage(&app, ()).unwrap().code, None);
        assert_eq!(open_people(&app, PeopleQuery::default()).unwrap().total, 200);
        add_contact(&app, draft("Somebody")).unwrap();
        drop(app);
        let after = contents(folder.path());
        let old = before.iter().find(|(name, _)| name == "rappel.db").map(|(_, bytes)| bytes);
        let aside = after.iter().find(|(name, _)| name.starts_with("rappel-damaged-")).map(|(_, bytes)| bytes);
        assert!(aside == old, "{what}: the damaged file is kept");
        assert_eq!(open_people(&open(folder.path()).unwrap(), PeopleQuery::default()).unwrap().total, 201);
    }
}

#[test]
fn damage_that_shows_while_rappel_runs_shuts_the_data() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path()).unwrap();
    for number in 0..300 {
        add_contact(&app, draft(&format!("Person {number}"))).unwrap();
    }
    let name = make_backup(&app, ()).unwrap();
    drop(app);
    let app = open(folder.path()).unwrap();
    let db = folder.path().join("rappel.db");
    let bytes = fs::metadata(&db).unwrap().len();
    let mut file = OpenOptions::new().write(true).open(&db).unwrap();
    file.seek(SeekFrom::Start(16_384)).unwrap();
    file.write_all(&vec![0xA5; usize::try_from(bytes).unwrap() - 16_384]).unwrap();
    // Whatever is read first that lies there.
    let _ = get_today(&app, ());
    let _ = open_people(&app, PeopleQuery::default());
    assert_eq!(get_damage(&app, ()).unwrap().code.as_deref(), Some("damaged"));
    assert_eq!(add_contact(&app, draft("Nobody")).unwrap_err().code(), "damaged");
    restore_backup(&app, BackupRef { name }).unwrap();
    assert_eq!(open_people(&app, PeopleQuery::default()).unwrap().total, 300);
}

#[test]
fn without_a_backup_one_can_begin_afresh_and_the_damaged_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rappel.db"), [0xA5; 9000]).unwrap();
    let app = open(folder.path()).unwrap();
    assert_eq!(get_damage(&app, ()).unwrap().code.as_deref(), Some("damaged"));
    begin_afresh(&app, ()).unwrap();
    assert_eq!(begin_afresh(&app, ()).unwrap_err().code(), "data_open");
    assert!(!get_settings(&app, ()).unwrap().steps.is_empty(), "it is a first start");
    let aside = contents(folder.path()).into_iter().find(|(name, _)| name.starts_with("rappel-damaged-")).unwrap();
    assert!(aside.1 == [0xA5; 9000]);
}

#[test]
fn a_refusal_is_carried_over_from_data_that_are_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path()).unwrap();
    let anna = add_contact(&app, draft("Anna")).unwrap();
    let name = make_backup(&app, ()).unwrap();
    let no =
        Ending::No { permission: rappel_domain::process::Permission::Refused, ask_again: None, reason: String::new() };
    log_conversation(&app, talk(anna, "Never again.", no)).unwrap();
    drop(app);
    // The last page is some index or text, not the table of people.
    let db = folder.path().join("rappel.db");
    cut(&db, fs::metadata(&db).unwrap().len() - 4096);
    let app = open(folder.path()).unwrap();
    restore_backup(&app, BackupRef { name }).unwrap();
    assert_eq!(get_person(&app, ContactRef { contact: anna }).unwrap().row.place, Place::DoNotContact);
}

#[test]
fn a_file_of_a_newer_rappel_is_left_as_it_is() {
    let (folder, _) = damaged(|db| {
        let mut bytes = fs::read(db).unwrap();
        bytes[63] = 99; // the user version
        fs::write(db, bytes).unwrap();
    });
    let before = contents(folder.path());
    assert!(matches!(open(folder.path()), Err(Error::Refused { code: "newer", .. })));
    assert!(contents(folder.path()) == before);
}
