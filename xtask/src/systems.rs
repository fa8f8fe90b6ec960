//! `cargo xtask windows` and `cargo xtask macos`: what can be known on Linux of the program on other systems.
//!
//! For Windows it is built whole, and the tests of domain and core run as Windows programs under Wine. For macOS the types are checked,
//! as far as that goes without Apple's own files: all that is Rust, with nothing behind what others wrote in C. Both with Debian's Rust,
//! which comes with the source of its standard library: no other has to be fetched. Their own commands, as they take minutes; the true
//! systems are asked by `.github/workflows/desktops.yml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::tell_size;
use crate::shell::{command, root, run, target};
use crate::steps::Steps;
use crate::{Outcome, machine, page};

const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";
/// Where Debian keeps it: it is in no path.
const WINE: &str = "/usr/lib/wine/wine64";

/// What can't be tried under Wine, named whole, and why. Everything else must pass there.
const NOT_UNDER_WINE: [(&str, &str); 2] = [
    ("dependencies::every_crate_may_be_given_on", ASKS_CARGO),
    ("dependencies::nothing_is_fetched_while_a_crate_is_built", ASKS_CARGO),
];
const ASKS_CARGO: &str = "it asks Cargo, which is a program of Linux here; what it looks at is the same on all systems";

/// Runs the tests that need no window and builds the program for Windows; with a filter, only the tests whose names hold it.
pub fn windows(words: &[String]) -> Outcome {
    let mut steps = Steps::default();
    let outcome = for_windows(&mut steps, words);
    steps.tell();
    if words.is_empty() {
        println!("{} skipped", NOT_UNDER_WINE.len());
        NOT_UNDER_WINE.iter().for_each(|(test, why)| println!("  {test}: {why}"));
    }
    outcome
}

fn for_windows(steps: &mut Steps, words: &[String]) -> Outcome {
    steps.named("set up this machine", || machine::prepare_cross(true))?;
    steps.named("the page", page::build)?;
    let folder = target().join("windows");
    let built = folder.join(WINDOWS).join("debug");

    let tests = ["--package", "rappel-domain", "--package", "rappel-core", "--package", "rappel-tests"];
    let tests = [tests.as_slice(), &["--lib", "--bins", "--test", "core", "--no-fail-fast"]].concat();
    steps.run(debians_cargo("test", WINDOWS, &folder, &tests).arg("--no-run"))?;
    steps.named("chance for Wine", || chance(&built.join("deps")))?;

    let mut test = debians_cargo("test", WINDOWS, &folder, &tests);
    test.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", WINE);
    // A Windows of its own, which says nothing of what it lacks, and asks for no window system and no other runtimes.
    test.env("WINEPREFIX", folder.join("wine")).env("WINEDEBUG", "-all").env("WINEDLLOVERRIDES", "mscoree,mshtml=");
    test.args(words).arg("--");
    for (name, _) in NOT_UNDER_WINE {
        test.args(["--skip", name]);
    }
    if words.is_empty() {
        test.arg("--exact");
    }
    let tested = steps.run(&mut test);
    if words.is_empty() {
        steps.run(&mut debians_cargo("build", WINDOWS, &folder, &["--package", "rappel"]))?;
        tell_size(&built.join("rappel.exe"))?;
    }
    tested
}

/// Makes the library that Wine lacks, beside the tests.
fn chance(beside: &Path) -> Outcome {
    let source = root().join("xtask/systems/bcryptprimitives.c");
    let mut compile = command("x86_64-w64-mingw32-gcc", &["-shared", "-O2", "-o"]);
    run(compile.arg(beside.join("bcryptprimitives.dll")).arg(source).arg("-ladvapi32"))
}

/// Checks the types of domain, core and shell for macOS.
pub fn macos() -> Outcome {
    let mut steps = Steps::default();
    let outcome = for_macos(&mut steps);
    steps.tell();
    outcome
}

fn for_macos(steps: &mut Steps) -> Outcome {
    steps.named("set up this machine", || machine::prepare_cross(false))?;
    steps.named("the page", page::build)?;
    let folder = target().join("macos");
    // Where Apple's files would be; an empty folder, so that nobody asks a tool of Apple for it.
    let sdk = folder.join("MacOSX.sdk");
    fs::create_dir_all(&sdk).map_err(|error| format!("{}: {error}", sdk.display()))?;
    let packages = ["--package", "rappel-domain", "--package", "rappel-core", "--package", "rappel"];
    let mut check = debians_cargo("check", MACOS, &folder, &packages);
    check.env("SDKROOT", sdk).env("CC_aarch64_apple_darwin", root().join("xtask/systems/cc"));
    steps.run(&mut check)
}

/// Debian's Cargo at work for another system, in a folder of its own.
fn debians_cargo(task: &str, system: &str, folder: &Path, words: &[&str]) -> Command {
    let mut cargo = command(PathBuf::from("/usr/bin/cargo"), &[task]);
    // To build the standard library is a feature that is not finished; Debian's Rust counts as finished unless it is told otherwise.
    cargo.args(["-Zbuild-std=std,panic_abort", "--target", system, "--target-dir"]).arg(folder).args(words);
    cargo.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1").env_remove("LD_LIBRARY_PATH");
    cargo
}
