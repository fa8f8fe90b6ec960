//! Alarms while the data are locked: who and why is not known, so only how many are due is said. When the passphrase was given they ring as
//! always.

use std::time::Duration;

use super::retry::Retry;
use super::{Message, SAFETY_LOOK, Turns, new_number};
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
    retry: Retry,
}

impl Turns {
    /// Says how many are due, when it became more; how long to sleep after it.
    pub(super) fn locked_turn(&mut self) -> Duration {
        let now = self.app.now().civil;
        if let Some(until) = self.app.paused_until() {
            return self.sleep_until(until);
        }
        if let Some(wait) = self.count.retry.wait() {
            return wait;
        }
        let (due, next) = self.app.due_while_locked(now);
        if due > self.count.said {
            let number = *self.count.number.get_or_insert_with(new_number);
            self.show(popup(&self.app, due), number, Message::Counted);
        }
        self.count.said = due;
        next.map_or(SAFETY_LOOK, |at| self.sleep_until(at))
    }

    /// What became of the pop-up.
    pub(super) fn counted(&mut self, report: Report) {
        match report {
            Report::Shown(number) => {
                self.count.standing = number;
                self.count.retry.taken();
            }
            Report::Refused(why) => {
                tracing::warn!(why, "the desktop refused a pop-up");
                self.count.said = 0;
                self.count.retry.refused();
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
        self.count.retry.at_once();
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
