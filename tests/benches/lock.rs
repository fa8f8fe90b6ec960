//! What the lock costs: the same ten thousand people with a hundred thousand conversations, open and locked with a passphrase, side by
//! side: `cargo xtask bench lock`. An open one runs through the same SQLCipher without a key.

#![allow(missing_docs, clippy::unwrap_used)]

use std::fmt;
use std::sync::{Arc, LazyLock};

use divan::Bencher;
use rappel_core::clock::SystemClock;
use rappel_core::commands::*;
use rappel_core::storage::Key;
use rappel_core::{App, Options, demo, folder};
use rappel_domain::conversation::Ending;
use rappel_tests::talk;

const PEOPLE: u32 = 10_000;
const WORDS: &str = "correct horse battery";

#[derive(Debug, Clone, Copy)]
enum Data {
    Open,
    Locked,
}

impl fmt::Display for Data {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, to)
    }
}

const BOTH: [Data; 2] = [Data::Open, Data::Locked];

static OPEN: LazyLock<(tempfile::TempDir, Arc<App>)> = LazyLock::new(filled);
static LOCKED: LazyLock<(tempfile::TempDir, Arc<App>)> = LazyLock::new(|| {
    let filled = filled();
    lock(&filled.1, None, Some(WORDS));
    filled
});

fn filled() -> (tempfile::TempDir, Arc<App>) {
    let folder = tempfile::tempdir().unwrap();
    let app = demo::open_in(folder.path(), PEOPLE, Arc::new(SystemClock)).unwrap();
    (folder, app)
}

fn lock(app: &App, present: Option<&str>, new: Option<&str>) {
    let phrase = |words: Option<&str>| words.map(Passphrase::new);
    set_passphrase(app, SetPassphrase { present: phrase(present), new: phrase(new) }).unwrap();
}

fn app(data: Data) -> &'static App {
    match data {
        Data::Open => &OPEN.1,
        Data::Locked => &LOCKED.1,
    }
}

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 20)]
fn key_from_the_passphrase() -> Key {
    Key::new(WORDS).unwrap()
}

/// From nothing to the first screen, without the window; of locked data with the passphrase.
#[divan::bench(args = BOTH, sample_count = 10)]
fn start(bencher: Bencher, data: Data) {
    let (folder, app) = filled();
    if let Data::Locked = data {
        lock(&app, None, Some(WORDS));
    }
    drop(app);
    bencher.bench(|| {
        let options = || Options { folder: folder.path().to_owned(), clock: Arc::new(SystemClock), demo: true };
        let app = folder::once_free(folder::ENDS_WITHIN, || App::open(options())).unwrap();
        if app.is_locked() {
            unlock(&app, Unlock { passphrase: Passphrase::new(WORDS) }).unwrap();
        }
        get_today(&app, ()).unwrap()
    });
}

#[divan::bench(args = BOTH)]
fn today(bencher: Bencher, data: Data) {
    bencher.bench(|| get_today(app(data), ()).unwrap());
}

#[divan::bench(args = BOTH)]
fn people_found_by_four_letters(bencher: Bencher, data: Data) {
    let query = || PeopleQuery { search: "sann".to_owned(), ..PeopleQuery::default() };
    bencher.bench(|| open_people(app(data), query()).unwrap());
}

#[divan::bench(args = BOTH)]
fn one_person(bencher: Bencher, data: Data) {
    let mut contact = 0;
    bencher.bench_local(|| {
        contact = contact % i64::from(PEOPLE) + 1;
        get_person(app(data), ContactRef { contact: ContactId(contact) }).unwrap()
    });
}

/// The heaviest reading there is.
#[divan::bench(args = BOTH, sample_count = 10)]
fn every_page(bencher: Bencher, data: Data) {
    bencher.bench(|| app(data).read(rappel_core::storage::copy::quick_check).unwrap());
}

#[divan::bench(args = BOTH)]
fn save_a_conversation(bencher: Bencher, data: Data) {
    let draft = || talk(ContactId(1), "Wants the offer by mail.", Ending::JustATalk);
    bencher.bench(|| log_conversation(app(data), draft()).unwrap());
}

#[divan::bench(args = BOTH, sample_count = 5)]
fn backup(bencher: Bencher, data: Data) {
    bencher.bench(|| make_backup(app(data), ()).unwrap());
}

/// Set and removed again, each with a backup first.
#[divan::bench(sample_count = 2, sample_size = 1)]
fn lock_and_open() {
    lock(app(Data::Open), None, Some(WORDS));
    lock(app(Data::Open), Some(WORDS), None);
}
