//! What somebody waits for, beside its floor in the same run: `cargo xtask bench quick [-- PART...]`.
//!
//! The parts are `search`, `person`, `screens`, `save`, `memory`, `window` and `sizes`; all of them when none is named. Each
//! measures ours and its floor by turns, so that a busy moment of the machine hits both alike. With `--people N` no more people are
//! invented. Nothing here is an assertion: the figures are for people, and differ from machine to machine.

#![allow(missing_docs, clippy::unwrap_used)]

mod alone;
#[cfg(target_os = "linux")]
mod memory;
mod million;
mod person;
mod save;
mod screens;
mod search;
mod sizes;
#[cfg(target_os = "linux")]
mod window;

use std::path::Path;
use std::time::{Duration, Instant};

use rappel_tests::figures::{self, Line};

/// A part by its name.
type Part = (&'static str, fn() -> Vec<Line>);

const PARTS: &[Part] = &[
    ("search", search::measure),
    ("person", person::measure),
    ("screens", screens::measure),
    ("save", save::measure),
    #[cfg(target_os = "linux")]
    ("memory", memory::measure),
    #[cfg(target_os = "linux")]
    ("window", window::measure),
    ("sizes", sizes::measure),
];

/// Where what was made is kept for the next run.
fn kept() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

/// These numbers of people, but no more than `--people N` allows.
fn up_to_most(people: &[u32]) -> Vec<u32> {
    let most = figures::option("people", u32::MAX);
    people.iter().copied().filter(|it| *it <= most).collect()
}

/// How long something took, and what it gave.
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = work();
    (start.elapsed(), value)
}

/// How long ours and its floor took, each the quickest of three: what other programs take from one of them is not its own.
fn quickest_by_turns<O, F>(ours: impl Fn() -> O, floor: impl Fn() -> F) -> (Duration, Duration) {
    let turns = [(); 3].map(|()| (timed(&ours).0, timed(&floor).0));
    turns.into_iter().reduce(|best, turn| (best.0.min(turn.0), best.1.min(turn.1))).unwrap_or_default()
}

/// `100,000 contacts`.
fn contacts(count: u32) -> String {
    if count < 1000 {
        return format!("{count} contacts");
    }
    let (thousands, rest) = (count / 1000, count % 1000);
    let thousands =
        if thousands < 1000 { thousands.to_string() } else { format!("{},{:03}", thousands / 1000, thousands % 1000) };
    format!("{thousands},{rest:03} contacts")
}

fn main() {
    let wanted = figures::names();
    if let Some(unknown) = wanted.iter().find(|it| PARTS.iter().all(|(name, _)| name != it)) {
        panic!("there is no part named {unknown}");
    }
    for (name, measure) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|it| it == name) {
            figures::tell(name, &measure());
        }
    }
}
