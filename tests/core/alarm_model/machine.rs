//! The program under test: its clock in any zone, a desktop that counts, and a way to wait until the loop has nothing left to do
//! without waiting for time to pass.
//!
//! The loop takes one message at a time and sets its timer at the end of each turn. So it is idle once the timer was set as often as
//! messages were sent.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use rappel_core::alarms::{self, AlarmLoop, WallTimer};
use rappel_core::clock::{Clock, Now};
use rappel_core::commands::{LedgerQuery, RingView, get_ledger};
use rappel_core::event::Topic;
use rappel_core::notifier::{Notifier, PopUp, Report, Reporter};
use rappel_core::{App, Options};
use tempfile::TempDir;

/// A clock that is set by hand, on a wall in any zone.
pub struct ZonedClock(Mutex<(DateTime<Utc>, Tz)>);

impl Clock for ZonedClock {
    fn now(&self) -> Now {
        let (utc, zone) = *self.0.lock().unwrap();
        Now { utc, civil: utc.with_timezone(&zone).naive_local() }
    }
}

/// What the desktop does with a pop-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Shows it and says so.
    Takes,
    /// Shows it, and the program dies before it hears of that.
    Silent,
    /// Refuses it.
    Refuses,
}

/// What happened since the last look.
#[derive(Default)]
struct Counts {
    sent: AtomicU64,
    turns: AtomicU64,
}

struct Desktop {
    mood: Mutex<Mood>,
    shown: Mutex<Vec<(PopUp, u32, Reporter)>>,
    counts: Arc<Counts>,
}

impl Desktop {
    fn tell(&self, report: &Reporter, what: Report) {
        self.counts.sent.fetch_add(1, SeqCst);
        report(what);
    }
}

impl Notifier for Desktop {
    fn show(&self, popup: PopUp, number: u32, report: Reporter) {
        self.shown.lock().unwrap().push((popup, number, Arc::clone(&report)));
        match *self.mood.lock().unwrap() {
            Mood::Takes => self.tell(&report, Report::Shown(Some(number))),
            Mood::Refuses => self.tell(&report, Report::Refused("told to".to_owned())),
            Mood::Silent => {}
        }
    }

    fn withdraw(&self, _: u32) {}
}

struct Timer(Arc<Counts>);

impl WallTimer for Timer {
    fn set(&self, _: i64) {
        self.0.turns.fetch_add(1, SeqCst);
    }

    fn reliable(&self) -> bool {
        true
    }
}

/// A folder in memory where the system has one: years of confirmed writes would only wait for the disk.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// The program, its desktop and its clock.
pub struct Machine {
    pub app: Arc<App>,
    pub clock: Arc<ZonedClock>,
    desktop: Arc<Desktop>,
    alarms: AlarmLoop,
    folder: Arc<TempDir>,
    last_ring: i64,
    /// Rings that the desktop did not confirm.
    open: BTreeSet<i64>,
}

fn start(folder: &TempDir, clock: &Arc<ZonedClock>) -> (Arc<App>, Arc<Desktop>, AlarmLoop) {
    let folder = folder.path().to_owned();
    let app = rappel_tests::open_again(|| {
        App::open(Options { folder: folder.clone(), clock: Arc::clone(clock) as Arc<dyn Clock>, demo: false })
    });
    let counts = Arc::new(Counts::default());
    let desktop =
        Arc::new(Desktop { mood: Mutex::new(Mood::Takes), shown: Mutex::default(), counts: Arc::clone(&counts) });
    // Held until the loop has its timer, so that every turn from then on is counted.
    app.pause_alarms(1);
    let alarms = alarms::start(Arc::clone(&app), Arc::clone(&desktop) as Arc<dyn Notifier>).unwrap();
    let listened = Arc::clone(&counts);
    app.listen(Box::new(move |event| {
        if [Topic::FollowUps, Topic::Contacts, Topic::Settings].iter().any(|topic| event.changes(*topic)) {
            listened.sent.fetch_add(1, SeqCst);
        }
    }));
    counts.sent.fetch_add(1, SeqCst);
    alarms.sleep_with(Box::new(Timer(Arc::clone(&counts))));
    (app, desktop, alarms)
}

