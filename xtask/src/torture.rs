//! `cargo xtask torture`: the long versions of tests/torture, whose short ones are part of the test suite, and the table of what they
//! came to; and `cargo xtask deny`, for what others brought.

use crate::shell::{cargo, command, npm, run, watched};
use crate::{Outcome, machine};

/// Looks at the licences and the origin of all that is built in, on every system. Its own command, as cargo-deny takes minutes to
/// build; the tests look at the same for this system.
pub fn deny() -> Outcome {
    let deny = machine::cargo_deny()?;
    run(&mut command(deny, &["check", "licenses", "bans", "sources"]))?;
    run(&mut npm(&["ls", "--all", "--silent"]))
}

/// How a row of the table begins in what the tests print.
const ROW: &str = "| ";

/// Tortures at length; with a filter, only what is so named.
pub fn torture(words: &[String]) -> Outcome {
    // One after the other: what is killed at random moments, and what must stay level, is best alone.
    let mut torture = cargo(&["test", "--package", "rappel-tests", "--test", "torture", "--no-fail-fast"]);
    torture.args(words).args(["--", "--nocapture", "--test-threads=1"]).env("RAPPEL_TORTURE", "long");
    let mut rows = Vec::new();
    let outcome = watched(&mut torture, |line| {
        // The harness may have begun the line with the name of the test.
        if let Some(at) = line.find(ROW).filter(|_| line.trim_end().ends_with(" s |")) {
            rows.push(line[at..].trim_end().to_owned());
        }
    });
    println!("\n| what | how often | what was found | time |\n| --- | --- | --- | --- |");
    rows.iter().for_each(|row| println!("{row}"));
    outcome
}
