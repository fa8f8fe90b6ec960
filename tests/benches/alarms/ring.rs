//! How late alarms ring, a second apart.

use std::time::Duration;

use chrono::Timelike;
use rappel_core::clock::{Clock, SystemClock};
use rappel_tests::figures::{Figures, option, table};

use crate::desk::Desk;

/// The time from planning to the first alarm: the program starts in it.
const AHEAD: i64 = 20;

pub fn late() {
    let count = option("alarms", 200);
    let mut desk = Desk::new();
    let first = SystemClock.now().civil.with_nanosecond(0).unwrap() + chrono::Duration::seconds(AHEAD);
    let moments: Vec<_> = (0..i64::from(count)).map(|it| first + chrono::Duration::seconds(it)).collect();
    desk.plan(&moments);
    assert!(SystemClock.now().civil < first, "planning took too long for the first alarm");
    desk.start(&[], &[]);
    let patience = Duration::from_secs(u64::from(count) + 60);
    let came = desk.notifications.wait(moments.len(), patience);
    let late: Vec<_> = came
        .iter()
        .filter_map(|it| {
            let at = it.body.lines().next()?.parse::<usize>().ok()?;
            Some((it.civil - moments[at]).as_seconds_f64() * 1e3)
        })
        .collect();
    let missing = moments.len() - late.len().min(moments.len());
    let early = late.iter().filter(|it| **it < 0.0).count();
    let figures = Figures::of(late);
    let shown = |figure: f64| format!("{figure:.1} ms");
    table(
        &[&format!("{count} alarms, late by"), "median", "p99", "most", "early", "missing"],
        &[vec![
            String::new(),
            shown(figures.median()),
            shown(figures.percentile(99)),
            shown(figures.largest()),
            early.to_string(),
            missing.to_string(),
        ]],
    );
}
