//! What the screens ask for, with more and more people: `cargo xtask bench screens`. Each is measured beside its floor, one read of one
//! row in the same run, so that the figures compare across machines.
//!
//! Of the first kind of data are those of `--demo`, in which there is the more to do the more people there are. In the second, the same
//! thousand people have something to be done, among ever more others with whom nothing is due. Both are made once a day, and kept.

#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use divan::Bencher;
use rappel_core::App;
use rappel_core::commands::*;
use rappel_domain::conversation::{Channel, Ending};
use rappel_domain::period::Period;
use rappel_tests::invented;

const DATA: [&str; 5] = ["1,000 busy", "10,000 busy", "100,000 busy", "1,000 busy of 10,000", "1,000 busy of 100,000"];

static APPS: [LazyLock<Arc<App>>; 5] = [
    LazyLock::new(|| filled(1_000, 1_000)),
    LazyLock::new(|| filled(10_000, 10_000)),
    LazyLock::new(|| filled(100_000, 100_000)),
    LazyLock::new(|| filled(1_000, 10_000)),
    LazyLock::new(|| filled(1_000, 100_000)),
];

fn app(data: &str) -> &'static App {
    &APPS[DATA.iter().position(|it| *it == data).unwrap()]
}

fn filled(busy: u32, all: u32) -> Arc<App> {
    invented::open_busy(Path::new(env!("CARGO_TARGET_TMPDIR")), busy, all)
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
