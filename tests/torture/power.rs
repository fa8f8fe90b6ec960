//! The power goes at any moment: what was confirmed is there, half of nothing is, and backups are whole or not there.
//!
//! What a program does to its disk is recorded once and done again up to each moment at which something was brought down, with what
//! was not brought down lost, there, or there in part. Each of these disks is then opened as after the next start.

use std::fs;
use std::path::Path;

use rappel_core::App;
use rappel_core::commands::*;
use rappel_tests::as_found;
use rappel_tests::life::{Deed, Life, perform, sound};
use tempfile::TempDir;

use crate::disk::{Amount, Cut, Disk, Log, Order};
use crate::killed::{lived, two_backups};
use crate::size::{Torture, is_long};
use crate::start::{open_sound, place};

/// How the power may go: the contents of files and their names, each lost, there, or there in part.
const CUTS: [Cut; 6] = [
    Cut { contents: Amount::Nothing, names: Amount::Nothing },
    Cut { contents: Amount::Nothing, names: Amount::All },
    Cut { contents: Amount::All, names: Amount::Nothing },
    Cut { contents: Amount::Some, names: Amount::All },
    Cut { contents: Amount::Some, names: Amount::Some },
    Cut { contents: Amount::All, names: Amount::Some },
];

/// The folder whose disk is recorded, with the data in it.
struct Recorded {
    place: TempDir,
    disk: Disk,
}

impl Recorded {
    fn new() -> Self {
        let place = place();
        fs::create_dir(place.path().join("disk")).unwrap();
        let disk = Disk::at(&place.path().join("disk"));
        Self { place, disk }
    }

    fn data(&self) -> std::path::PathBuf {
        self.place.path().join("disk/data")
    }

    fn perform(&self, app: &App, life: &mut Life, deed: Deed) {
        life.begin(deed);
        self.disk.mark(deed);
        perform(app, life, deed).unwrap();
        life.done();
        self.disk.mark("done");
    }
}

/// Cuts the power at every moment, or at some of them in the suite. `heard` is told what was confirmed so far, `look` looks at what
/// stands there. How many disks were looked at.
fn cut<S: Clone>(
    torture: &Torture,
    log: &Log,
    start: &S,
    mut heard: impl FnMut(&mut S, &str),
    mut look: impl FnMut(&mut S, &Path),
) -> u32 {
    let all = log.moments();
    let mut count = 0;
    for (round, order) in [Order::Kept, Order::Any].into_iter().enumerate() {
        let mut rng = torture.rng(round as u64);
        let mut moments = all.clone();
        if is_long() {
            // And in between.
            moments.extend((0..log.len()).filter(|_| rng.u8(..8) == 0));
        } else {
            moments.retain(|_| rng.usize(..all.len().max(40)) < 40);
        }
        moments.push(log.len());
        moments.sort_unstable();
        moments.dedup();
        let (mut replay, mut state) = (log.replay(order), start.clone());
        for moment in moments {
            for mark in replay.go_to(moment) {
                heard(&mut state, mark);
            }
            let all_ways = is_long() && rng.u8(..8) == 0;
            let cuts = if all_ways { &CUTS[..] } else { std::slice::from_ref(&CUTS[rng.usize(..CUTS.len())]) };
            for how in cuts {
                let place = place();
                replay.cut(*how, &mut rng, place.path());
                let looked = std::panic::AssertUnwindSafe(|| look(&mut state.clone(), &place.path().join("data")));
                if let Err(why) = std::panic::catch_unwind(looked) {
                    let kept = std::env::temp_dir().join(format!("rappel-power-{moment}"));
                    let _ = fs::remove_dir_all(&kept);
                    crate::start::copy(place.path(), &kept);
                    println!("the power went at {moment} of {}, {how:?}, {order:?}: {}", log.len(), kept.display());
                    std::panic::resume_unwind(why);
                }
                count += 1;
            }
        }
    }
    count
}

