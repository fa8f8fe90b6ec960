//! The commands of the project: `cargo xtask run`, `test`, `bench`, `torture`, `windows`, `macos`, `bundle`, `icons`, `generate`.
//!
//! Each looks first what the machine lacks, installs it or names the command that does, and only then works: a fresh clone
//! needs rustup and Node and nothing else. Written with the standard library alone, so that it is there in seconds.

mod build;
mod count;
mod figures;
mod machine;
mod page;
mod shell;
mod steps;
mod systems;
mod test;
mod torture;

use std::process::ExitCode;

/// What a task comes to: nothing, or in plain words what went wrong.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
cargo xtask run [--demo [N]]   set up this machine, build Rappel and start it (--demo: with N invented people, 300 if not said)
cargo xtask test [FILTER]      set up this machine and run every check and test; with FILTER only the tests so named
cargo xtask bench [NAME...]    measure; all benchmarks, or those named (after `--`: options of that one)
cargo xtask torture [FILTER]   kill it, cut its power, break its disk and so on, at length; the short versions are tests
cargo xtask deny               look at the licences and the origin of all that is built in, with cargo-deny
cargo xtask bundle             make the packages of this system: .deb and .rpm, installers, or a .dmg
cargo xtask windows [FILTER]   on Debian: build for Windows and run the tests of the core as Windows programs, under Wine
cargo xtask macos              on Debian: check the types of all that is written for macOS
cargo xtask pictures [all]     take the pictures of the README anew; all: of every screen in every dress, into target/pictures
cargo xtask icons              draw all icons anew from icons/icon.svg and icons/tray.svg
cargo xtask generate           write the TypeScript of the commands anew";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let task = words.next().unwrap_or_default();
    let rest: Vec<_> = words.collect();
    let outcome = match task.as_str() {
        "run" => build::run_program(&rest),
        "test" => test::test(&rest),
        "bench" => build::bench(&rest),
        "torture" => torture::torture(&rest),
        "deny" => torture::deny(),
        "bundle" => build::bundle(),
        "windows" => systems::windows(&rest),
        "macos" => systems::macos(),
        "pictures" => test::pictures(&rest),
        "icons" => build::icons(),
        "generate" => build::generate(),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
