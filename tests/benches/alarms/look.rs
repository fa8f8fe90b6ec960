//! What one look costs at who is due and what rings next, as the loop does it, the more people have a birthday.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveTime};
use rappel_core::clock::SystemClock;
use rappel_core::commands::ContactDraft;
use rappel_core::storage::{
    alarm,
    contact::{self, Origin},
};
use rappel_core::{App, Options};
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::PersonName;
use rappel_tests::figures::{Figures, option, table};

/// How many alarms the loop asks for at once.
const TURN: u32 = 5_000;
/// Days over which the birthdays lie: every day of a year has its share, and the worst day is like all others.
const DAYS: u32 = 365;
const LOOKS: usize = 200;

pub fn measure() {
    let most = option("people", 100_000);
    let amounts = [1_000, 10_000, 100_000, 1_000_000].into_iter().filter(|people| *people <= most);
    let rows: Vec<_> = amounts.map(row).collect();
    table(&["one look (median, p99)", "who is due", "", "what is next", ""], &rows);
}

fn row(people: u32) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let app =
        App::open(Options { folder: folder.path().to_owned(), clock: Arc::new(SystemClock), demo: false }).unwrap();
    fill(&app, people);
    let daily = app.settings().daily_time.0;
    // Shortly after midnight: the birthdays of the day are all looked at, and none rings yet.
    let now = app.now().today().and_time(NaiveTime::MIN) + chrono::Duration::seconds(1);
    let due = looks(|| {
        let found = app.read(|db| alarm::due(db, now, daily, TURN)).unwrap();
        assert!(black_box(found).is_empty(), "none is due yet");
    });
    let next = looks(|| {
        let found = app.read(|db| alarm::next(db, now, daily, 1)).unwrap();
        assert!(!black_box(found).is_empty(), "somebody has a birthday next");
    });
    let shown = |figure: f64| format!("{:.0} µs", figure * 1e3);
    vec![
        format!("{people} people"),
        shown(due.median()),
        shown(due.percentile(99)),
        shown(next.median()),
        shown(next.percentile(99)),
    ]
}

/// People with a birthday each, written and settled as an import does it.
fn fill(app: &App, people: u32) {
    let numbers: Vec<_> = (0..people).collect();
    // In parts, as each write is kept for undo.
    for part in numbers.chunks(10_000) {
        app.write(|write| {
            for number in part {
                let born = write.now.today() + Days::new(u64::from(number % DAYS));
                let draft = ContactDraft {
                    name: PersonName::parse(&format!("Ann {number}")),
                    birthday: Some(birthday(born)),
                    ..ContactDraft::default()
                };
                let id = contact::insert(write.db, &draft, Origin::default(), &write.now, &write.settings.country)?;
                write.touch(id);
            }
            Ok(())
        })
        .unwrap();
    }
}

fn birthday(on: chrono::NaiveDate) -> Birthday {
    use chrono::Datelike;
    Birthday::new(on.month(), on.day(), None).unwrap()
}

fn looks(look: impl Fn()) -> Figures {
    // The first ones read from the disk and prepare the statement.
    (0..5).for_each(|_| look());
    let times: Vec<Duration> = (0..LOOKS)
        .map(|_| {
            let start = Instant::now();
            look();
            start.elapsed()
        })
        .collect();
    Figures::milliseconds(times)
}
