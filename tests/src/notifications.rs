//! A notification service that shows nothing and writes down when each pop-up came.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;
use rappel_core::clock::{Clock, SystemClock};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

/// After this time a pop-up goes by itself, as those of most desktops do.
const STANDS: Duration = Duration::from_secs(5);
const PATH: &str = "/org/freedesktop/Notifications";
const NAME: &str = "org.freedesktop.Notifications";

/// A pop-up that came.
#[derive(Clone)]
pub struct Came {
    /// When, on a clock that never jumps.
    pub at: Instant,
    /// What the true clock on the wall said.
    pub civil: NaiveDateTime,
    /// Its text.
    pub body: String,
}

/// The pop-ups so far.
type Log = Arc<Mutex<Vec<Came>>>;

struct Service {
    log: Log,
    closing: Sender<(Instant, u32)>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    fn get_capabilities(&self) -> Vec<String> {
        ["actions", "body"].map(str::to_owned).to_vec()
    }

    #[expect(clippy::too_many_arguments, reason = "the protocol has them all")]
    fn notify(
        &self,
        _app_name: &str,
        _replaces: u32,
        _icon: &str,
        _summary: &str,
        body: &str,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> u32 {
        let came = Came { at: Instant::now(), civil: SystemClock.now().civil, body: body.to_owned() };
        let mut log = self.log.lock().unwrap();
        log.push(came);
        let id = u32::try_from(log.len()).unwrap();
        let _ = self.closing.send((Instant::now() + STANDS, id));
        id
    }

    fn close_notification(&self, _id: u32) {}

    fn get_server_information(&self) -> (String, String, String, String) {
        let words = ["stand-in", "Rappel", env!("CARGO_PKG_VERSION"), "1.2"];
        words.map(str::to_owned).into()
    }
}

/// The service on a bus.
pub struct Notifications {
    log: Log,
    _bus: Connection,
}

impl Notifications {
    /// A service on the session bus at that address.
    ///
    /// # Panics
    /// When another is there, or no bus.
    pub fn on(bus: &str) -> Self {
        let log = Log::default();
        let (closing, closed) = channel();
        let bus = Builder::address(bus)
            .and_then(|it| it.serve_at(PATH, Service { log: Arc::clone(&log), closing }))
            .and_then(|it| it.name(NAME))
            .and_then(Builder::build)
            .unwrap();
        let closer = bus.clone();
        std::thread::spawn(move || close(&closer, &closed));
        Self { log, _bus: bus }
    }

    /// The pop-ups so far.
    ///
    /// # Panics
    /// When the service panicked.
    pub fn came(&self) -> Vec<Came> {
        self.log.lock().unwrap().clone()
    }

    /// Waits for so many pop-ups, but no longer than told; what came.
    ///
    /// # Panics
    /// When the service panicked.
    pub fn wait(&self, count: usize, patience: Duration) -> Vec<Came> {
        let start = Instant::now();
        while self.log.lock().unwrap().len() < count && start.elapsed() < patience {
            std::thread::sleep(Duration::from_millis(10));
        }
        self.came()
    }
}

/// Tells the program that its pop-ups went by themselves.
fn close(bus: &Connection, closed: &Receiver<(Instant, u32)>) {
    const EXPIRED: u32 = 1;
    while let Ok((at, id)) = closed.recv() {
        std::thread::sleep(at.saturating_duration_since(Instant::now()));
        if bus.emit_signal(None::<&str>, PATH, NAME, "NotificationClosed", &(id, EXPIRED)).is_err() {
            return;
        }
    }
}
