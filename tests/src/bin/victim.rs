//! The program that the torture kills: it does its work through the commands, and tells each thing that was confirmed on a line.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;
use fastrand::Rng;
use rappel_core::clock::{Clock, SystemClock};
use rappel_core::commands::*;
use rappel_core::{App, Options};
use rappel_tests::life::{self, Life};
use rappel_tests::{FixedClock, as_found, at, monday};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["live", folder, seed] => live(folder, seed),
        ["import", folder, file] => import(folder, Path::new(file)),
        ["open", folder] => drop(open(folder)),
        ["back-up", folder, seed] => back_up(folder, seed),
        ["restore", folder, one, other] => restore(folder, &[one, other]),
        ["hold", folder] => return hold(folder),
        _ => panic!("what to do, and where"),
    }
    tell("end");
}

/// Says something at once: what is killed later has said it.
fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("somebody listens");
}

fn open(folder: &str) -> Arc<App> {
    open_with(folder, &Arc::new(FixedClock::at(at(monday(), 10, 0))))
}

fn open_with(folder: &str, clock: &Arc<FixedClock>) -> Arc<App> {
    // What the one before had open may be held for a blink by a program that is started at that very moment.
    let app = rappel_tests::open_again(|| try_to_open(folder, clock));
    assert_eq!(app.shut_why(), None);
    tell("open");
    app
}

fn try_to_open(folder: &str, clock: &Arc<FixedClock>) -> rappel_core::Result<Arc<App>> {
    App::open(Options { folder: folder.into(), clock: clock.clone(), demo: false })
}

/// Each thousandth of a second is one of the clock here, so that no two backups are of the same one, whichever program made them.
fn passed() -> TimeDelta {
    TimeDelta::seconds(SystemClock.now().utc.timestamp_millis() % 30_000_000)
}

fn seeded(seed: &str) -> Rng {
    Rng::with_seed(seed.parse().expect("a seed"))
}

/// Lives until it is killed.
fn live(folder: &str, seed: &str) {
    let (app, mut rng) = (open(folder), seeded(seed));
    let mut life = Life::of(&app).expect("a life");
    loop {
        deed(&app, &mut life, &mut rng);
    }
}

fn deed(app: &App, life: &mut Life, rng: &mut Rng) {
    let deed = life.choose(rng);
    life.begin(deed);
    tell(&deed.to_string());
    life::perform(app, life, deed).unwrap_or_else(|error| panic!("{deed}: {error}"));
    life.done();
    tell("done");
}

fn import(folder: &str, file: &Path) {
    let app = open(folder);
    let kept = app.keep_file(file.to_owned());
    let seen = inspect_import(&app, InspectImport { file: kept, shape: None, encoding: None }).expect("a list");
    let run = dry_run_import(&app, as_found(&seen));
    let number = run.expect("a dry run").number;
    tell("import");
    run_import(&app, RunImport { number, duplicates: Decision::Add, rows: Vec::new() }).expect("an import");
    tell("done");
}

/// Lives, and makes a backup every few deeds, until it is killed.
fn back_up(folder: &str, seed: &str) {
    let clock = Arc::new(FixedClock::at(at(monday(), 10, 0) + passed()));
    let (app, mut rng) = (open_with(folder, &clock), seeded(seed));
    let mut life = Life::of(&app).expect("a life");
    loop {
        deed(&app, &mut life, &mut rng);
        if rng.u8(..4) == 0 {
            clock.set(at(monday(), 10, 0) + passed());
            tell("backup");
            tell(&format!("made {}", make_backup(&app, ()).expect("a backup")));
        }
    }
}

/// Restores one of two backups and then the other, until it is killed.
fn restore(folder: &str, names: &[&str]) {
    let clock = Arc::new(FixedClock::at(at(monday(), 10, 0) + passed()));
    let app = open_with(folder, &clock);
    for name in names.iter().cycle() {
        clock.set(at(monday(), 10, 0) + passed());
        tell(&format!("restore {name}"));
        restore_backup(&app, BackupRef { name: (*name).to_owned() }).expect("a restored backup");
        tell("done");
    }
}

/// Takes the folder, as soon as it is told to, and holds it until its input ends.
fn hold(folder: &str) {
    tell("ready");
    let mut input = std::io::stdin().lock();
    let _ = input.read(&mut [0]).expect("the word to begin");
    match try_to_open(folder, &Arc::new(FixedClock::at(at(monday(), 10, 0)))) {
        Ok(app) => {
            add_contact(&app, rappel_tests::draft("The one who writes")).expect("a contact");
            tell("holds");
            let _ = input.read(&mut [0]);
        }
        Err(error) => tell(error.code()),
    }
}
