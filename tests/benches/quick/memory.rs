//! What the program holds in memory with all its processes: Today on the screen, then hidden in the tray until its web view is gone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use rappel_tests::figures::{Figures, Line, option};
use rappel_tests::invented;
use rappel_tests::notifications::Notifications;
use rappel_tests::screen::{self, Screen};
use rappel_tests::tray::Tray;

use crate::{contacts, kept};

/// After this time a program that does nothing has come to rest.
const SETTLES: Duration = Duration::from_secs(8);
/// The page goes twenty seconds after its window was hidden.
const PATIENCE: Duration = Duration::from_secs(60);
const PEOPLE: [u32; 2] = [0, 100_000];
const SHOWN_WITHIN: f64 = 1.15;
const HIDDEN_WITHIN: f64 = 0.3;
/// How much many people may add to none, in megabytes.
const MAY_ADD: f64 = 10.0;

/// What a program held, round by round, in megabytes.
#[derive(Default)]
struct Held {
    shown: Vec<f64>,
    hidden: Vec<f64>,
}

pub fn measure() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let screen = Screen::start(folder.path());
    // As on a real desktop: with both a window can be put away.
    let _notifications = Notifications::on(&screen.bus);
    let _tray = Tray::on(&screen.bus);
    let homes = PEOPLE.map(|people| invented::home(kept(), people));
    let mut floor = Held::default();
    let mut ours = PEOPLE.map(|_| Held::default());
    for _ in 0..option("rounds", 3) {
        let empty = Program::start(&screen, &binary("RAPPEL_FLOOR"), &[], &folder.path().join("floor"));
        floor.shown.push(empty.held());
        drop(empty);
        for ((people, home), held) in PEOPLE.iter().zip(&homes).zip(&mut ours) {
            let program = Program::start(&screen, &binary("RAPPEL_BINARY"), &["--demo", &people.to_string()], home);
            held.shown.push(program.held());
            program.hide(&screen);
            held.hidden.push(program.held());
        }
    }
    let floor = Figures::of(floor.shown);
    let mut lines = Vec::new();
    for (name, of, within) in [
        ("memory, Today on the screen", (|it| &it.shown) as fn(&Held) -> &Vec<f64>, SHOWN_WITHIN),
        ("memory, hidden in the tray", |it| &it.hidden, HIDDEN_WITHIN),
    ] {
        let [none, many] = [0, 1].map(|at| Figures::of(of(&ours[at]).iter().copied()));
        let added = many.median() - none.median();
        lines.push(Line::new(name, &contacts(PEOPLE[0]), none, "MB").beside(floor.clone()).within(within));
        let line = Line::new(name, &contacts(PEOPLE[1]), many, "MB").beside(floor.clone()).within(within);
        lines.push(line.promised(&format!("at most {MAY_ADD} MB more than none (is {added:.1})"), added <= MAY_ADD));
    }
    lines
}

fn binary(variable: &str) -> PathBuf {
    let named = std::env::var_os(variable).map(PathBuf::from);
    named.unwrap_or_else(|| panic!("{variable} names the program: run `cargo xtask bench quick`"))
}

/// A running program, which ends with this.
struct Program {
    child: Child,
    home: PathBuf,
}

impl Program {
    /// Starts a program and waits until it has come to rest.
    fn start(screen: &Screen, binary: &Path, args: &[&str], home: &Path) -> Self {
        let child = screen.command(binary).args(args).env("RAPPEL_HOME", home).spawn().unwrap();
        let program = Self { child, home: home.to_owned() };
        program.wait("a page", || program.pages() > 0);
        program.wait("a window", || !windows(screen).is_empty());
        std::thread::sleep(SETTLES);
        program
    }

    /// Closes its window, and waits until its page has gone and it has come to rest.
    fn hide(&self, screen: &Screen) {
        for window in windows(screen) {
            run(screen.command("xdotool").args(["windowactivate", "--sync", &window]));
            run(screen.command("xdotool").args(["key", "--clearmodifiers", "alt+F4"]));
        }
        self.wait("its page to go", || self.pages() == 0);
        std::thread::sleep(SETTLES);
    }

    /// What all its processes hold, in megabytes; what they share counts once.
    fn held(&self) -> f64 {
        self.processes().map(|pid| pss(&pid)).sum::<f64>() / 1e3
    }

    fn processes(&self) -> impl Iterator<Item = String> + use<> {
        let home = format!("RAPPEL_HOME={}\n", self.home.display());
        screen::running(move |environment, _| environment.contains(&home))
    }

    /// How many processes draw pages.
    fn pages(&self) -> usize {
        let home = format!("RAPPEL_HOME={}\n", self.home.display());
        screen::running(move |environment, exe| exe.ends_with("WebKitWebProcess") && environment.contains(&home))
            .count()
    }

    fn wait(&self, what: &str, is_there: impl Fn() -> bool) {
        let start = Instant::now();
        while !is_there() {
            assert!(start.elapsed() < PATIENCE, "waited too long for {what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
        let start = Instant::now();
        while self.processes().next().is_some() && start.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// The windows on the screen.
fn windows(screen: &Screen) -> Vec<String> {
    let found =
        screen.command("xdotool").args(["search", "--onlyvisible", "--name", "^(Rappel|Floor)$"]).output().unwrap();
    String::from_utf8_lossy(&found.stdout).lines().map(str::to_owned).collect()
}

fn run(command: &mut Command) {
    assert!(command.status().unwrap().success(), "{command:?}");
}

/// The memory of a process in kilobytes, with its part of what is shared (proc(5), smaps_rollup).
fn pss(pid: &str) -> f64 {
    let told = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).map_or(0.0, |kib| kib * 1.024)
}
