//! The loop that rings: one thread over a closed set of messages. It asks the store for what is armed and due, has it shown,
//! and writes down that it was.
//!
//! The test is a condition, *armed and ring time <= now*, so nothing is lost by sleep, restart or a clock that jumps. `show`
//! runs beside the loop and never blocks it; an alarm is disarmed when the desktop took its pop-up, so that a crash between
//! the two shows it once more and never loses it.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::{Days, NaiveDateTime};
use rappel_domain::alarm::{AlarmKind, BIRTHDAY_GRACE_DAYS, DIGEST_ABOVE, Snooze};
use rappel_domain::card::CardState;
use rappel_domain::ids::{AlarmId, ContactId};

use crate::app::App;
use crate::commands::{self, FinishFollowUp, SetCard};
use crate::event::{Event, Goto, Topic};
use crate::notifier::{Answer, Notifier, PopUp, Report};
use crate::storage::alarm::{Alarm, AlarmState};
use crate::storage::{self, people};
use crate::{Error, Result};

/// The longest sleep. The clock of sleeping threads stands still while a laptop is suspended and knows nothing of a clock
/// that is set, so the wall clock is looked at this often; each look is one query through an index.
const LONGEST_SLEEP: Duration = Duration::from_secs(5);
/// How many alarms one turn takes; more become one summary all the same.
const TURN: u32 = 500;
/// The longest pause between tries with a desktop that refuses pop-ups.
const LONGEST_RETRY: Duration = Duration::from_secs(300);
const FIRST_RETRY: Duration = Duration::from_secs(5);

/// What the loop listens to.
enum Message {
    /// Something changed: look again.
    Wake,
    /// A pop-up's fate.
    Reported(Vec<AlarmId>, bool, Report),
    /// The end.
    Stop,
}

