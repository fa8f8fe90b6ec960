//! The alarms of the program as it is shipped: what a look costs, what it costs to wait, how late they ring, and what becomes
//! of them when the clock jumps or the program was closed: `cargo xtask bench alarms [-- PART... OPTIONS]`.
//!
//! The parts are `look`, `idle`, `late`, `jumps` and `missed`; all of them when none is named. Options: `--people N` (most
//! people for `look`), `--seconds N` (for `idle`), `--alarms N` (for `late`), `--jumps N`.
//!
//! The program runs on a screen of its own beside a notification service that writes down when each pop-up came. Nothing
//! here is an assertion: the figures are for people, and differ from machine to machine.

#![allow(missing_docs, clippy::unwrap_used)]

#[cfg(target_os = "linux")]
mod clock;
#[cfg(target_os = "linux")]
mod desk;
#[cfg(target_os = "linux")]
mod idle;
mod look;
#[cfg(target_os = "linux")]
mod ring;

const PARTS: &[(&str, fn())] = &[
    ("look", look::measure),
    #[cfg(target_os = "linux")]
    ("idle", idle::measure),
    #[cfg(target_os = "linux")]
    ("late", ring::late),
    #[cfg(target_os = "linux")]
    ("jumps", clock::jumps),
    #[cfg(target_os = "linux")]
    ("missed", clock::missed),
];

fn main() {
    let wanted = rappel_tests::figures::names();
    if let Some(unknown) = wanted.iter().find(|it| PARTS.iter().all(|(name, _)| name != it)) {
        panic!("there is no part named {unknown}");
    }
    for (name, measure) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|it| it == name) {
            measure();
        }
    }
}