/// Takes down what was said of a deed.
fn take_down(life: &mut Life, mark: &str) {
    match mark.parse::<Deed>() {
        Ok(deed) => life.begin(deed),
        Err(()) if mark == "done" => life.done(),
        Err(()) => life.started_anew(),
    }
}

#[test]
fn what_is_recorded_is_what_stands_on_the_disk() {
    let it = Recorded::new();
    it.disk.record();
    let app = open_sound(&it.data());
    it.perform(&app, &mut Life::default(), Deed::Add(0));
    let name = make_backup(&app, ()).unwrap();
    restore_backup(&app, BackupRef { name }).unwrap();
    drop(app);
    let log = it.disk.log();
    let again = place();
    let mut replay = log.replay(Order::Kept);
    replay.go_to(log.len());
    let all = Cut { contents: Amount::All, names: Amount::All };
    replay.cut(all, &mut fastrand::Rng::new(), again.path());
    for folder in ["data", "data/backups"] {
        let (there, here) = (again.path().join(folder), it.place.path().join("disk").join(folder));
        let names = |folder: &Path| {
            let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name()).collect();
            names.sort();
            names
        };
        assert_eq!(names(&there), names(&here));
        for name in names(&there) {
            let (a, b) = (there.join(&name), here.join(&name));
            assert!(a.is_dir() || fs::read(&a).unwrap() == fs::read(&b).unwrap(), "{}", a.display());
        }
    }
    // With nothing more than what was brought down, all of it is there as well.
    let down = place();
    replay.cut(CUTS[0], &mut fastrand::Rng::new(), down.path());
    assert_eq!(list_backups(&open_sound(&down.path().join("data")), ()).unwrap().list.len(), 2);
}

#[test]
fn what_was_confirmed_outlives_the_power() {
    let torture = Torture::begin("power cut while writing");
    let it = Recorded::new();
    it.disk.record();
    let (mut life, mut rng) = (Life::default(), torture.rng(9));
    for _ in 0..3 {
        let app = open_sound(&it.data());
        it.disk.mark("start");
        life.started_anew();
        for _ in 0..if is_long() { 40 } else { 8 } {
            let deed = life.choose(&mut rng);
            it.perform(&app, &mut life, deed);
        }
    }
    let log = it.disk.log();
    let count = cut(&torture, &log, &Life::default(), take_down, |life, folder| {
        if folder.exists() || life.confirmed > 0 {
            life.look_over(&open_sound(folder), true);
        }
    });
    torture.end(format!("{count} disks"), format!("all of {} confirmed writes there, none half there", life.confirmed));
}

#[test]
fn a_backup_outlives_the_power_whole_or_is_not_there() {
    let torture = Torture::begin("power cut while backing up");
    let it = Recorded::new();
    let mut life = lived(&it.data(), 10);
    it.disk.record();
    let start = life.clone();
    let app = open_sound(&it.data());
    for n in 10..14 {
        it.perform(&app, &mut life, Deed::Add(n));
        it.disk.mark(format!("made {}", make_backup(&app, ()).unwrap()));
    }
    drop(app);
    let (log, mut whole) = (it.disk.log(), 0);
    let made = |made: &mut (Life, Vec<(String, Life)>), mark: &str| match mark.strip_prefix("made ") {
        Some(name) => {
            let saved = made.0.clone();
            made.1.push((name.to_owned(), saved));
        }
        None => take_down(&mut made.0, mark),
    };
    let count = cut(&torture, &log, &(start, Vec::new()), made, |(life, made), folder| {
        let app = open_sound(folder);
        life.look_over(&app, false);
        let list = list_backups(&app, ()).unwrap().list;
        // Three made by hand are kept. Of the one that goes the note may be gone first.
        assert!(list.iter().take(3).all(|it| it.state == BackupState::Good), "{list:?}");
        for (name, saved) in made.iter_mut().rev().take(1) {
            assert!(list.iter().any(|it| it.name == *name), "{name} is gone");
            restore_backup(&app, BackupRef { name: name.clone() }).unwrap();
            saved.look_over(&app, true);
            whole += 1;
        }
    });
    torture.end(format!("{count} disks"), format!("only good backups, and {whole} restored after it"));
}

