//! A database that was damaged by chance: nothing panics, whatever changed in it while it was closed is noticed, from then on not a
//! byte is written to it, and the newest good backup brings everything back.

use std::fs;
use std::path::Path;

use fastrand::Rng;
use rappel_core::App;
use rappel_core::commands::*;
use rappel_domain::backup::BackupKind;
use rappel_tests::life::{Life, sound};

use crate::killed::lived;
use crate::size::{Torture, times};
use crate::start::{copy, open, open_sound, place};

/// One way in which disks, and the programs beside, spoil files.
fn spoil(bytes: &mut Vec<u8>, rng: &mut Rng) -> &'static str {
    let at = rng.usize(..bytes.len());
    let page = at / 4096 * 4096;
    match rng.u8(..6) {
        0 | 1 => {
            bytes[at] ^= 1 << rng.u8(..8);
            "one bit"
        }
        2 => {
            for _ in 0..rng.usize(2..30) {
                let at = rng.usize(..bytes.len());
                bytes[at] ^= 1 << rng.u8(..8);
            }
            "some bits"
        }
        3 => {
            let end = (page + 4096 * rng.usize(1..4)).min(bytes.len());
            bytes[page..end].fill(0);
            "pages of zeros"
        }
        4 => {
            bytes.truncate(at);
            "a cut end"
        }
        _ => {
            let other = rng.usize(..bytes.len() / 4096) * 4096;
            let page_of_other = bytes[other..other + 4096].to_vec();
            bytes[page..page + 4096].copy_from_slice(&page_of_other);
            "a page at another's place"
        }
    }
}

/// All that stands in the tables, as text; none where it can't be read to its end.
fn contents(app: &App) -> Option<Vec<String>> {
    let read = app.read(|db| {
        let mut tables = db.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\'
               AND name NOT LIKE 'sqlite_%' ORDER BY name",
        )?;
        let names = tables.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        let mut found = Vec::new();
        for name in names {
            let mut rows = db.prepare(&format!("SELECT * FROM \"{name}\""))?;
            let columns = rows.column_count();
            let mut rows = rows.query([])?;
            while let Some(row) = rows.next()? {
                let cells: Vec<_> = (0..columns).map(|at| row.get_ref(at).map(|it| format!("{it:?}"))).collect::<Result<_, _>>()?;
                found.push(format!("{name}: {}", cells.join(", ")));
            }
        }
        Ok(found)
    });
    read.ok()
}

