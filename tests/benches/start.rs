//! From the start of the process to a Today screen that stands there, with 300 and with 100,000 people, beside the start of
//! an empty Tauri window in the same run: `cargo xtask bench start [-- --runs N]`.
//!
//! Measured from outside, so that the program has nothing in it for being measured: the X server tells what is drawn on
//! the screen, and a window is complete at the last drawing before three seconds without any.

#![allow(missing_docs, clippy::unwrap_used)]

#[cfg(target_os = "linux")]
mod linux {
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::{Duration, Instant};

    use rappel_tests::figures::{self, Figures, Line};
    use rappel_tests::invented;
    use rappel_tests::notifications::Notifications;
    use rappel_tests::screen::{self, Screen};
    use x11rb::connection::Connection;
    use x11rb::protocol::Event;
    use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
    use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt as _, EventMask};

    /// A screen on which nothing was drawn for so long is complete. On a busy machine more than a second may lie between the
    /// frame of the window and its many rows, and a shorter time would take the frame for the whole.
    const STILL: Duration = Duration::from_secs(3);
    /// What is no wider than this is a scrollbar that fades away seconds after it was shown, a frame's corner or a caret, and
    /// nothing that anybody waits for.
    const NARROW: u16 = 32;
    /// A window that is not complete after this time never will be.
    const PATIENCE: Duration = Duration::from_secs(60);
    const PEOPLE: [u32; 2] = [0, 100_000];
    /// How much longer than the empty window the start may take, and than our own with nobody in it.
    const WITHIN: f64 = 1.15;
    const WITHIN_OWN: f64 = 1.1;

    /// What happened on the screen.
    enum Seen {
        Mapped,
        Drawn,
    }

    /// A program to start, and its times from start to window and from start to the last drawing.
    struct Started {
        what: String,
        program: PathBuf,
        args: Vec<String>,
        home: PathBuf,
        mapped: Vec<Duration>,
        complete: Vec<Duration>,
    }

    pub fn main() {
        let runs = figures::option("runs", 11);
        let folder = tempfile::tempdir().unwrap();
        let screen = Screen::start(folder.path());
        // As on a real desktop. Without one the window would say so, and be drawn once more.
        let _notifications = Notifications::on(&screen.bus);
        let mut all = vec![started("empty Tauri window", binary("RAPPEL_FLOOR"), folder.path().join("floor"))];
        for people in PEOPLE {
            // Made outside of what is measured, and kept: a demo that was made today is taken again.
            let home = invented::home(Path::new(env!("CARGO_TARGET_TMPDIR")), people);
            let mut it = started(&format!("Today, {people} people"), binary("RAPPEL_BINARY"), home);
            it.args = vec!["--demo".to_owned(), people.to_string()];
            all.push(it);
        }
        let seen = watch(&screen.display);
        // One after the other and not kind by kind, so that a busy moment of the machine hits all alike. The first round is
        // thrown away: it reads from a cold disk.
        for run in 0..=runs {
            for it in &mut all {
                let (mapped, complete) = start(&screen, it, &seen);
                if run > 0 {
                    it.mapped.push(mapped);
                    it.complete.push(complete);
                }
            }
        }
        tell(&all);
    }

    fn started(what: &str, program: PathBuf, home: PathBuf) -> Started {
        Started { what: what.to_owned(), program, args: Vec::new(), home, mapped: Vec::new(), complete: Vec::new() }
    }

    fn binary(variable: &str) -> PathBuf {
        std::env::var_os(variable)
            .map(PathBuf::from)
            .unwrap_or_else(|| panic!("{variable} names the program: run `cargo xtask bench start`"))
    }

    /// Has the X server tell what is drawn. On a thread of its own, so that each event gets the time at which it came.
    fn watch(display: &str) -> Receiver<(Instant, Seen)> {
        let (server, number) = x11rb::connect(Some(display)).unwrap();
        let root = server.setup().roots[number].root;
        server.damage_query_version(1, 1).unwrap().reply().unwrap();
        // The damage of the root window is that of everything on it.
        server.damage_create(server.generate_id().unwrap(), root, ReportLevel::RAW_RECTANGLES).unwrap();
        let mask = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        server.change_window_attributes(root, &mask).unwrap();
        server.flush().unwrap();
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            // It ends with the server.
            while let Ok(event) = server.wait_for_event() {
                let seen = match event {
                    Event::DamageNotify(it) if it.area.width > NARROW => Seen::Drawn,
                    Event::MapNotify(it) if !it.override_redirect => Seen::Mapped,
                    _ => continue,
                };
                if sender.send((Instant::now(), seen)).is_err() {
                    return;
                }
            }
        });
        receiver
    }

    /// Starts a program once; when its window was mapped, and when it was complete.
    fn start(screen: &Screen, it: &Started, seen: &Receiver<(Instant, Seen)>) -> (Duration, Duration) {
        wait_until_still(seen);
        let mut command: Command = screen.command(&it.program);
        let begin = Instant::now();
        let mut child = command.args(&it.args).env("RAPPEL_HOME", &it.home).spawn().unwrap();
        let (mut mapped, mut drawn) = (None, begin);
        while mapped.is_none() || drawn.elapsed() < STILL {
            assert!(begin.elapsed() < PATIENCE, "{} did not come to rest", it.what);
            match seen.recv_timeout(STILL) {
                Ok((at, Seen::Mapped)) => {
                    mapped.get_or_insert(at - begin);
                    drawn = drawn.max(at);
                }
                Ok((at, Seen::Drawn)) => drawn = at,
                Err(_) => {}
            }
        }
        let pid = child.id();
        let _ = Command::new("kill").arg(pid.to_string()).status();
        child.wait().unwrap();
        // The web view's own processes go a moment later; they must not take time from the next start.
        let home = format!("RAPPEL_HOME={}\n", it.home.display());
        let left = || screen::running(|environment, _| environment.contains(&home)).next().is_some();
        let end = Instant::now();
        while left() && end.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
        (mapped.unwrap(), drawn - begin)
    }

    fn wait_until_still(seen: &Receiver<(Instant, Seen)>) {
        while seen.recv_timeout(Duration::from_millis(300)).is_ok() {}
    }

    fn tell(all: &[Started]) {
        let mut lines: Vec<Line> = Vec::new();
        for (kind, times) in
            [("on the screen", (|it| &it.mapped) as fn(&Started) -> &Vec<Duration>), ("complete", |it| &it.complete)]
        {
            let figures = |at: usize| Figures::milliseconds(times(&all[at]).clone());
            for (at, it) in all.iter().enumerate().skip(1) {
                let line = Line::new(&format!("start, {kind}"), &it.what, figures(at), "ms").beside(figures(0));
                // What somebody waits for is the whole screen.
                if kind != "complete" {
                    lines.push(line);
                    continue;
                }
                let line = line.within(WITHIN);
                let grown = line.ours.median() / figures(1).median();
                lines.push(if at == 1 {
                    line
                } else {
                    line.promised(&format!("within {WITHIN_OWN} times nobody (is {grown:.2})"), grown <= WITHIN_OWN)
                });
            }
        }
        figures::tell("start", &lines);
    }
}

fn main() {
    #[cfg(target_os = "linux")]
    linux::main();
    #[cfg(not(target_os = "linux"))]
    println!("The start is measured on a Linux desktop.");
}
