//! The commands of a screen beside their SQL alone.

use std::path::Path;
use std::sync::Arc;

use rappel_core::App;
use rappel_core::commands::*;
use rappel_domain::period::Period;
use rappel_tests::figures::{Figures, Line, option};
use rappel_tests::invented;

use crate::alone;
use crate::{contacts, kept, timed, up_to_most};

const PEOPLE: [u32; 3] = [1_000, 10_000, 100_000];
/// The people with whom something is to be done, among as many as above.
const BUSY: u32 = 1_000;
/// By how much a screen may grow from the fewest to the most people, while those who stand on it are the same.
const MAY_GROW: f64 = 1.5;
const WITHIN: f64 = 1.3;

/// A screen's name, what it asks for, and whether it is as long with a few people as with many.
type Screen = (&'static str, fn(&App), bool);

const SCREENS: [Screen; 4] = [
    ("Today", |app| drop(get_today(app, ()).unwrap()), true),
    ("Process", |app| drop(get_process(app, ProcessQuery::default()).unwrap()), true),
    ("Calendar, a month", calendar, true),
    ("Insights, all its questions", insights, false),
];

fn calendar(app: &App) {
    let from = app.now().today();
    get_calendar(app, CalendarQuery { from, days: 42, rows: 8 }).unwrap();
}

fn insights(app: &App) {
    let query = InsightQuery { period: Period::ThisYear, source: FromSource::Any };
    get_funnel_insight(app, query).unwrap();
    get_source_insight(app, query).unwrap();
    get_talk_insight(app, query).unwrap();
    get_promise_insight(app, query).unwrap();
    get_stop_insight(app, query).unwrap();
    get_sales_insight(app, query).unwrap();
    get_cohort_insight(app, query).unwrap();
}

pub fn measure() -> Vec<Line> {
    let times = option("times", 30);
    let people = up_to_most(&PEOPLE);
    let apps: Vec<_> = people.iter().map(|people| (contacts(*people), invented::open(kept(), *people))).collect();
    let most = people[people.len() - 1];
    let few = Arc::clone(&apps[0].1);
    let many = if most > BUSY { invented::open_busy(kept(), BUSY, most) } else { Arc::clone(&few) };
    let mut lines = Vec::new();
    for (name, screen, level) in SCREENS {
        let mut fewer: Option<Figures> = None;
        for (data, app) in &apps {
            let (ours, floor) = beside(app, &app.database(), screen, times);
            let line = Line::new(name, data, ours, "ms").beside(floor).within(WITHIN);
            let less = fewer.replace(line.ours.clone());
            lines.push(if let Some(less) = less { line.grown(&less, 10.0) } else { line });
        }
        if level {
            // By turns, as they are compared with each other.
            let by_turns = (0..times).map(|_| (timed(|| screen(&few)).0, timed(|| screen(&many)).0));
            let (less, more): (Vec<_>, Vec<_>) = by_turns.unzip();
            let less = Figures::milliseconds(less);
            let grown = Figures::milliseconds(more).median() / less.median();
            let (ours, floor) = beside(&many, &many.database(), screen, times);
            let line = Line::new(name, &format!("{}, {BUSY} of them busy", contacts(most)), ours, "ms");
            let line = line.beside(floor).within(WITHIN).grown(&less, f64::from(most) / f64::from(BUSY));
            lines.push(
                line.promised(
                    &format!("within {MAY_GROW} times {} (is {grown:.2})", contacts(BUSY)),
                    grown <= MAY_GROW,
                ),
            );
        }
    }
    lines
}

/// The command and its SQL, by turns.
pub fn beside(app: &App, database: &Path, command: fn(&App), times: u32) -> (Figures, Figures) {
    let statements = alone::heard(app, command);
    let reader = alone::reader(database);
    let mut statements = alone::prepared(&reader, &statements);
    command(app);
    alone::run(&reader, &mut statements);
    let both = (0..times).map(|_| (timed(|| command(app)).0, timed(|| alone::run(&reader, &mut statements)).0));
    let (ours, floor): (Vec<_>, Vec<_>) = both.unzip();
    (Figures::milliseconds(ours), Figures::milliseconds(floor))
}
