//! What the tests share: a Rappel in a folder of its own, with a clock that is set by hand and a notifier that remembers. And
//! what the tests in the real window share with the measurements of it.

mod chooses;
pub mod figures;
pub mod fuzz;
pub mod invented;
pub mod life;
#[cfg(target_os = "linux")]
pub mod notifications;
#[cfg(target_os = "linux")]
pub mod screen;
#[cfg(target_os = "linux")]
pub mod tray;

pub use chooses::Chooses;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rappel_core::alarms::{self, AlarmLoop};
use rappel_core::clock::{Clock, Now};
use rappel_core::commands::{
    self, ContactDraft, ConversationDraft, DryRunImport, ForAll, ImportInspection, InspectImport,
};
use rappel_core::notifier::{Answer, Notifier, PopUp, Report, Reporter};
use rappel_core::{App, Options};
use rappel_domain::contact::PersonName;
use rappel_domain::conversation::{Channel, Ending};
use rappel_domain::follow_up::{Due, FollowUpDraft};
use rappel_domain::ids::{ContactId, FollowUpId};
use tempfile::TempDir;

/// A clock that stands still until it is set. Its wall clock is UTC.
#[derive(Debug)]
pub struct FixedClock(Mutex<NaiveDateTime>);

impl FixedClock {
    /// A clock that stands at a moment.
    pub fn at(now: NaiveDateTime) -> Self {
        Self(Mutex::new(now))
    }

    /// Sets the wall clock.
    pub fn set(&self, to: NaiveDateTime) {
        *self.0.lock().unwrap() = to;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Now {
        let civil = *self.0.lock().unwrap();
        Now { utc: DateTime::<Utc>::from_naive_utc_and_offset(civil, Utc), civil }
    }
}

/// A notifier that remembers what it was to show and answers as told.
#[derive(Default)]
pub struct FakeNotifier {
    shown: Mutex<Vec<(PopUp, u32, Reporter)>>,
    withdrawn: Mutex<Vec<u32>>,
    refuses: Mutex<bool>,
    silent: Mutex<bool>,
}

impl FakeNotifier {
    /// From now on pop-ups are refused, or taken again.
    pub fn refuse(&self, refuses: bool) {
        *self.refuses.lock().unwrap() = refuses;
    }

    /// From now on pop-ups are shown and nothing is told of it, as when the program dies at that moment.
    pub fn be_silent(&self, silent: bool) {
        *self.silent.lock().unwrap() = silent;
    }

    /// The pop-ups taken so far.
    pub fn shown(&self) -> Vec<PopUp> {
        self.shown.lock().unwrap().iter().map(|(popup, ..)| popup.clone()).collect()
    }

    /// Their numbers.
    pub fn numbers(&self) -> Vec<u32> {
        self.shown.lock().unwrap().iter().map(|(_, number, _)| *number).collect()
    }

    /// The numbers of the pop-ups that were taken off the screen.
    pub fn withdrawn(&self) -> Vec<u32> {
        self.withdrawn.lock().unwrap().clone()
    }

    /// Tells of the last pop-up that the desktop took it, where nothing was told yet.
    pub fn take(&self) {
        let (reporter, number) = {
            let shown = self.shown.lock().unwrap();
            let last = shown.last().expect("a pop-up");
            (Arc::clone(&last.2), last.1)
        };
        reporter(Report::Shown(Some(number)));
    }

    /// Presses a button on the last pop-up.
    pub fn answer(&self, answer: Answer) {
        let reporter = Arc::clone(&self.shown.lock().unwrap().last().expect("a pop-up").2);
        reporter(Report::Answered(answer));
    }
}

impl Notifier for FakeNotifier {
    fn show(&self, popup: PopUp, number: u32, report: Reporter) {
        if *self.refuses.lock().unwrap() {
            report(Report::Refused("told to".to_owned()));
            return;
        }
        self.shown.lock().unwrap().push((popup, number, Arc::clone(&report)));
        if !*self.silent.lock().unwrap() {
            report(Report::Shown(Some(number)));
        }
    }

    fn withdraw(&self, number: u32) {
        self.withdrawn.lock().unwrap().push(number);
    }
}

/// A Rappel on its own folder. The folder goes when this does.
pub struct Desk {
    /// The program.
    pub app: Arc<App>,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    /// Its notifier.
    pub notifier: Arc<FakeNotifier>,
    alarms: Option<AlarmLoop>,
    folder: TempDir,
}

/// Monday 23 November 2026.
pub fn monday() -> NaiveDate {
    day(2026, 11, 23)
}

/// A day of the calendar.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// A moment on the wall clock.
pub fn at(day: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    day.and_hms_opt(hour, minute, 0).expect("a time of the day")
}

impl Desk {
    /// A new one on Monday morning at ten, without alarms.
    pub fn new() -> Self {
        Self::at(at(monday(), 10, 0))
    }

