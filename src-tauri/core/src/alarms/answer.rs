//! What follows when a pop-up was shown, and when the person answered it: the very functions of the window's buttons, with the
//! ledger beside them.

use rappel_domain::alarm::{AlarmKind, Snooze};
use rappel_domain::card::CardState;
use rappel_domain::ids::AlarmId;

use crate::app::App;
use crate::commands::{self, FinishFollowUp, SetCard};
use crate::event::{Goto, Topic};
use crate::storage::alarm::{Alarm, AlarmState};
use crate::storage::{self, people};
use crate::views::{AnswerAlarm, RingAnswer};
use crate::{Error, Result};

/// Disarms what was shown and writes it into the ledger; the next occurrence is armed with it.
pub(super) fn shown(app: &App, alarms: &[AlarmId], popup: Option<u32>) -> Result<()> {
    app.write(|write| {
        for id in alarms {
            let Some(alarm) = storage::alarm::get(write.db, *id)? else { continue };
            // What was moved or done while its pop-up was on its way keeps its new state. The clock may have gone back meanwhile.
            let came = storage::ring::handed_at(write.db, *id)?.map_or(write.now.civil, |at| at.max(write.now.civil));
            if alarm.is_due(came, write.settings.daily_time.0) {
                storage::alarm::set_state(write.db, *id, AlarmState::Shown)?;
            }
            storage::ring::set_shown(write.db, *id, write.now.civil, popup)?;
            write.touch(alarm.contact);
            write.changed(Topic::FollowUps);
        }
        Ok(())
    })
}

/// Takes the answer to a pop-up that the window showed, as the desktop would not.
pub(crate) fn in_the_window(app: &App, input: &AnswerAlarm) -> Result<()> {
    shown(app, &input.alarms, None)?;
    answered(app, &input.alarms, input.digest, input.answer)
}

/// Does what the person answered.
pub(super) fn answered(app: &App, alarms: &[AlarmId], digest: bool, answer: RingAnswer) -> Result<()> {
    if !digest {
        return alarms.iter().try_for_each(|id| answered_one(app, *id, answer));
    }
    if answer == RingAnswer::Opened {
        app.open_window(Goto::Today { alarms: alarms.to_vec() });
    }
    note(app, alarms, answer)
}

/// Notes an answer in the ledger alone.
pub(super) fn note(app: &App, alarms: &[AlarmId], answer: RingAnswer) -> Result<()> {
    app.write(|write| alarms.iter().try_for_each(|id| storage::ring::answer(write.db, *id, answer, write.now.civil)))
}

fn answered_one(app: &App, id: AlarmId, answer: RingAnswer) -> Result<()> {
    let Some(alarm) = app.read(|db| storage::alarm::get(db, id))? else { return Ok(()) };
    let result = app.write(|write| {
        storage::ring::answer(write.db, id, answer, write.now.civil)?;
        match answer {
            RingAnswer::Done | RingAnswer::Snoozed if is_late(write, &alarm)? => Ok(()),
            RingAnswer::Done => done(write, &alarm),
            RingAnswer::Snoozed => {
                let until = Snooze::TenMinutes.until(write.now.civil, write.settings.daily_time.0);
                storage::alarm::snooze(write.db, id, until)?;
                write.changed(Topic::FollowUps);
                write.did("follow_up_snoozed", people::name(write.db, alarm.contact)?);
                Ok(())
            }
            RingAnswer::Opened | RingAnswer::Closed | RingAnswer::Settled => Ok(()),
        }
    });
    match result {
        // Somebody at Later needs a new date, which only the window can ask for.
        Err(Error::Refused { code: "later_needs_date", .. }) => {
            if let Some(follow_up) = alarm.occurrence.follow_up {
                app.open_window(Goto::FinishLater { contact: alarm.contact, follow_up });
            }
        }
        // Done or moved in the window meanwhile: nothing is left to do.
        Err(Error::Refused { code: "follow_up_closed", .. }) => {}
        Err(error) => return Err(error),
        Ok(()) if answer == RingAnswer::Opened => app.open_window(Goto::Contact { contact: alarm.contact }),
        Ok(()) => {}
    }
    Ok(())
}

/// Whether what a pop-up says was done or moved meanwhile: not every desktop takes it off the screen then.
fn is_late(write: &crate::Write<'_>, alarm: &Alarm) -> Result<bool> {
    let (contact, year) = (alarm.contact, alarm.occurrence.period);
    Ok(match (alarm.state, alarm.occurrence.kind) {
        (AlarmState::Armed, _) => !alarm.is_due(write.now.civil, write.settings.daily_time.0),
        // One that rang after its day rests at once, and can be put off all the same.
        (AlarmState::Settled, AlarmKind::Birthday) => false,
        (AlarmState::Settled, AlarmKind::Card) => storage::card::settled_years(write.db, contact)?.contains(&year),
        (AlarmState::Settled, AlarmKind::FollowUp | AlarmKind::KeepInTouch) => true,
        (AlarmState::Shown | AlarmState::Suspended, _) => false,
    })
}

fn done(write: &crate::Write<'_>, alarm: &Alarm) -> Result<()> {
    match (alarm.occurrence.kind, alarm.occurrence.follow_up) {
        (AlarmKind::FollowUp, Some(follow_up)) => {
            commands::finish(write, FinishFollowUp { follow_up, again: None, activate: false })
        }
        (AlarmKind::Card, _) => {
            let (contact, year) = (alarm.contact, alarm.occurrence.period);
            commands::note_card(write, SetCard { contact, year, state: CardState::Posted, words: None })
        }
        // A congratulation leaves nothing but the ledger's word that it was done.
        _ => Ok(()),
    }
}
