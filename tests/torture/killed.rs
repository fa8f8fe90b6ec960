//! Killed at any moment, while writing, importing, migrating, backing up or restoring: the data open, are sound, hold all that was
//! confirmed and half of nothing.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fastrand::Rng;
use rappel_core::App;
use rappel_core::commands::*;
use rappel_tests::life::{Deed, Life, perform, sound};

use crate::size::{Torture, times};
use crate::start::{copy, open_sound, place};

/// After so many kills the data are begun anew, as the look over all of them takes longer the more there are.
const KILLS_OF_ONE_LIFE: u32 = 150;

/// Runs the victim and kills it after a while; the lines it said. It may have come to its end.
fn kill_after(while_: Duration, words: &[&str]) -> Vec<String> {
    let mut victim = Command::new(env!("CARGO_BIN_EXE_victim"))
        .args(words)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(while_);
    let _ = victim.kill();
    let (mut said, mut cried) = (String::new(), String::new());
    victim.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    victim.stderr.take().unwrap().read_to_string(&mut cried).unwrap();
    victim.wait().unwrap();
    assert!(!cried.contains("panicked"), "{cried}");
    // The last line may be torn.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    whole.lines().map(str::to_owned).collect()
}

/// How long the victim takes until it said something, or to its end.
fn time_to(word: &str, words: &[&str]) -> Duration {
    let start = Instant::now();
    let mut while_ = Duration::from_millis(5);
    loop {
        let said = kill_after(while_, words);
        if said.iter().any(|line| line.starts_with(word)) {
            return while_;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "it never said {word}: {said:?}");
        while_ = while_.mul_f32(1.5);
    }
}

fn some(rng: &mut Rng, longest: Duration) -> Duration {
    Duration::from_micros(rng.u64(..=u64::try_from(longest.as_micros()).unwrap()))
}

/// Takes down what a victim said of its deeds.
fn take_down(life: &mut Life, said: &[String]) {
    life.started_anew();
    for line in said {
        if let Ok(deed) = line.parse::<Deed>() {
            life.begin(deed);
        } else if line == "done" {
            life.done();
        }
    }
}

fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

#[test]
fn whoever_is_killed_while_writing_finds_all_that_was_confirmed() {
    let torture = Torture::begin("killed while writing");
    let kills = times(300, 10_000);
    let lives = kills.div_ceil(KILLS_OF_ONE_LIFE);
    let shares: Vec<u32> = (0..lives).map(|life| KILLS_OF_ONE_LIFE.min(kills - life * KILLS_OF_ONE_LIFE)).collect();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let (confirmed, torn) = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let mut came = (0, 0);
                    while let Some((at, kills)) = {
                        let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        shares.get(at).map(|kills| (at, *kills))
                    } {
                        let (confirmed, torn) = a_life(&mut torture.rng(at as u64), kills);
                        came = (came.0 + confirmed, came.1 + torn);
                    }
                    came
                })
            })
            .collect();
        workers.into_iter().map(|it| it.join().unwrap()).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
    });
    torture.end(
        format!("{kills} kills"),
        format!("all {confirmed} confirmed writes there, none half there; {torn} kills in the middle of one"),
    );
}

/// One life with so many kills: how many writes were confirmed, and how often a kill came in the middle of one.
fn a_life(rng: &mut Rng, kills: u32) -> (u64, u32) {
    let place = place();
    let folder = place.path().join("data");
    let start = time_to("open", &["live", path(&folder), "1"]);
    drop(place);
    let place = self::place();
    let folder = place.path().join("data");
    let (mut life, mut torn) = (Life::default(), 0);
    for kill in 1..=kills {
        let seed = rng.u64(..).to_string();
        // Most in the middle of writing, some while it starts.
        let while_ = if rng.u8(..5) == 0 { some(rng, start) } else { start.mul_f32(0.7) + some(rng, start) };
        let said = kill_after(while_, &["live", path(&folder), &seed]);
        take_down(&mut life, &said);
        torn += u32::from(said.last().is_some_and(|line| line.parse::<Deed>().is_ok()));
        if !folder.exists() {
            continue;
        }
        // Looked over where they are, or as a copy, so that the next one finds the log as the last one left it.
        let copied = place.path().join("copy");
        let looked_at = if rng.bool() { &folder } else { &copied };
        if looked_at == &copied {
            copy(&folder, &copied);
        }
        let app = open_sound(looked_at);
        life.look_over(&app, kill == kills);
        drop(app);
        let _ = fs::remove_dir_all(&copied);
    }
    (life.confirmed, torn)
}

