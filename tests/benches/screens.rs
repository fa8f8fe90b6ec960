//! What the screens ask for, with more and more people: `cargo xtask bench screens`. Each is measured beside its floor, one read of one
//! row in the same run, so that the figures compare across machines.
//!
//! Of the first kind of data are those of `--demo`, in which there is the more to do the more people there are. In the second, the same
//! thousand people have something to be done, among ever more others with whom nothing is due. Both are made once a day, and kept.

#![allow(missing_docs, clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use divan::Bencher;
use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::{App, demo};
use rappel_domain::conversation::{Channel, Ending};
use rappel_domain::period::Period;

const DATA: [&str; 5] = ["1,000 busy", "10,000 busy", "100,000 busy", "1,000 busy of 10,000", "1,000 busy of 100,000"];

static APPS: [LazyLock<Arc<App>>; 5] = [
    LazyLock::new(|| filled(1_000, 0)),
    LazyLock::new(|| filled(10_000, 0)),
    LazyLock::new(|| filled(100_000, 0)),
    LazyLock::new(|| filled(1_000, 9_000)),
    LazyLock::new(|| filled(1_000, 99_000)),
];

fn app(data: &str) -> &'static App {
    &APPS[DATA.iter().position(|it| *it == data).unwrap()]
}

/// So many people of the demo, and others who only stand in the list.
fn filled(busy: u32, others: u32) -> Arc<App> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("screens-{busy}-{others}"));
    std::fs::create_dir_all(&folder).unwrap();
    let app = demo::open_in(&folder, busy, Arc::new(SystemClock)).unwrap();
    if others > 0 && get_counts(&app, ()).unwrap().people <= busy {
        add(&app, &folder, others);
    }
    app
}

fn add(app: &App, folder: &Path, people: u32) {
    let file: PathBuf = folder.join("others.csv");
    let mut text = "First Name,Last Name,Company,E-mail Address,Mobile Phone,City\n".to_owned();
    for n in 0..people {
        writeln!(text, "Invented,Person {n},Company {},person{n}@example.org,06{n:08},Utrecht", n / 20).unwrap();
    }
    std::fs::write(&file, text).unwrap();
    let inspected = InspectImport { file: app.keep_file(file), encoding: None, shape: None };
    let seen = inspect_import(app, inspected.clone()).unwrap();
    let input = DryRunImport {
        inspected,
        mapping: seen.mapping,
        dates: seen.dates,
        source: None,
        new_source: Some("Others".to_owned()),
        tags: Vec::new(),
        for_all: ForAll::default(),
    };
    let number = dry_run_import(app, input).unwrap().number;
    run_import(app, RunImport { number, duplicates: Decision::Add, rows: Vec::new() }).unwrap();
}

fn main() {
    divan::main();
}

#[divan::bench(args = DATA)]
fn floor_one_row(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| app.read(|db| rappel_core::storage::people::row(db, ContactId(1))).unwrap());
}

#[divan::bench(args = DATA)]
fn frame(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_frame(app, ()).unwrap());
}

#[divan::bench(args = DATA)]
fn counts(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_counts(app, ()).unwrap());
}

#[divan::bench(args = DATA)]
fn today(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_today(app, ()).unwrap());
}

#[divan::bench(args = DATA)]
fn calendar_month(bencher: Bencher, data: &str) {
    let app = app(data);
    let from = get_today(app, ()).unwrap().date;
    bencher.bench(|| get_calendar(app, CalendarQuery { from, days: 42, rows: 8 }).unwrap());
}

#[divan::bench(args = DATA)]
fn process(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_process(app, ProcessQuery::default()).unwrap());
}

#[divan::bench(args = DATA)]
fn people_by_name(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| open_people(app, PeopleQuery::default()).unwrap());
}

#[divan::bench(args = DATA)]
fn people_found_by_four_letters(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| open_people(app, PeopleQuery { search: "sann".to_owned(), ..PeopleQuery::default() }).unwrap());
}

#[divan::bench(args = DATA)]
fn one_person(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_person(app, ContactRef { contact: ContactId(1) }).unwrap());
}

const QUERY: InsightQuery = InsightQuery { period: Period::ThisYear, source: FromSource::Any };

#[divan::bench(args = DATA)]
fn insight_funnel(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_funnel_insight(app, QUERY).unwrap());
}

#[divan::bench(args = DATA)]
fn insight_sources(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_source_insight(app, QUERY).unwrap());
}

#[divan::bench(args = DATA)]
fn insight_talk(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_talk_insight(app, QUERY).unwrap());
}

#[divan::bench(args = DATA)]
fn insight_promises(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_promise_insight(app, QUERY).unwrap());
}

#[divan::bench(args = DATA)]
fn insight_stops(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_stop_insight(app, QUERY).unwrap());
}

#[divan::bench(args = DATA)]
fn insight_sales(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_sales_insight(app, QUERY).unwrap());
}

#[divan::bench(args = DATA)]
fn insight_cohorts(bencher: Bencher, data: &str) {
    let app = app(data);
    bencher.bench(|| get_cohort_insight(app, QUERY).unwrap());
}

/// With one person after the other, as nobody talks to one person a hundred times a day.
#[divan::bench(args = DATA)]
fn save_a_conversation(bencher: Bencher, data: &str) {
    static NEXT: AtomicI64 = AtomicI64::new(0);
    let app = app(data);
    bencher.bench(|| {
        let draft = ConversationDraft {
            contact: ContactId(500 + NEXT.fetch_add(1, Ordering::Relaxed) % 500),
            at: None,
            channel: Channel::Call,
            minutes: None,
            said: "Wants the offer by mail.".to_owned(),
            asked: String::new(),
            ending: Ending::JustATalk,
            next: None,
            told: Vec::new(),
        };
        // Whoever refused contact is not talked to.
        drop(log_conversation(app, draft));
    });
}
