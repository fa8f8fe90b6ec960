//! The thread that makes the backup of each day, some time after the start and when the day changes while the program runs.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread::JoinHandle;
use std::time::Duration;

use rappel_domain::backup::BackupKind;

use super::make;
use crate::{App, Result};

/// After the start the window comes first.
const AFTER_START: Duration = Duration::from_secs(15);
/// How often the day is looked at; the computer may have slept through midnight.
const LOOK: Duration = Duration::from_secs(600);
/// After a backup that could not be made.
const AFTER_FAILURE: Duration = Duration::from_secs(3600);

/// The running thread. It ends when this is dropped.
pub struct Keeper {
    sender: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Has it look at once; tests do so after moving their clock.
    pub fn wake(&self) {
        if let Some(sender) = &self.sender {
            let _ = sender.send(());
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // It ends when nobody can wake it any more; a backup under way is finished first.
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
pub fn start(app: &Arc<App>) -> Result<Keeper> {
    let (sender, receiver) = channel();
    let app = Arc::downgrade(app);
    let thread = std::thread::Builder::new().name("backups".to_owned()).spawn(move || run(&app, &receiver))?;
    Ok(Keeper { sender: Some(sender), thread: Some(thread) })
}

fn run(app: &Weak<App>, woken: &Receiver<()>) {
    let mut sleep = AFTER_START;
    loop {
        match woken.recv_timeout(sleep) {
            Err(RecvTimeoutError::Disconnected) => return,
            Ok(()) | Err(RecvTimeoutError::Timeout) => {}
        }
        let Some(app) = app.upgrade() else { return };
        sleep = match of_today(&app) {
            Ok(()) => LOOK,
            Err(_) => AFTER_FAILURE,
        };
    }
}

/// Makes the backup of today, unless there is one or the data are shut.
fn of_today(app: &App) -> Result<()> {
    if app.data.shut_why().is_some() || make::is_made(app, BackupKind::Daily, app.now().civil)? {
        return Ok(());
    }
    make::make(app, BackupKind::Daily).map(|_| ())
}