#[test]
fn a_restoring_outlives_the_power_with_the_one_or_the_other() {
    let torture = Torture::begin("power cut while restoring");
    let it = Recorded::new();
    let (names, lives) = two_backups(&it.data());
    let app = open_sound(&it.data());
    it.disk.record();
    for name in [&names[0], &names[1], &names[0]] {
        it.disk.mark(name);
        restore_backup(&app, BackupRef { name: name.clone() }).unwrap();
        it.disk.mark("done");
    }
    drop(app);
    // What stands there, and what is under way.
    let heard = |(stands, comes): &mut (usize, Option<usize>), mark: &str| match mark {
        "done" => *stands = comes.take().unwrap(),
        name => *comes = names.iter().position(|it| it == name),
    };
    let count = cut(&torture, &it.disk.log(), &(1, None), heard, |(stands, comes), folder| {
        let app = open_sound(folder);
        sound(&app);
        let people = open_people(&app, PeopleQuery::default()).unwrap().total as usize;
        let found = lives.iter().position(|life| life.len() == people).expect("one of the two");
        assert!(found == *stands || Some(found) == *comes, "{found} stands there, not {stands}");
        lives[found].clone().look_over(&app, true);
        let list = list_backups(&app, ()).unwrap().list;
        assert!(names.iter().all(|name| list.iter().any(|it| it.name == *name && it.state == BackupState::Good)));
    });
    torture.end(format!("{count} disks"), "each time one of the two, whole");
}

#[test]
fn an_import_outlives_the_power_whole_or_not_at_all() {
    const ROWS: u32 = 60;
    let torture = Torture::begin("power cut while importing");
    let it = Recorded::new();
    let life = lived(&it.data(), 5);
    let file = it.place.path().join("list.csv");
    let rows: String = (0..ROWS).map(|row| format!("Bram;N{row} Common;b{row}@example.org\n")).collect();
    fs::write(&file, format!("First name;Last name;E-mail\n{rows}")).unwrap();
    let app = open_sound(&it.data());
    it.disk.record();
    let seen = inspect_import(&app, InspectImport { file: app.keep_file(file), shape: None, encoding: None }).unwrap();
    let run = dry_run_import(&app, as_found(&seen));
    let (number, rows) = (run.unwrap().number, Vec::new());
    run_import(&app, RunImport { number, duplicates: Decision::Add, rows }).unwrap();
    it.disk.mark("done");
    drop(app);
    let (mut whole, mut none) = (0, 0);
    let count = cut(
        &torture,
        &it.disk.log(),
        &(life, false),
        |state, _| state.1 = true,
        |(life, done), folder| {
            let app = open_sound(folder);
            life.look_over(&app, false);
            let search = PeopleQuery { search: "common".to_owned(), ..PeopleQuery::default() };
            let came = open_people(&app, search).unwrap().total;
            assert!(came == ROWS || (came == 0 && !*done), "{came} of {ROWS} came in");
            (whole, none) = (whole + u32::from(came > 0), none + u32::from(came == 0));
        },
    );
    torture.end(format!("{count} disks"), format!("{whole} times whole, {none} times not at all"));
}

#[test]
fn a_migration_outlives_the_power() {
    let torture = Torture::begin("power cut while migrating");
    let it = Recorded::new();
    fs::create_dir(it.data()).unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/databases/0.1.0.db");
    fs::copy(fixture, it.data().join("rappel.db")).unwrap();
    it.disk.record();
    let app = open_sound(&it.data());
    let people = open_people(&app, PeopleQuery::default()).unwrap().total;
    drop(app);
    let count = cut(
        &torture,
        &it.disk.log(),
        &(),
        |(), _| {},
        |(), folder| {
            let app = open_sound(folder);
            sound(&app);
            assert_eq!(open_people(&app, PeopleQuery::default()).unwrap().total, people);
            assert!(list_backups(&app, ()).unwrap().list.iter().all(|it| it.state == BackupState::Good));
        },
    );
    torture.end(format!("{count} disks"), format!("{people} people there each time"));
}
