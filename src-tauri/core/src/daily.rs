//! What is done once a day, some time after the start and when the day changes while the program runs: first the day's backup, then
//! the end of the trash, then a little order in the search.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::NaiveDate;

use crate::storage::search;
use crate::{App, Result, backup, folder, trash};

/// After the start the window comes first.
const AFTER_START: Duration = Duration::from_secs(15);
/// How often the day is looked at; the computer may have slept through midnight.
const LOOK: Duration = Duration::from_secs(600);
/// After something that could not be done.
const AFTER_FAILURE: Duration = Duration::from_secs(3600);

/// The running thread. It ends when this is dropped.
pub struct Daily {
    sender: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Daily {
    /// Has it look at once; tests do so after moving their clock.
    pub fn wake(&self) {
        if let Some(sender) = &self.sender {
            let _ = sender.send(());
        }
    }
}

impl Drop for Daily {
    fn drop(&mut self) {
        // It ends when nobody can wake it any more; what is under way is finished first.
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Starts the thread.
///
/// # Errors
/// When the system gives none.
pub fn start(app: &Arc<App>) -> Result<Daily> {
    let (sender, receiver) = channel();
    let app = Arc::downgrade(app);
    let thread = std::thread::Builder::new().name("daily".to_owned()).spawn(move || run(&app, &receiver))?;
    Ok(Daily { sender: Some(sender), thread: Some(thread) })
}

fn run(app: &Weak<App>, woken: &Receiver<()>) {
    let (mut sleep, mut tidied) = (AFTER_START, None);
    loop {
        match woken.recv_timeout(sleep) {
            Err(RecvTimeoutError::Disconnected) => return,
            Ok(()) | Err(RecvTimeoutError::Timeout) => {}
        }
        let Some(app) = app.upgrade() else { return };
        sleep = match look(&app, &mut tidied) {
            Ok(()) => LOOK,
            Err(error) => {
                tracing::warn!(%error, "the work of the day is not done");
                AFTER_FAILURE
            }
        };
    }
}

fn look(app: &App, tidied: &mut Option<NaiveDate>) -> Result<()> {
    // Data that went out of reach may be back while nobody looks at the window.
    if !app.look_for_data()? {
        return Ok(());
    }
    // What writes the log makes a file a day, with the system's usual rights.
    folder::tighten(app.folder());
    // Invented people need no backups.
    if !app.is_demo() {
        backup::of_today(app)?;
    }
    // Nobody goes for good while no backup can be made.
    let today = app.now().today();
    if *tidied != Some(today) {
        trash::empty(app)?;
        for index in search::INDEXES {
            // Nothing is written where there is nothing to do.
            if app.read(|db| search::is_scattered(db, index))? {
                app.write_once(|write| search::gather(write.db, index))?;
            }
        }
        *tidied = Some(today);
    }
    Ok(())
}
