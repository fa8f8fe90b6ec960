//! What the screens ask for, with one and with ten thousand people: `cargo xtask bench`. Each is measured beside its floor,
//! one read of one row in the same run, so that the figures compare across machines.

#![allow(missing_docs, clippy::unwrap_used)]

use std::sync::{Arc, LazyLock};

use divan::Bencher;
use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::{App, demo};

const PEOPLE: [u32; 2] = [1_000, 10_000];

static SMALL: LazyLock<(tempfile::TempDir, Arc<App>)> = LazyLock::new(|| filled(PEOPLE[0]));
static LARGE: LazyLock<(tempfile::TempDir, Arc<App>)> = LazyLock::new(|| filled(PEOPLE[1]));

fn filled(people: u32) -> (tempfile::TempDir, Arc<App>) {
    let folder = tempfile::tempdir().unwrap();
    let app = demo::open_in(folder.path(), people, Arc::new(SystemClock)).unwrap();
    (folder, app)
}

fn app(people: u32) -> &'static App {
    if people == PEOPLE[0] { &SMALL.1 } else { &LARGE.1 }
}

fn main() {
    divan::main();
}

#[divan::bench(args = PEOPLE)]
fn floor_one_row(bencher: Bencher, people: u32) {
    let app = app(people);
    bencher.bench(|| app.read(|db| rappel_core::storage::people::row(db, ContactId(1))).unwrap());
}

#[divan::bench(args = PEOPLE)]
fn today(bencher: Bencher, people: u32) {
    let app = app(people);
    bencher.bench(|| get_today(app, ()).unwrap());
}

#[divan::bench(args = PEOPLE)]
fn calendar_month(bencher: Bencher, people: u32) {
    let app = app(people);
    let from = get_today(app, ()).unwrap().date;
    bencher.bench(|| get_calendar(app, CalendarQuery { from, days: 42, rows: 8 }).unwrap());
}

#[divan::bench(args = PEOPLE)]
fn people_by_name(bencher: Bencher, people: u32) {
    let app = app(people);
    bencher.bench(|| open_people(app, PeopleQuery::default()).unwrap());
}

#[divan::bench(args = PEOPLE)]
fn people_found_by_four_letters(bencher: Bencher, people: u32) {
    let app = app(people);
    bencher.bench(|| open_people(app, PeopleQuery { search: "sann".to_owned(), ..PeopleQuery::default() }).unwrap());
}

#[divan::bench(args = PEOPLE)]
fn one_person(bencher: Bencher, people: u32) {
    let app = app(people);
    bencher.bench(|| get_person(app, ContactRef { contact: ContactId(1) }).unwrap());
}

#[divan::bench(args = PEOPLE)]
fn process(bencher: Bencher, people: u32) {
    let app = app(people);
    bencher.bench(|| get_process(app, ProcessQuery::default()).unwrap());
}

/// Everything on the screen of Insights, which the page asks for in seven questions at once.
#[divan::bench(args = PEOPLE)]
fn insights(bencher: Bencher, people: u32) {
    use rappel_domain::period::Period;
    let app = app(people);
    let query = InsightQuery { period: Period::ThisYear, source: FromSource::Any };
    bencher.bench(|| {
        get_funnel_insight(app, query).unwrap();
        get_source_insight(app, query).unwrap();
        get_talk_insight(app, query).unwrap();
        get_promise_insight(app, query).unwrap();
        get_stop_insight(app, query).unwrap();
        get_sales_insight(app, query).unwrap();
        get_cohort_insight(app, query).unwrap()
    });
}

#[divan::bench(args = PEOPLE)]
fn save_a_conversation(bencher: Bencher, people: u32) {
    use rappel_domain::conversation::{Channel, Ending};
    let app = app(people);
    bencher.bench(|| {
        let draft = ConversationDraft {
            contact: ContactId(1),
            at: None,
            channel: Channel::Call,
            minutes: None,
            said: "Wants the offer by mail.".to_owned(),
            asked: String::new(),
            ending: Ending::JustATalk,
            next: None,
            told: Vec::new(),
        };
        log_conversation(app, draft).unwrap()
    });
}
