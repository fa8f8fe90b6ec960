//! Alarms as the settings show them: what comes, what became of those that rang, and whether the desktop takes pop-ups.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::notifier::Report;
use crate::storage::{self, people};
use crate::text::check;
use crate::views::*;
use crate::{App, Error, Result, alarms};

/// How many coming alarms are shown.
const COMING: u32 = 5;
/// How many rings of the ledger are shown at a time.
const RINGS: u32 = 50;
/// How long a desktop may think about a test; longer than the notifier's own patience.
const PATIENCE: Duration = Duration::from_secs(30);

/// The next five alarms.
///
/// # Errors
/// Those of the database.
pub fn get_coming_alarms(app: &App, (): ()) -> Result<Vec<ComingAlarm>> {
    let (now, daily) = (app.now().civil, app.settings().daily_time.0);
    app.read(|db| {
        let next = storage::alarm::next(db, now, daily, COMING)?;
        next.iter()
            .map(|alarm| {
                Ok(ComingAlarm {
                    contact: alarm.contact,
                    name: people::name(db, alarm.contact)?,
                    kind: alarm.occurrence.kind,
                    what: match alarm.occurrence.follow_up {
                        Some(id) => storage::follow_up::get(db, id)?.draft.what,
                        None => String::new(),
                    },
                    rings: alarm.rings(daily).to_string(),
                })
            })
            .collect()
    })
}

/// Fifty rings of the ledger, newest first.
///
/// # Errors
/// `too_long` for the name.
pub fn get_ledger(app: &App, input: LedgerQuery) -> Result<Ledger> {
    let search = check::line("name", &input.search)?;
    let mut rings = app.read(|db| storage::ring::list(db, &search, input.before, RINGS + 1))?;
    let more = rings.len() > RINGS as usize;
    rings.truncate(RINGS as usize);
    Ok(Ledger { rings, more })
}

/// Shows a pop-up now, and tells what the desktop says to it.
///
/// # Errors
/// When the program has no notifier.
pub fn send_test_alarm(app: &App, (): ()) -> Result<TestAlarm> {
    let notifier = app.notifier().ok_or_else(|| Error::Internal("no notifier".to_owned()))?;
    let (sender, report) = channel();
    let sender = Mutex::new(sender);
    notifier.show(
        alarms::test_popup(app),
        alarms::new_number(),
        Arc::new(move |report| {
            // Whoever asked may have stopped waiting.
            let _ = sender.lock().unwrap_or_else(PoisonError::into_inner).send(report);
        }),
    );
    match report.recv_timeout(PATIENCE) {
        Ok(Report::Refused(why)) => Ok(TestAlarm::Refused { why }),
        Ok(_) => Ok(TestAlarm::Taken),
        Err(_) => Ok(TestAlarm::Refused { why: app.text("alarm-test-no-answer") }),
    }
}

/// Answers a pop-up that the window shows because the desktop would not: the very function of the pop-up's buttons.
///
/// # Errors
/// Those of what the button does.
pub fn answer_alarm(app: &App, input: AnswerAlarm) -> Result<()> {
    app.no_longer_waits(&input.alarms);
    alarms::in_the_window(app, &input)
}