/// The running loop. It stops when this is dropped.
pub struct AlarmLoop {
    sender: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

impl AlarmLoop {
    /// Ends the loop and waits for its turn to finish.
    pub fn stop(&mut self) {
        // The loop may have ended already; then nobody listens, which is what is wanted.
        let _ = self.sender.send(Message::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// Has the loop look at the clock at once; tests do so after moving theirs.
    pub fn wake(&self) {
        let _ = self.sender.send(Message::Wake);
    }
}

impl Drop for AlarmLoop {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Starts the loop.
///
/// # Errors
/// When the system gives no thread.
pub fn start(app: Arc<App>, notifier: Arc<dyn Notifier>) -> Result<AlarmLoop> {
    let (sender, receiver) = channel();
    let waker = Mutex::new(sender.clone());
    app.listen(Box::new(move |event| {
        let matters = match event {
            Event::Changed { topics, .. } => {
                topics.iter().any(|topic| matches!(topic, Topic::FollowUps | Topic::Contacts))
            }
            _ => false,
        };
        if matters {
            let _ = waker.lock().unwrap_or_else(PoisonError::into_inner).send(Message::Wake);
        }
    }));
    let mut turns = Turns { app, notifier, sender: sender.clone(), showing: HashMap::new(), retry: None, failures: 0 };
    let thread = std::thread::Builder::new().name("alarms".to_owned()).spawn(move || turns.run(&receiver))?;
    Ok(AlarmLoop { sender, thread: Some(thread) })
}

struct Turns {
    app: Arc<App>,
    notifier: Arc<dyn Notifier>,
    sender: Sender<Message>,
    /// Alarms whose pop-up is on its way, and when each was due: not to be shown a second time meanwhile.
    showing: HashMap<AlarmId, NaiveDateTime>,
    /// Not before this moment after a refusal.
    retry: Option<std::time::Instant>,
    failures: u32,
}

impl Turns {
    fn run(&mut self, messages: &Receiver<Message>) {
        loop {
            // A failing database must not end the alarms: it is tried again at the next turn.
            let sleep = self.turn().unwrap_or_else(|error| {
                tracing::error!(%error, "an alarm turn failed");
                LONGEST_SLEEP
            });
            match messages.recv_timeout(sleep) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Message::Wake) | Err(RecvTimeoutError::Timeout) => {}
                Ok(Message::Reported(alarms, digest, report)) => {
                    if let Err(error) = self.reported(&alarms, digest, report) {
                        tracing::error!(%error, "an alarm's report could not be written");
                    }
                }
            }
        }
    }

    /// Shows what is due; how long to sleep after it.
    fn turn(&mut self) -> Result<Duration> {
        let now = self.app.now().civil;
        if let Some(until) = self.app.paused_until() {
            return Ok(wait(until, now));
        }
        if let Some(wait) = self.retry.and_then(|at| at.checked_duration_since(std::time::Instant::now())) {
            return Ok(wait.min(LONGEST_SLEEP));
        }
        let daily = self.app.settings().daily_time.0;
        let due = self.app.read(|db| storage::alarm::due(db, now, daily, TURN))?;
        let (stale, due): (Vec<_>, Vec<_>) = due.into_iter().partition(|alarm| is_stale(alarm, now));
        if !stale.is_empty() {
            self.expire(&stale)?;
        }
        let due: Vec<_> = due.into_iter().filter(|alarm| !self.showing.contains_key(&alarm.id)).collect();
        if due.len() > DIGEST_ABOVE {
            self.show_digest(&due)?;
        } else {
            for alarm in &due {
                self.show(alarm)?;
            }
        }
        let next = self.app.read(|db| {
            let ahead = storage::alarm::next(db, daily, TURN)?;
            Ok(ahead.iter().find(|alarm| !self.showing.contains_key(&alarm.id)).map(|alarm| alarm.rings(daily)))
        })?;
        Ok(next.map_or(LONGEST_SLEEP, |at| wait(at, now)))
    }

    /// A birthday that was missed for more than five days, or a card whose birthday is over, only stands in Today.
    fn expire(&self, alarms: &[Alarm]) -> Result<()> {
        self.app.write(|write| {
            for alarm in alarms {
                storage::alarm::set_state(write.db, alarm.id, AlarmState::Settled)?;
                write.touch(alarm.contact);
            }
            Ok(())
        })
    }

    fn show(&mut self, alarm: &Alarm) -> Result<()> {
        let popup = self.popup(alarm)?;
        self.hand_over(popup, &[alarm]);
        Ok(())
    }

    fn show_digest(&mut self, alarms: &[Alarm]) -> Result<()> {
        let names = self.app.read(|db| {
            alarms.iter().take(3).map(|alarm| people::name(db, alarm.contact)).collect::<Result<Vec<_>>>()
        })?;
        let count = alarms.len();
        let more = count - names.len();
        let popup = PopUp {
            title: self.app.text_with("alarm-digest-title", &[("count", count.into())]),
            body: self.app.text_with("alarm-digest-body", &[("names", names.join(", ").into()), ("more", more.into())]),
            done: None,
            snooze: None,
            open: self.app.text("alarm-open"),
            urgent: false,
        };
        self.hand_over(popup, &alarms.iter().collect::<Vec<_>>());
        Ok(())
    }

    fn hand_over(&mut self, popup: PopUp, alarms: &[&Alarm]) {
        let daily = self.app.settings().daily_time.0;
        for alarm in alarms {
            self.showing.insert(alarm.id, alarm.due(daily));
        }
        let ids: Vec<_> = alarms.iter().map(|alarm| alarm.id).collect();
        let digest = popup.done.is_none();
        let sender = Mutex::new(self.sender.clone());
        let report = move |report| {
            let _ = sender.lock().unwrap_or_else(PoisonError::into_inner).send(Message::Reported(
                ids.clone(),
                digest,
                report,
            ));
        };
        self.notifier.show(popup, Arc::new(report));
    }

    fn popup(&self, alarm: &Alarm) -> Result<PopUp> {
        let (name, what, last_said) = self.app.read(|db| {
            let what = match alarm.occurrence.follow_up {
                Some(id) => Some(storage::follow_up::get(db, id)?.draft),
                None => None,
            };
            Ok((people::name(db, alarm.contact)?, what, storage::conversation::last_said(db, alarm.contact)?))
        })?;
        let kind = alarm.occurrence.kind;
        let birthday = self.birthday_of(alarm)?;
        let body = match kind {
            AlarmKind::FollowUp | AlarmKind::KeepInTouch => {
                let what = what.as_ref().map(|it| it.what.clone()).unwrap_or_default();
                let memory = last_said.as_deref().and_then(last_line).unwrap_or_default();
                [what, memory].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
            }
            AlarmKind::Birthday => {
                let days = u64::from(alarm.occurrence.offset);
                self.app.text_with(
                    "alarm-birthday-body",
                    &[("days", days.into()), ("turns", birthday.and_then(|(_, turns)| turns).unwrap_or(0).into())],
                )
            }
            AlarmKind::Card => {
                let day = birthday.map(|(day, _)| day.format("%Y-%m-%d").to_string()).unwrap_or_default();
                self.app.text_with("alarm-card-body", &[("day", day.into())])
            }
        };
        let key = match kind {
            AlarmKind::FollowUp => "alarm-follow-up-title",
            AlarmKind::Birthday => "alarm-birthday-title",
            AlarmKind::Card => "alarm-card-title",
            AlarmKind::KeepInTouch => "alarm-keep-in-touch-title",
        };
        let done = if kind == AlarmKind::Card { "alarm-card-posted" } else { "alarm-done" };
        Ok(PopUp {
            title: self.app.text_with(key, &[("name", name.into())]),
            body,
            done: Some(self.app.text(done)),
            snooze: Some(self.app.text("alarm-snooze")),
            open: self.app.text("alarm-open"),
            urgent: what.is_some_and(|it| it.due.at.is_some()),
        })
    }

    /// The birthday an alarm is about, and how old they become.
    fn birthday_of(&self, alarm: &Alarm) -> Result<Option<(chrono::NaiveDate, Option<i32>)>> {
        let contact = self.app.read(|db| storage::contact::get(db, alarm.contact))?;
        let leap = self.app.settings().leap_day;
        Ok(contact.birthday.map(|born| {
            let day = born.in_year(alarm.occurrence.period, leap);
            (day, born.turns(day))
        }))
    }

    fn reported(&mut self, alarms: &[AlarmId], digest: bool, report: Report) -> Result<()> {
        match report {
            Report::Shown => {
                (self.retry, self.failures) = (None, 0);
                self.app.set_pop_ups_taken(true);
                let dues: Vec<_> = alarms.iter().map(|id| (*id, self.showing.remove(id))).collect();
                shown(&self.app, &dues, digest)
            }
            Report::Refused(why) => {
                tracing::warn!(why, "the desktop refused a pop-up");
                for id in alarms {
                    self.showing.remove(id);
                }
                let pause = FIRST_RETRY.saturating_mul(1 << self.failures.min(8)).min(LONGEST_RETRY);
                self.failures += 1;
                self.retry = Some(std::time::Instant::now() + pause);
                self.app.set_pop_ups_taken(false);
                Ok(())
            }
            Report::Answered(answer) if digest => answered_digest(&self.app, alarms, answer),
            Report::Answered(answer) => alarms.iter().try_for_each(|id| answered(&self.app, *id, answer)),
        }
    }
}

/// How long to sleep until a civil moment.
fn wait(until: NaiveDateTime, now: NaiveDateTime) -> Duration {
    (until - now).to_std().unwrap_or(Duration::ZERO).clamp(Duration::from_millis(1), LONGEST_SLEEP)
}

fn is_stale(alarm: &Alarm, now: NaiveDateTime) -> bool {
    let snoozed = alarm.ring_on > alarm.occurrence.on;
    let last = alarm.occurrence.on + Days::new(u64::from(alarm.occurrence.offset) + BIRTHDAY_GRACE_DAYS);
    matches!(alarm.occurrence.kind, AlarmKind::Birthday | AlarmKind::Card) && !snoozed && now.date() > last
}

/// Disarms what was shown and writes it into the ledger; the next occurrence is armed with it.
fn shown(app: &App, alarms: &[(AlarmId, Option<NaiveDateTime>)], digest: bool) -> Result<()> {
    app.write(|write| {
        for (id, due) in alarms {
            let Some(alarm) = storage::alarm::get(write.db, *id)? else { continue };
            // What was moved or done while its pop-up was on its way keeps its new state.
            if alarm.state == AlarmState::Armed && alarm.ring_on <= write.now.today() {
                storage::alarm::set_state(write.db, *id, AlarmState::Shown)?;
            }
            let due = due.unwrap_or_else(|| alarm.due(write.settings.daily_time.0));
            storage::alarm::insert_ring(write.db, *id, due, write.now.civil, digest)?;
            write.touch(alarm.contact);
            write.changed(Topic::FollowUps);
        }
        Ok(())
    })
}

fn answered_digest(app: &App, alarms: &[AlarmId], answer: Answer) -> Result<()> {
    if answer == Answer::Opened {
        app.open_window(Goto::Today { alarms: alarms.to_vec() });
    }
    app.write(|write| {
        alarms.iter().try_for_each(|id| storage::alarm::answer_ring(write.db, *id, word(answer), write.now.civil))
    })
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Opened => "opened",
        Answer::Done => "done",
        Answer::Snoozed => "snoozed",
        Answer::Closed => "closed",
    }
}

/// Does what a pop-up's button says: the very function of the window's button, with the ledger beside it.
fn answered(app: &App, id: AlarmId, answer: Answer) -> Result<()> {
    let Some(alarm) = app.read(|db| storage::alarm::get(db, id))? else { return Ok(()) };
    let result = app.write(|write| {
        storage::alarm::answer_ring(write.db, id, word(answer), write.now.civil)?;
        match answer {
            Answer::Done => done(write, &alarm),
            Answer::Snoozed => {
                let until = Snooze::TenMinutes.until(write.now.civil, write.settings.daily_time.0);
                storage::alarm::snooze(write.db, id, until)?;
                write.changed(Topic::FollowUps);
                write.did("follow_up_snoozed", people::name(write.db, alarm.contact)?);
                Ok(())
            }
            Answer::Opened | Answer::Closed => Ok(()),
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
        Ok(()) if answer == Answer::Opened => open(app, alarm.contact),
        Ok(()) => {}
    }
    Ok(())
}

fn open(app: &App, contact: ContactId) {
    app.open_window(Goto::Contact { contact });
}

fn done(write: &crate::Write<'_>, alarm: &Alarm) -> Result<()> {
    match (alarm.occurrence.kind, alarm.occurrence.follow_up) {
        (AlarmKind::FollowUp, Some(follow_up)) => {
            commands::finish(write, FinishFollowUp { follow_up, again: None, activate: false })
        }
        (AlarmKind::Card, _) => {
            let card = SetCard { contact: alarm.contact, year: alarm.occurrence.period, state: CardState::Posted };
            commands::note_card(write, card)
        }
        // A congratulation leaves nothing but the ledger's word that it was done.
        _ => Ok(()),
    }
}

/// The last line somebody wrote that is no question.
fn last_line(said: &str) -> Option<String> {
    let line = said.lines().rev().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('?'))?;
    Some(line.chars().take(160).collect())
}

/// Shows a pop-up now, to see whether the desktop takes it.
pub fn test_popup(app: &App) -> PopUp {
    PopUp {
        title: app.text("alarm-test-title"),
        body: app.text("alarm-test-body"),
        done: None,
        snooze: None,
        open: app.text("alarm-open"),
        urgent: false,
    }
}
