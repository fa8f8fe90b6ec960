//! Copies of backups for elsewhere: sealed or not, they come back, and what is no backup is refused with its own sentence.

use std::fs;
use std::sync::Arc;

use rappel_core::commands::*;
use rappel_tests::{Chooses, Desk};

use crate::backup::{make, people};

#[test]
fn a_copy_goes_where_it_is_wanted_and_comes_back_sealed_or_not() {
    let desk = Desk::new();
    desk.add("Anna");
    let name = make(&desk);
    let stick = tempfile::tempdir().unwrap();
    desk.app.set_desktop(Arc::new(Chooses::new(Some(stick.path().to_owned()))));
    let copy = |passphrase: Option<&str>| {
        let passphrase = passphrase.map(Passphrase::new);
        copy_backup(&desk.app, CopyBackup { name: name.clone(), passphrase })
    };
    assert_eq!(copy(Some("short")).unwrap_err().code(), "passphrase_short");
    let plain = copy(None).unwrap().unwrap().file;
    let second = copy(None).unwrap().unwrap().file;
    let sealed = copy(Some("correct horse battery")).unwrap().unwrap().file;
    assert_eq!(plain, "Rappel 2026-11-23 10.00.db");
    assert_eq!(second, "Rappel 2026-11-23 10.00 (2).db");
    assert_eq!(sealed, "Rappel 2026-11-23 10.00.db.age");
    let held = fs::read(stick.path().join(&sealed)).unwrap();
    assert!(!held.windows(4).any(|it| it == b"Anna"), "nobody reads a name in it");

    let choose = |file: &str| {
        desk.app.set_desktop(Arc::new(Chooses::new(Some(stick.path().join(file)))));
        choose_backup(&desk.app, ()).unwrap().unwrap()
    };
    let restore = |chosen: &ChosenBackup, passphrase: Option<&str>| {
        let passphrase = passphrase.map(Passphrase::new);
        restore_file(&desk.app, RestoreFile { token: chosen.file.token, passphrase })
    };
    desk.add("Bram");
    let chosen = choose(&sealed);
    assert!(chosen.sealed);
    assert_eq!(restore(&chosen, Some("wrong horse battery")).unwrap_err().code(), "wrong_passphrase");
    assert_eq!(restore(&chosen, None).unwrap_err().code(), "wrong_passphrase");
    assert_eq!(people(&desk.app).len(), 2);
    restore(&chosen, Some("correct horse battery")).unwrap();
    assert_eq!(people(&desk.app), ["Anna"]);
    desk.add("Carla");
    let chosen = choose(&plain);
    assert!(!chosen.sealed);
    restore(&chosen, None).unwrap();
    assert_eq!(people(&desk.app), ["Anna"]);

    // Half a file, another kind of file, and one of a later version.
    let broken = stick.path().join("broken");
    fs::write(&broken, &held[..held.len() / 2]).unwrap();
    assert_eq!(restore(&choose("broken"), Some("correct horse battery")).unwrap_err().code(), "backup_damaged");
    fs::write(&broken, "Name;E-mail\n").unwrap();
    assert_eq!(restore(&choose("broken"), None).unwrap_err().code(), "not_a_backup");
    fs::write(&broken, "").unwrap();
    assert_eq!(restore(&choose("broken"), None).unwrap_err().code(), "not_a_backup");
    let mut whole = fs::read(stick.path().join(&plain)).unwrap();
    fs::write(&broken, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(restore(&choose("broken"), None).unwrap_err().code(), "backup_damaged");
    whole[63] = 99; // the user version
    fs::write(&broken, &whole).unwrap();
    assert_eq!(restore(&choose("broken"), None).unwrap_err().code(), "backup_newer");
    assert_eq!(people(&desk.app), ["Anna"]);
}