/// Data with so many people, and the life in them.
pub fn lived(folder: &Path, people: u32) -> Life {
    let (app, mut life) = (open_sound(folder), Life::default());
    for n in 0..people {
        for deed in [Deed::Add(n), Deed::Talk(n)] {
            life.begin(deed);
            perform(&app, &life, deed).unwrap();
            life.done();
        }
    }
    life
}

fn count(app: &App, search: &str) -> u32 {
    open_people(app, PeopleQuery { search: search.to_owned(), ..PeopleQuery::default() }).unwrap().total
}

#[test]
fn an_import_that_is_killed_came_in_whole_or_not_at_all() {
    const ROWS: u32 = 120;
    let torture = Torture::begin("killed while importing");
    let (kills, mut rng) = (times(20, 500), torture.rng(0));
    let (mut whole, mut none) = (0, 0);
    let mut place = place();
    let write = |place: &Path, number: u32| {
        let rows = (0..ROWS).map(|row| format!("Bram;N{row} X{number}Y;b{row}.{number}@example.org\n"));
        let file = place.join("list.csv");
        fs::write(&file, format!("First name;Last name;E-mail\n{}", rows.collect::<String>())).unwrap();
        file
    };
    let folder = |place: &Path| place.join("data");
    let mut life = lived(&folder(place.path()), 5);
    let file = write(place.path(), 0);
    let longest = time_to("done", &["import", path(&folder(place.path())), path(&file)]);
    for number in 1..=kills {
        if number % 20 == 1 {
            place = self::place();
            life = lived(&folder(place.path()), 5);
        }
        let (folder, file) = (folder(place.path()), write(place.path(), number));
        let before = fs::read_dir(folder.join("backups")).map_or(0, Iterator::count);
        let said = kill_after(some(&mut rng, longest), &["import", path(&folder), path(&file)]);
        let app = open_sound(&folder);
        life.look_over(&app, false);
        let came = count(&app, &format!("x{number}y"));
        assert!(came == 0 || came == ROWS, "{came} of {ROWS} came in");
        assert!(came == ROWS || !said.iter().any(|line| line == "done"), "a confirmed import is not there");
        if came == ROWS {
            assert!(before > 0 || fs::read_dir(folder.join("backups")).unwrap().count() > 0, "a backup came first");
        }
        let batches = list_imports(&app, ()).unwrap().iter().filter(|it| it.added == ROWS).count();
        assert!(batches > 0 || came == 0, "the batch came in with its people");
        (whole, none) = (whole + u32::from(came > 0), none + u32::from(came == 0));
    }
    torture.end(format!("{kills} kills"), format!("{whole} came in whole, {none} not at all"));
}

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/databases");
    let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn data_of_an_older_version_outlive_a_kill_while_they_are_migrated() {
    let torture = Torture::begin("killed while migrating");
    let (kills, mut rng) = (times(20, 500), torture.rng(0));
    // The newest fixture may be of this very version: opening that is a start like any other.
    let fixtures: Vec<_> = fixtures();
    let people: Vec<u32> = fixtures
        .iter()
        .map(|fixture| {
            let place = place();
            fs::copy(fixture, place.path().join("rappel.db")).unwrap();
            count(&open_sound(place.path()), "")
        })
        .collect();
    let longest = {
        let place = place();
        fs::copy(&fixtures[0], place.path().join("rappel.db")).unwrap();
        time_to("end", &["open", path(place.path())])
    };
    let mut ended = 0;
    for number in 0..kills as usize {
        let (fixture, people) = (&fixtures[number % fixtures.len()], people[number % fixtures.len()]);
        let place = place();
        fs::copy(fixture, place.path().join("rappel.db")).unwrap();
        let said = kill_after(some(&mut rng, longest), &["open", path(place.path())]);
        ended += u32::from(said.iter().any(|line| line == "end"));
        let app = open_sound(place.path());
        sound(&app);
        assert_eq!(count(&app, ""), people, "{}", fixture.display());
        let saved = list_backups(&app, ()).unwrap().list;
        assert!(saved.iter().all(|it| it.state == BackupState::Good), "{saved:?}");
    }
    torture.end(format!("{kills} kills"), format!("nobody lost; {ended} had come to their end before"));
}

