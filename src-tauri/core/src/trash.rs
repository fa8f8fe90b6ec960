//! The end of the trash: what was thrown away more than thirty days ago goes for good, at the first use of a day. Erasing one
//! person at once is the same work.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::NaiveDate;
use rappel_domain::ids::ContactId;

use crate::event::Topic;
use crate::storage::erase;
use crate::{App, Result};

/// How long the trash keeps what is in it, in milliseconds.
const KEPT: i64 = 30 * 24 * 60 * 60 * 1000;
/// How many people go in one transaction, so that whoever writes meanwhile never waits long.
const FEW: u32 = 100;
/// After the start the window comes first.
const AFTER_START: Duration = Duration::from_secs(45);
/// How often the day is looked at; the computer may have slept through midnight.
const LOOK: Duration = Duration::from_secs(600);

/// Erases people for good. They are out of every table when this fails in writing the file anew, which [`empty`] tries again.
///
/// # Errors
/// `not_found`, or those of the database.
pub(crate) fn erase(app: &App, people: &[ContactId]) -> Result<()> {
    remove(app, people)?;
    scrub(app, &people.iter().copied().collect())
}

fn remove(app: &App, people: &[ContactId]) -> Result<()> {
    app.write_once(|write| {
        erase::overwrite(write.db, true)?;
        let erased = people.iter().try_for_each(|contact| erase::erase(write.db, *contact));
        erase::overwrite(write.db, false)?;
        for topic in [Topic::Contacts, Topic::Conversations, Topic::FollowUps, Topic::Settings] {
            write.changed(topic);
        }
        erased
    })
}

fn scrub(app: &App, erased: &BTreeSet<ContactId>) -> Result<()> {
    app.scrub(erased)?;
    app.write_once(|write| erase::scrubbed(write.db))
}

/// Erases what was put in the trash more than thirty days ago; how many people. What an earlier turn could not finish is finished.
///
/// # Errors
/// Those of the database.
pub fn empty(app: &App) -> Result<usize> {
    let before = app.now().millis() - KEPT;
    let mut erased = BTreeSet::new();
    loop {
        let few = app.read(|db| erase::trashed_before(db, before, FEW))?;
        if few.is_empty() {
            break;
        }
        remove(app, &few)?;
        erased.extend(few);
    }
    app.write_once(|write| erase::drop_conversations(write.db, before))?;
    if app.read(erase::scrub_is_due)? {
        scrub(app, &erased)?;
    }
    Ok(erased.len())
}

/// The thread that empties the trash. It ends when this is dropped.
pub struct Emptier {
    sender: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Emptier {
    fn drop(&mut self) {
        // It ends when nobody can wake it any more.
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
pub fn start(app: &Arc<App>) -> Result<Emptier> {
    let (sender, receiver) = channel();
    let app = Arc::downgrade(app);
    let thread = std::thread::Builder::new().name("trash".to_owned()).spawn(move || run(&app, &receiver))?;
    Ok(Emptier { sender: Some(sender), thread: Some(thread) })
}

fn run(app: &Weak<App>, woken: &Receiver<()>) {
    let (mut sleep, mut done): (_, Option<NaiveDate>) = (AFTER_START, None);
    while woken.recv_timeout(sleep) == Err(RecvTimeoutError::Timeout) {
        let Some(app) = app.upgrade() else { return };
        let today = app.now().today();
        if done != Some(today) {
            match empty(&app) {
                Ok(_) => done = Some(today),
                Err(error) => tracing::warn!(%error, "the trash could not be emptied"),
            }
        }
        sleep = LOOK;
    }
}