    /// A new one at a moment, without alarms.
    pub fn at(now: NaiveDateTime) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Arc::new(FixedClock::at(now));
        let app = open(folder.path().to_owned(), Arc::clone(&clock));
        Self { app, clock, notifier: Arc::default(), alarms: None, folder }
    }

    /// Starts the alarms.
    pub fn with_alarms(mut self) -> Self {
        self.start_alarms();
        self
    }

    /// Starts the alarms.
    pub fn start_alarms(&mut self) {
        let notifier = Arc::clone(&self.notifier) as Arc<dyn Notifier>;
        self.alarms = Some(alarms::start(Arc::clone(&self.app), notifier).expect("the alarms"));
    }

    /// Ends the program and starts it again on the same folder, with the alarms if they ran.
    pub fn restart(&mut self) {
        let had_alarms = self.alarms.take().is_some();
        // The listeners of the loop hold nothing of the app, so this is the last that does.
        let placeholder = tempfile::tempdir().expect("a folder");
        let other = open(placeholder.path().to_owned(), Arc::clone(&self.clock));
        drop(std::mem::replace(&mut self.app, other));
        self.app = open(self.folder.path().to_owned(), Arc::clone(&self.clock));
        if had_alarms {
            self.start_alarms();
        }
    }

    /// The folder of the data.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Sets the clock and has the alarms look at it.
    pub fn set_clock(&self, to: NaiveDateTime) {
        self.clock.set(to);
        if let Some(alarms) = &self.alarms {
            alarms.wake();
        }
    }

    /// Has the alarms try again what the desktop refused.
    pub fn try_again(&self) {
        self.alarms.as_ref().expect("the alarms").try_again();
    }

    /// Waits until so many pop-ups were shown in all.
    ///
    /// # Panics
    /// When they do not come within half a minute.
    pub fn wait_for_popups(&self, count: usize) -> Vec<PopUp> {
        self.wait_until("pop-ups", || self.notifier.shown().len() >= count);
        self.notifier.shown()
    }

    /// Waits for something that another thread brings about.
    ///
    /// # Panics
    /// When it does not come about within half a minute.
    pub fn wait_until(&self, what: &str, condition: impl Fn() -> bool) {
        wait_until(PATIENCE, what, condition);
    }

    /// Adds somebody with that name.
    pub fn add(&self, name: &str) -> ContactId {
        commands::add_contact(&self.app, draft(name)).expect("a contact")
    }

    /// Plans a follow-up.
    pub fn follow_up(&self, contact: ContactId, what: &str, due: Due) -> FollowUpId {
        let draft = FollowUpDraft { what: what.to_owned(), due, minutes_before: 0, repeat: None };
        commands::add_follow_up(&self.app, commands::AddFollowUp { contact, draft }).expect("a follow-up")
    }
}

/// How long a test waits for what needs a moment; a busy computer gets its time.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits for something that another thread brings about.
///
/// # Panics
/// When it does not come about within the patience given.
pub fn wait_until(patience: Duration, what: &str, condition: impl Fn() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < patience, "waited too long for {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Whatever a test did, the counts that are kept must be what a count of all rows gives.
impl Drop for Desk {
    fn drop(&mut self) {
        if !std::thread::panicking()
            && let Ok(wrong) = self.app.read(rappel_core::storage::count::wrong)
        {
            assert!(wrong.is_empty(), "the counts went wrong: {wrong:?}");
        }
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

fn open(folder: PathBuf, clock: Arc<FixedClock>) -> Arc<App> {
    open_again(|| App::open(Options { folder: folder.clone(), clock: clock.clone(), demo: false }))
}

/// Opens a folder whose program has ended. A program that another test starts at that very moment holds for a blink what this one
/// had open, the lock too.
///
/// # Panics
/// When it can't be opened.
pub fn open_again(open: impl FnMut() -> rappel_core::Result<Arc<App>>) -> Arc<App> {
    rappel_core::folder::once_free(rappel_core::folder::ENDS_WITHIN, open).expect("the program")
}

/// A draft with nothing but a name.
pub fn draft(name: &str) -> ContactDraft {
    ContactDraft { name: PersonName::parse(name), ..ContactDraft::default() }
}

/// A call of twelve minutes, just now.
pub fn talk(contact: ContactId, said: &str, ending: Ending) -> ConversationDraft {
    ConversationDraft {
        contact,
        at: None,
        channel: Channel::Call,
        minutes: Some(12),
        said: said.to_owned(),
        asked: String::new(),
        ending,
        next: None,
        told: Vec::new(),
    }
}

/// What is asked for of a file that is taken as it was found, without a source or tags.
pub fn as_found(it: &ImportInspection) -> DryRunImport {
    DryRunImport {
        inspected: InspectImport { file: it.file.clone(), shape: it.shape.clone(), encoding: None },
        mapping: it.mapping.clone(),
        dates: it.dates.clone(),
        source: None,
        new_source: None,
        tags: Vec::new(),
        for_all: ForAll::default(),
    }
}
