//! A long while of use by chance, through the commands: memory, open files and the file itself stay level. What is looked at is the
//! same work done over and over on as many people, so that whatever grows grows by itself.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Days;
use fastrand::Rng;
use rappel_core::commands::*;
use rappel_core::{App, Options, daily};
use rappel_domain::conversation::Ending;
use rappel_domain::period::Period;
use rappel_tests::life::sound;
use rappel_tests::{FixedClock, at, draft, monday, talk};

use crate::size::{Torture, is_long};
use crate::start::place;

/// How much is done in a day.
const A_DAY: u32 = 500;
/// How many people there are throughout.
const PEOPLE: usize = 2_000;

/// What a process holds.
#[derive(Debug, Clone, Copy)]
struct Held {
    /// In kibibytes.
    memory: u64,
    files: usize,
    /// The database and its log, in kibibytes.
    data: u64,
}

fn held(app: &App) -> Held {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    let size = |name: &str| fs::metadata(app.folder().join(name)).map_or(0, |file| file.len() / 1024);
    Held {
        memory: line.trim().trim_end_matches(" kB").parse().unwrap(),
        files: fs::read_dir("/proc/self/fd").unwrap().count(),
        data: size("rappel.db") + size("rappel.db-wal"),
    }
}

/// One thing that somebody does at their desk.
fn something(app: &App, people: &[ContactId], rng: &mut Rng) -> Result<(), rappel_core::Error> {
    let contact = people[rng.usize(..people.len())];
    let number = rng.u32(..100_000);
    match rng.u8(..20) {
        // What is written is taken back, so that there is as much to keep as before.
        0 => {
            trash_contact(app, ContactRef { contact })?;
            undo(app, Undo { step: None })?;
        }
        1 => {
            let person = get_person(app, ContactRef { contact })?;
            let note = format!("{number} {}", "A note. ".repeat(rng.usize(..30)));
            update_contact(app, UpdateContact { contact, draft: ContactDraft { note, ..person.draft } })?;
            undo(app, Undo { step: None })?;
        }
        2 => {
            log_conversation(app, talk(contact, &format!("Talk {number}.\n? When {number}"), Ending::JustATalk))?;
            undo(app, Undo { step: None })?;
        }
        3 => {
            add_contact(app, draft(&format!("Cleo {number}")))?;
            undo(app, Undo { step: None })?;
        }
        4 => {
            log_conversation(app, talk(contact, "A word.", Ending::NoAnswer))?;
            undo(app, Undo { step: None })?;
        }
        5 => drop(get_today(app, ())?),
        6 => drop(get_process(app, ProcessQuery::default())?),
        7 => drop(find_anything(app, FindQuery { words: format!("bram {}", number % 100), number: 1 })?),
        8 => drop(get_sales_insight(app, InsightQuery { period: Period::All, source: FromSource::Any })?),
        9 | 10 => {
            let search = if rng.bool() { format!("b{}", number % 10) } else { String::new() };
            let list = open_people(app, PeopleQuery { search, ..PeopleQuery::default() })?;
            let from = rng.u32(..list.total.max(1));
            get_people(app, PeopleWindow { snapshot: list.snapshot, from, count: 50 })?;
        }
        11 => drop(list_tags(app, TagQuery { words: String::new() })?),
        12 if rng.u8(..20) == 0 => drop(make_backup(app, ())?),
        13 => drop(get_frame(app, ())?),
        _ => {
            get_person(app, ContactRef { contact })?;
            get_timeline(app, TimelineQuery { contact, before: None })?;
        }
    }
    Ok(())
}

#[test]
fn after_a_long_while_as_much_is_held_as_after_a_short_one() {
    let torture = Torture::begin("soak");
    let (place, mut rng) = (place(), torture.rng(0));
    let clock = Arc::new(FixedClock::at(at(monday(), 12, 0)));
    let app = App::open(Options { folder: place.path().join("data"), clock: clock.clone(), demo: false }).unwrap();
    let keeper = daily::start(&app).unwrap();
    let people = if is_long() { PEOPLE } else { 100 };
    let people: Vec<_> = (0..people)
        .map(|number| {
            let mut new = draft(&format!("Bram {number}"));
            new.note = "Met at the fair. ".repeat(10);
            add_contact(&app, new).unwrap()
        })
        .collect();
    let start = Instant::now();
    let mut done = 0_u32;
    // By work, not by time, in the suite; the long version takes its half an hour, a sixth of it to get warm.
    let minutes = std::env::var("RAPPEL_SOAK_MINUTES").ok().and_then(|it| it.parse().ok()).unwrap_or(30);
    let (warm, whole) = (Duration::from_secs(minutes * 10), Duration::from_secs(minutes * 60));
    let goes_on = |done: u32, short: u32, long: Duration| if is_long() { start.elapsed() < long } else { done < short };
    let mut most = [Held { memory: 0, files: 0, data: 0 }; 2];
    for (part, (short, long)) in [(300, warm), (900, whole)].into_iter().enumerate() {
        while goes_on(done, short, long) {
            something(&app, &people, &mut rng).unwrap();
            done += 1;
            if done.is_multiple_of(A_DAY) {
                clock.set(at(monday() + Days::new(u64::from(done / A_DAY)), 12, 0));
                keeper.wake();
            }
            if done.is_multiple_of(50) {
                let now = held(&app);
                let most = &mut most[part];
                most.memory = most.memory.max(now.memory);
                most.files = most.files.max(now.files);
                most.data = most.data.max(now.data);
            }
        }
    }
    drop(keeper);
    sound(&app);
    let [first, after] = most;
    if is_long() {
        assert!(after.memory <= first.memory * 105 / 100, "memory: {first:?}, {after:?}");
        assert!(after.files <= first.files, "open files: {first:?}, {after:?}");
        assert!(after.data <= first.data * 110 / 100, "the file: {first:?}, {after:?}");
    }
    torture.end(
        format!("{done} commands"),
        format!(
            "memory {} MB, then {}; open files {}, then {}; file {} MB, then {}",
            first.memory / 1024,
            after.memory / 1024,
            first.files,
            after.files,
            first.data / 1024,
            after.data / 1024,
        ),
    );
}