#[test]
fn a_backup_that_is_killed_leaves_only_good_ones_and_the_data() {
    let torture = Torture::begin("killed while backing up");
    let (kills, mut rng) = (times(20, 500), torture.rng(0));
    let mut place = place();
    let folder = |place: &Path| place.join("data");
    let mut life = lived(&folder(place.path()), 30);
    let start = time_to("made", &["back-up", path(&folder(place.path())), "1"]);
    let (mut good, mut begun) = (0, 0);
    for number in 0..kills {
        if number % 25 == 0 {
            place = self::place();
            life = lived(&folder(place.path()), 30);
        }
        let (folder, seed) = (folder(place.path()), rng.u64(..).to_string());
        let said = kill_after(some(&mut rng, start * 3), &["back-up", path(&folder), &seed]);
        // What was confirmed when the last backup began.
        let last = said.iter().rposition(|line| line.starts_with("made"));
        let before = last.and_then(|at| said[..at].iter().rposition(|line| line == "backup"));
        let saved = before.map(|at| {
            let mut saved = life.clone();
            take_down(&mut saved, &said[..at]);
            saved
        });
        take_down(&mut life, &said);
        begun += u32::from(said.last().is_some_and(|line| line == "backup"));
        let app = open_sound(&folder);
        life.look_over(&app, false);
        let list = list_backups(&app, ()).unwrap().list;
        assert!(list.iter().all(|it| it.state == BackupState::Good), "{list:?}");
        drop(app);
        if let (Some(at), Some(mut saved)) = (last, saved) {
            let name = said[at].strip_prefix("made ").unwrap();
            let restored = place.path().join("restored");
            fs::create_dir_all(&restored).unwrap();
            fs::copy(folder.join("backups").join(name), restored.join("rappel.db")).unwrap();
            saved.look_over(&open_sound(&restored), true);
            fs::remove_dir_all(&restored).unwrap();
            good += 1;
        }
    }
    torture.end(format!("{kills} kills"), format!("{good} last backups whole, {begun} killed in the middle of one"));
}

#[test]
fn a_restoring_that_is_killed_leaves_the_one_or_the_other() {
    let torture = Torture::begin("killed while restoring");
    let (kills, mut rng) = (times(20, 500), torture.rng(0));
    let place = place();
    let folder = place.path().join("data");
    let (names, lives) = two_backups(&folder);
    let words = ["restore", path(&folder), &names[0], &names[1]];
    let longest = time_to("done", &words) * 2;
    let (mut before, mut after) = (0, 0);
    let mut stands: Option<usize> = None;
    for _ in 0..kills {
        let said = kill_after(some(&mut rng, longest), &words);
        let which = |line: &String| names.iter().position(|name| line.ends_with(name.as_str()));
        let (mut under_way, mut at) = (None, stands);
        for line in &said {
            match line.as_str() {
                "done" => at = under_way.take(),
                line if line.starts_with("restore") => under_way = which(&line.to_owned()),
                _ => {}
            }
        }
        let app = open_sound(&folder);
        sound(&app);
        let people = count(&app, "") as usize;
        let found = lives.iter().position(|life| life.len() == people);
        let found = found.unwrap_or_else(|| panic!("{people} people are of neither"));
        assert!(at.is_none_or(|at| found == at || under_way == Some(found)), "{said:?}, and {found} stands there");
        lives[found].clone().look_over(&app, true);
        let list = list_backups(&app, ()).unwrap().list;
        assert!(names.iter().all(|name| list.iter().any(|it| it.name == *name && it.state == BackupState::Good)));
        if under_way.is_some() {
            *(if under_way == Some(found) { &mut after } else { &mut before }) += 1;
        }
        stands = Some(found);
    }
    torture.end(
        format!("{kills} kills"),
        format!("each time one of the two whole; in the middle: {before} as before, {after} restored"),
    );
}

/// Data with two backups of different people; what stands in each.
pub fn two_backups(folder: &Path) -> (Vec<String>, Vec<Life>) {
    let mut life = lived(folder, 8);
    let app = open_sound(folder);
    let mut names = Vec::new();
    let mut lives = Vec::new();
    for n in 8..10 {
        life.begin(Deed::Add(n));
        perform(&app, &life, Deed::Add(n)).unwrap();
        life.done();
        names.push(make_backup(&app, ()).unwrap());
        lives.push(life.clone());
    }
    (names, lives)
}
