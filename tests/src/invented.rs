//! The invented people that measurements are made on, kept among the build files: the demo of today, and copies of it for what writes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::folder::{ENDS_WITHIN, once_free};
use rappel_core::{App, Options, demo};

/// A `RAPPEL_HOME` whose demo has so many people. A demo that was made today is taken again.
///
/// # Panics
/// When it can't be made.
pub fn home(kept_in: &Path, people: u32) -> PathBuf {
    drop(open(kept_in, people));
    kept_in.join(format!("people-{people}"))
}

/// The folder of that demo.
pub fn folder(kept_in: &Path, people: u32) -> PathBuf {
    kept_in.join(format!("people-{people}-demo"))
}

/// Opens that demo.
///
/// # Panics
/// When it can't be made.
pub fn open(kept_in: &Path, people: u32) -> Arc<App> {
    // Whoever had it before may still be putting its log away.
    let open = || demo::open_in(&folder(kept_in, people), people, Arc::new(SystemClock));
    once_free(ENDS_WITHIN, open).expect("invented people")
}

/// Opens a demo of few people with whom something is to be done, among others who only stand in the list. Together they are `all`.
///
/// # Panics
/// When it can't be made.
pub fn open_busy(kept_in: &Path, busy: u32, all: u32) -> Arc<App> {
    if all == busy {
        return open(kept_in, busy);
    }
    let folder = kept_in.join(format!("people-{busy}-of-{all}-demo"));
    fs::create_dir_all(&folder).expect("a folder");
    let app = demo::open_in(&folder, busy, Arc::new(SystemClock)).expect("invented people");
    if get_counts(&app, ()).expect("counts").people <= busy {
        add_others(&app, &folder, all - busy);
    }
    app
}

/// Imports people of whom nothing is known but how to reach them.
fn add_others(app: &App, folder: &Path, people: u32) {
    let file = folder.join("others.csv");
    let mut text = "First Name,Last Name,Company,E-mail Address,Mobile Phone,City\n".to_owned();
    for n in 0..people {
        let _ = writeln!(text, "Invented,Person {n},Company {},person{n}@example.org,06{n:08},Utrecht", n / 20);
    }
    fs::write(&file, text).expect("a file");
    let inspected = InspectImport { file: app.keep_file(file), encoding: None, shape: None };
    let seen = inspect_import(app, inspected.clone()).expect("a table");
    let input = DryRunImport {
        inspected,
        mapping: seen.mapping,
        dates: seen.dates,
        source: None,
        new_source: Some("Others".to_owned()),
        tags: Vec::new(),
        for_all: ForAll::default(),
    };
    let number = dry_run_import(app, input).expect("a dry run").number;
    run_import(app, RunImport { number, duplicates: Decision::Add, rows: Vec::new() }).expect("an import");
}

/// Copies the demo of so many people into another folder, to be written to.
///
/// # Panics
/// When it can't be copied.
pub fn copy(kept_in: &Path, people: u32, to: &Path) {
    // Closed, it is one file.
    drop(open(kept_in, people));
    fs::create_dir_all(to).expect("a folder");
    fs::copy(folder(kept_in, people).join("rappel.db"), to.join("rappel.db")).expect("a copy");
}

/// Opens a folder as a program does, once its file was looked through.
///
/// # Panics
/// When it can't be opened.
pub fn open_folder(folder: &Path) -> Arc<App> {
    let options = Options { folder: folder.to_owned(), clock: Arc::new(SystemClock), demo: false };
    let app = App::open(options).expect("the program");
    // A write waits until the file was looked through behind the window.
    app.write(|_| Ok(())).expect("a write");
    app
}
