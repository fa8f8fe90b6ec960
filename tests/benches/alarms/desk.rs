//! The program as it is shipped on a screen of its own, with follow-ups that were planned before it starts.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDateTime;
use rappel_core::clock::SystemClock;
use rappel_core::commands::{self, AddFollowUp};
use rappel_core::{App, Options};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_tests::draft;
use rappel_tests::notifications::Notifications;
use rappel_tests::screen::{self, Screen};
use tempfile::TempDir;

/// A screen with a notification service, and perhaps the program on it.
pub struct Desk {
    pub notifications: Notifications,
    pub folder: TempDir,
    program: Option<Child>,
    screen: Screen,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let screen = Screen::start(folder.path());
        let notifications = Notifications::on(&screen.bus);
        Self { notifications, folder, program: None, screen }
    }

    /// The program's data.
    pub fn data(&self) -> PathBuf {
        screen::data(self.folder.path())
    }

    /// Plans a follow-up for each of these moments. Its words are the number of the moment, so that a pop-up can be told
    /// from the others.
    pub fn plan(&self, moments: &[NaiveDateTime]) {
        let options = Options { folder: self.data(), clock: Arc::new(SystemClock), demo: false };
        let app = App::open(options).unwrap();
        let contact = commands::add_contact(&app, draft("Ann Bakker")).unwrap();
        for (number, at) in moments.iter().enumerate() {
            let due = Due { on: at.date(), at: Some(at.time()) };
            let draft = FollowUpDraft { what: number.to_string(), due, minutes_before: 0, repeat: None };
            commands::add_follow_up(&app, AddFollowUp { contact, draft }).unwrap();
        }
    }

    /// Starts the program without its window, with these variables; when.
    pub fn start(&mut self, args: &[&str], variables: &[(&str, String)]) -> Instant {
        let mut command: Command = self.screen.command(binary());
        command.arg("--hidden").args(args);
        for (name, value) in variables {
            command.env(name, value);
        }
        let start = Instant::now();
        self.program = Some(command.spawn().unwrap());
        start
    }

    /// Tells on the terminal when the program has ended, which it should not.
    pub fn tell_if_ended(&mut self) {
        if let Some(status) = self.program.as_mut().and_then(|it| it.try_wait().unwrap()) {
            println!("the program ended by itself: {status}");
        }
    }

    /// The number of the program's own process.
    pub fn pid(&self) -> u32 {
        self.program.as_ref().unwrap().id()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some(mut program) = self.program.take() {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}

fn binary() -> PathBuf {
    let named = std::env::var_os("RAPPEL_BINARY").map(PathBuf::from);
    let binary = named.expect("RAPPEL_BINARY names the program: run `cargo xtask bench alarms`");
    assert!(Path::new(&binary).is_file(), "{} is not there", binary.display());
    binary
}
