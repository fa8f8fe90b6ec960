//! `cargo xtask test`: everything that must hold, from the format to the real window, in the order of what fails soonest.

use std::path::Path;
use std::process::Command;

use crate::shell::{cargo, npm, root, run, target};
use crate::steps::Steps;
use crate::{Outcome, machine, page};

/// Runs every check and test; with a filter, only the tests whose names hold it.
pub fn test(words: &[String]) -> Outcome {
    let filter = words.first().map(String::as_str);
    let mut steps = Steps::default();
    let outcome = all(&mut steps, filter);
    steps.tell();
    outcome
}

fn all(steps: &mut Steps, filter: Option<&str>) -> Outcome {
    steps.named("set up this machine", || machine::prepare(true))?;
    let driver = steps.named("tauri-driver", machine::tauri_driver)?;
    steps.named("the page's packages", page::install)?;

    if filter.is_none() {
        steps.run(&mut cargo(&["fmt", "--all", "--check"]))?;
        // What is installed for the page is what its lock says, nothing more and nothing missing.
        steps.run(&mut npm(&["ls"]))?;
        for script in ["lint", "check"] {
            steps.run(&mut npm(&["run", script]))?;
        }
    }
    let mut vitest = npm(&["run", "test"]);
    if let Some(filter) = filter {
        vitest.args(["--", "--passWithNoTests", "--testNamePattern", filter]);
    }
    steps.run(&mut vitest)?;
    // The program carries the page in itself, so the page must be there before anything is compiled.
    steps.run(&mut npm(&["run", "build"]))?;

    if filter.is_none() {
        let clippy = ["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
        steps.run(&mut cargo(&clippy))?;
    }
    let filter: Vec<_> = filter.into_iter().collect();
    steps.run(cargo(&["test", "--no-fail-fast"]).args(&filter))?;
    // The shell and this program are no default members; their own few tests are run by name.
    steps.run(cargo(&["test", "--package", "rappel", "--package", "xtask"]).args(&filter))?;

    // Most of the time these tests wait: for a window, for a minute to pass.
    let threads = std::thread::available_parallelism().map_or(2, |cores| cores.get() + 1).min(4);
    steps.run(&mut cargo(&["build", "--package", "rappel"]))?;
    steps.run(in_window(&driver).args(&filter).args(["--", &format!("--test-threads={threads}")]))
}

/// The tests in the real window of the program that was built.
fn in_window(driver: &Path) -> Command {
    let mut window = cargo(&["test", "--package", "rappel-tests", "--features", "desktop", "--test", "desktop"]);
    window.env("RAPPEL_BINARY", target().join("debug/rappel")).env("RAPPEL_TAURI_DRIVER", driver);
    window
}

/// Takes the pictures of the README, or of every screen in every dress.
pub fn pictures(words: &[String]) -> Outcome {
    machine::prepare(true)?;
    let driver = machine::tauri_driver()?;
    page::build()?;
    run(&mut cargo(&["build", "--package", "rappel"]))?;
    let all = words.first().is_some_and(|word| word == "all");
    let (which, folder) =
        if all { ("every_dress", target().join("pictures")) } else { ("gallery", root().join("docs/pictures")) };
    run(in_window(&driver).env("RAPPEL_PICTURES", folder).args([
        &format!("pictures::{which}"),
        "--",
        "--ignored",
        "--nocapture",
    ]))
}