/// What became of a damaged file.
enum Became {
    /// It was noticed at the start.
    Shut,
    /// It was noticed when a backup was made.
    Noticed,
    /// All is as it was: what was hit holds nothing.
    Same,
    /// Something else stands there, and nobody noticed.
    Unnoticed(&'static str, String),
}

#[test]
fn whatever_is_damaged_while_it_is_closed_is_noticed_and_the_backup_brings_it_back() {
    let unnoticed = damaged("damaged by chance while closed", true);
    assert!(unnoticed.is_empty(), "{} changed something unnoticed", unnoticed.len());
}

/// After a crash no note says how the file was left. A letter that became a capital, or one in a place that no index holds, is then seen by
/// no check.
#[test]
fn what_is_damaged_after_a_crash_is_mostly_noticed() {
    let unnoticed = damaged("damaged by chance after a crash", false);
    let times = times(100, 1_000);
    assert!(unnoticed.len() as u32 * 10 <= times, "{} of {times} changed something unnoticed", unnoticed.len());
}

/// Damages a file again and again, with or without the note of how it was left; what went unnoticed.
fn damaged(what: &'static str, noted: bool) -> Vec<String> {
    let torture = Torture::begin(what);
    let (times, mut rng) = (times(100, 1_000), torture.rng(0));
    let place = place();
    let (template, folder) = (place.path().join("template"), place.path().join("data"));
    let life = lived(&template, 120);
    let (whole, name) = {
        let app = open_sound(&template);
        rappel_core::commands::add_sample_people(&app, ()).unwrap();
        let lived = (contents(&app).unwrap(), make_backup(&app, ()).unwrap());
        if noted {
            app.end();
        }
        lived
    };
    assert_eq!(template.join("rappel-closed.json").exists(), noted);
    let bytes = fs::read(template.join("rappel.db")).unwrap();
    let (mut shut, mut noticed, mut same, mut unnoticed) = (0, 0, 0, Vec::new());
    for _ in 0..times {
        let _ = fs::remove_dir_all(&folder);
        copy(&template, &folder);
        let mut damaged = bytes.clone();
        let how = spoil(&mut damaged, &mut rng);
        if damaged == bytes {
            continue;
        }
        fs::write(folder.join("rappel.db"), &damaged).unwrap();
        match become_of(&folder, &damaged, &whole, how) {
            Became::Shut => shut += 1,
            Became::Noticed => noticed += 1,
            Became::Same => {
                same += 1;
                continue;
            }
            Became::Unnoticed(how, what) => {
                unnoticed.push(format!("{how}: {what}"));
                continue;
            }
        }
        restored(&folder, &name, &life);
    }
    println!("unnoticed:\n{}", unnoticed.join("\n"));
    torture.end(
        format!("{times} damages"),
        format!(
            "{shut} noticed at the start, {noticed} at the next backup, {same} changed nothing, {} unnoticed",
            unnoticed.len()
        ),
    );
    unnoticed
}

fn become_of(folder: &Path, damaged: &[u8], whole: &[String], how: &'static str) -> Became {
    let file = folder.join("rappel.db");
    // A file of which too little is left to tell whose it was is nobody's to restore over.
    let app = match open(folder) {
        Ok(app) => app,
        Err(error) => {
            assert!(matches!(error.code(), "newer" | "not_ours"), "{error}");
            assert!(fs::read(&file).unwrap() == damaged, "{how}: it is left alone");
            return Became::Same;
        }
    };
    if app.shut_why().is_none() {
        let found = contents(&app);
        let backup = make_backup(&app, ());
        if backup.is_ok() && found.as_deref() == Some(whole) {
            return Became::Same;
        }
        if backup.is_ok() {
            let found = found.unwrap_or_default();
            let other = found.iter().find(|it| !whole.contains(it)).cloned();
            return Became::Unnoticed(
                how,
                other.unwrap_or_else(|| format!("{} rows, not {}", found.len(), whole.len())),
            );
        }
        let error = backup.unwrap_err();
        if error.code() != "damaged" || app.shut_why().is_none() {
            return Became::Unnoticed(how, format!("a backup said {error}, and the data go on being written to"));
        }
        let now = fs::read(&file).unwrap();
        assert_eq!(add_contact(&app, rappel_tests::draft("Nobody")).unwrap_err().code(), "damaged");
        app.end();
        drop(app);
        assert!(fs::read(&file).unwrap() == now, "{how}: something was written after it was noticed");
        return Became::Noticed;
    }
    // Whatever is asked for, nothing of it reaches the file.
    for code in [
        add_contact(&app, rappel_tests::draft("Nobody")).unwrap_err().code(),
        get_today(&app, ()).unwrap_err().code(),
        make_backup(&app, ()).unwrap_err().code(),
    ] {
        assert!(matches!(code, "damaged" | "data_changed" | "data_missing"), "{how}: {code}");
    }
    app.end();
    drop(app);
    assert!(fs::read(&file).unwrap() == damaged, "{how}: it was written to");
    Became::Shut
}

/// The newest good backup is offered, and brings everything back.
fn restored(folder: &Path, name: &str, life: &Life) {
    let app = open(folder).unwrap();
    let list = list_backups(&app, ()).unwrap().list;
    let newest = list.iter().find(|it| it.state == BackupState::Good && it.kind == BackupKind::ByHand).unwrap();
    assert_eq!(newest.name, name);
    restore_backup(&app, BackupRef { name: name.to_owned() }).unwrap();
    assert_eq!(app.shut_why(), None);
    sound(&app);
    life.clone().look_over(&app, false);
}