impl Machine {
    pub fn new(at: DateTime<Utc>, zone: Tz) -> Self {
        let folder = Arc::new(folder());
        let clock = Arc::new(ZonedClock(Mutex::new((at, zone))));
        let (app, desktop, alarms) = start(&folder, &clock);
        let machine = Self { app, clock, desktop, alarms, folder, last_ring: 0, open: BTreeSet::new() };
        machine.go_on();
        machine
    }

    /// Ends the pause of the start.
    fn go_on(&self) {
        self.wait();
        self.app.pause_alarms(0);
        self.wait();
    }

    /// Ends the program and starts it again after `off`, on the same folder. Whatever was on its way is forgotten, as in a crash.
    pub fn restart(self, off: chrono::Duration) -> Self {
        let Self { app, clock, desktop, alarms, folder, last_ring, open } = self;
        drop(alarms);
        drop(desktop);
        assert_eq!(Arc::strong_count(&app), 1, "somebody still holds the program");
        drop(app);
        clock.0.lock().unwrap().0 += off;
        let (app, desktop, alarms) = start(&folder, &clock);
        let machine = Self { app, clock, desktop, alarms, folder, last_ring, open };
        machine.go_on();
        machine
    }

    pub fn mood(&self, mood: Mood) {
        *self.desktop.mood.lock().unwrap() = mood;
    }

    pub fn now(&self) -> NaiveDateTime {
        self.clock.now().civil
    }

    /// Moves the clock, or hangs it in another zone, and has the loop look at it.
    pub fn set(&self, by: chrono::Duration, zone: Option<Tz>) {
        {
            let mut clock = self.clock.0.lock().unwrap();
            clock.0 += by;
            clock.1 = zone.unwrap_or(clock.1);
        }
        self.desktop.counts.sent.fetch_add(1, SeqCst);
        self.alarms.wake();
    }

    /// Waits until the loop has done all that it was told.
    pub fn wait(&self) {
        let counts = &self.desktop.counts;
        let start = Instant::now();
        // The turns are read first: what is sent meanwhile can only make the wait longer.
        while counts.turns.load(SeqCst) < counts.sent.load(SeqCst) {
            assert!(start.elapsed() < Duration::from_secs(30), "the loop hangs");
            std::thread::yield_now();
        }
    }

    /// Waits until so many pop-ups were handed to the desktop; after a refusal the loop sets no timer.
    pub fn wait_for_popups(&self, count: usize) {
        let start = Instant::now();
        while self.desktop.shown.lock().unwrap().len() < count {
            assert!(start.elapsed() < Duration::from_secs(30), "waited too long for pop-ups");
            std::thread::yield_now();
        }
    }

    /// The pop-ups handed over since the last call.
    pub fn take_popups(&self) -> Vec<(PopUp, u32, Reporter)> {
        std::mem::take(&mut self.desktop.shown.lock().unwrap())
    }

    /// The numbers of the pop-ups that the next call of [`Self::take_popups`] gives.
    pub fn numbers(&self) -> Vec<u32> {
        self.wait();
        self.desktop.shown.lock().unwrap().iter().map(|(_, number, _)| *number).collect()
    }

    /// Presses a button of a pop-up.
    pub fn answer(&self, report: &Reporter, answer: rappel_core::notifier::Answer) {
        self.desktop.tell(report, Report::Answered(answer));
    }

    /// The rings that the desktop confirmed since the last call, and those it was only handed.
    pub fn take_rings(&mut self) -> (Vec<RingView>, Vec<RingView>) {
        let oldest = self.open.first().copied().unwrap_or(self.last_ring + 1);
        let (mut found, mut before) = (Vec::new(), None);
        loop {
            let page = get_ledger(&self.app, LedgerQuery { search: String::new(), before }).unwrap();
            before = page.rings.last().map(|ring| ring.id);
            let reached = before.is_none_or(|id| id <= oldest);
            found
                .extend(page.rings.into_iter().filter(|ring| ring.id > self.last_ring || self.open.contains(&ring.id)));
            if reached || !page.more {
                break;
            }
        }
        self.last_ring = found.iter().map(|ring| ring.id).max().unwrap_or(0).max(self.last_ring);
        let (shown, handed): (Vec<_>, Vec<_>) = found.into_iter().partition(|ring| ring.shown_at.is_some());
        self.open = handed.iter().map(|ring| ring.id).collect();
        (shown, handed)
    }
}
