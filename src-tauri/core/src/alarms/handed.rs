//! A pop-up from the intent to show it until the person answers: what the desktop and the disk make of it.
//!
//! A disk that takes nothing keeps no alarm from ringing, nor does it make one ring over and over: its pop-up is shown once, and the word of
//! it is written when the disk takes it.

use std::sync::Arc;

use rappel_domain::ids::AlarmId;

use super::{Message, Turns, answer};
use crate::notifier::{Answer, PopUp, Report};
use crate::storage::alarm::Alarm;
use crate::views::{RingAnswer, WaitingAlarm};
use crate::{Result, storage};

/// A pop-up that was handed to the desktop.
pub(super) struct Handed {
    pub alarms: Vec<AlarmId>,
    pub digest: bool,
    pub popup: PopUp,
    /// Those of which the ledger does not know that they were to be shown.
    unnoted: Vec<Alarm>,
}

impl Turns {
    /// Has the desktop show a pop-up.
    pub fn hand_over(&mut self, popup: PopUp, alarms: &[Alarm]) {
        let digest = popup.done.is_none();
        let noted = self.note_intent(alarms, digest);
        if let Err(error) = &noted {
            tracing::error!(%error, "that an alarm rings could not be written");
            // What is due in data that went away rings when they are back.
            if self.app.shut_why().is_some() {
                return;
            }
        }
        for alarm in alarms {
            self.showing.insert(alarm.id);
        }
        let unnoted = if noted.is_ok() { Vec::new() } else { alarms.to_vec() };
        let handed = Handed { alarms: alarms.iter().map(|alarm| alarm.id).collect(), digest, popup, unnoted };
        let handed = Arc::new(handed);
        let (number, about) = (noted.unwrap_or_else(|_| new_number()), Arc::clone(&handed));
        self.show(handed.popup.clone(), number, move |report| Message::Reported(Arc::clone(&about), report));
    }

    /// Notes in the ledger that a pop-up is about to be shown, and under what number.
    fn note_intent(&self, alarms: &[Alarm], digest: bool) -> Result<u32> {
        let daily = self.app.settings().daily_time.0;
        self.app.write(|write| {
            // A try that came to nothing, or nobody knows to what, is made again under its number: should its pop-up stand after
            // all, it is replaced.
            let open = alarms.iter().map(|alarm| storage::ring::open_number(write.db, alarm.id, alarm.due(daily)));
            let open = open.collect::<Result<Vec<_>>>()?;
            let number = open.iter().flatten().next().copied().unwrap_or_else(new_number);
            for (alarm, _) in alarms.iter().zip(&open).filter(|(_, open)| open.is_none()) {
                storage::ring::insert(write.db, alarm.id, alarm.due(daily), write.now.civil, number, digest)?;
            }
            Ok(number)
        })
    }

    /// Writes what the disk would not take before.
    pub fn write_what_was_shown(&mut self) {
        for (handed, number) in std::mem::take(&mut self.unwritten) {
            self.write_shown(handed, number);
        }
    }

    /// Writes that a pop-up stands; where that fails it is tried again.
    fn write_shown(&mut self, handed: Arc<Handed>, number: Option<u32>) {
        let noted = match handed.unnoted.as_slice() {
            [] => Ok(()),
            alarms => self.note_intent(alarms, handed.digest).map(drop),
        };
        match noted.and_then(|()| answer::shown(&self.app, &handed.alarms, number)) {
            Ok(()) => self.arrived(&handed),
            Err(error) => {
                tracing::error!(%error, "that an alarm rang could not be written");
                self.unwritten.push((handed, number));
            }
        }
    }

    /// What became of a pop-up.
    pub fn reported(&mut self, handed: &Arc<Handed>, report: Report) -> Result<()> {
        match report {
            Report::Shown(number) => {
                self.retry.taken();
                self.app.no_longer_waits(&handed.alarms);
                self.standing.retain(|(other, _)| other.alarms != handed.alarms);
                self.standing.push((Arc::clone(handed), number));
                self.write_shown(Arc::clone(handed), number);
                Ok(())
            }
            Report::Refused(why) => {
                tracing::warn!(why, "the desktop refused a pop-up");
                self.arrived(handed);
                self.retry.refused();
                self.app.waits(WaitingAlarm {
                    alarms: handed.alarms.clone(),
                    digest: handed.digest,
                    title: handed.popup.title.clone(),
                    body: handed.popup.body.clone(),
                    done: handed.popup.done.clone(),
                    snooze: handed.popup.snooze.clone(),
                });
                self.app
                    .write(|write| handed.alarms.iter().try_for_each(|id| storage::ring::set_refused(write.db, *id)))
            }
            Report::Answered(answer) => {
                let stood = self.standing.len();
                self.standing.retain(|(other, _)| !Arc::ptr_eq(other, handed));
                // A pop-up that was withdrawn closes, which is no answer.
                if stood == self.standing.len() && answer == Answer::Closed {
                    return Ok(());
                }
                answer::answered(&self.app, &handed.alarms, handed.digest, ring_answer(answer))
            }
        }
    }

    fn arrived(&mut self, handed: &Handed) {
        for id in &handed.alarms {
            self.showing.remove(id);
        }
    }
}

/// A number for a new pop-up. It is ours to choose, so that it is known before the desktop shows it; one of two thousand million
/// is nobody else's.
pub fn new_number() -> u32 {
    fastrand::u32(1_000_000..=0x7fff_ffff)
}

fn ring_answer(answer: Answer) -> RingAnswer {
    match answer {
        Answer::Opened => RingAnswer::Opened,
        Answer::Done => RingAnswer::Done,
        Answer::Snoozed => RingAnswer::Snoozed,
        Answer::Closed => RingAnswer::Closed,
    }
}
