//! Alarms while the data are locked: who and why is not known, so only how many are due is said. When the passphrase was given they ring as
//! always.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{FIRST_RETRY, LONGEST_RETRY, Message, SAFETY_LOOK, Turns, new_number};
use crate::App;
use crate::event::Goto;
use crate::notifier::{Answer, PopUp, Report};

/// The pop-up that says how many are due.
#[derive(Default)]
pub(super) struct Count {
    /// How many it says, or would.
    said: usize,
    /// Its number, each time the same, so that it replaces itself.
    number: Option<u32>,
    /// The desktop's number of the one on the screen.
    standing: Option<u32>,
    /// Not before this moment after a refusal.
    retry: Option<Instant>,
    failures: u32,
}

impl Turns {
    /// Says how many are due, when it became more; how long to sleep after it.
    pub(super) fn locked_turn(&mut self) -> Duration {
        let now = self.app.now().civil;
        if let Some(until) = self.app.paused_until() {
            return self.sleep_until(until);
        }
        if let Some(wait) = self.count.retry.and_then(|at| at.checked_duration_since(Instant::now())) {
            return wait;
        }
        let (due, next) = self.app.due_while_locked(now);
        if due > self.count.said {
            let number = *self.count.number.get_or_insert_with(new_number);
            let sender = Mutex::new(self.sender.clone());
            let report = move |report| {
                let _ = sender.lock().unwrap_or_else(PoisonError::into_inner).send(Message::Counted(report));
            };
            self.notifier.show(popup(&self.app, due), number, Arc::new(report));
        }
        self.count.said = due;
        next.map_or(SAFETY_LOOK, |at| self.sleep_until(at))
    }

    /// What became of the pop-up.
    pub(super) fn counted(&mut self, report: Report) {
        match report {
            Report::Shown(number) => {
                (self.count.standing, self.count.retry, self.count.failures) = (number, None, 0);
            }
            Report::Refused(why) => {
                tracing::warn!(why, "the desktop refused a pop-up");
                let pause = FIRST_RETRY.saturating_mul(1 << self.count.failures.min(8)).min(LONGEST_RETRY);
                self.count.failures += 1;
                (self.count.said, self.count.retry) = (0, Some(Instant::now() + pause));
            }
            Report::Answered(answer) => {
                self.count.standing = None;
                if answer == Answer::Opened {
                    self.app.open_window(Goto::Window);
                }
            }
        }
    }

    /// The desktop may take pop-ups again.
    pub(super) fn count_again(&mut self) {
        self.count.retry = None;
    }

    /// The data are open: what is due is said by its name from now on. Writes down what is said of them when they are shut.
    pub(super) fn unlocked(&mut self) {
        if let Some(popup) = std::mem::take(&mut self.count).standing {
            self.notifier.withdraw(popup);
        }
        if let Err(error) = self.app.note_beside() {
            tracing::warn!(%error, "the coming alarms could not be written down beside locked data");
        }
    }
}

fn popup(app: &App, due: usize) -> PopUp {
    PopUp {
        title: app.text_with("locked-due", &[("count", due.into())]),
        body: app.text("locked-hint"),
        done: None,
        snooze: None,
        open: app.text("alarm-open"),
        urgent: false,
    }
}
