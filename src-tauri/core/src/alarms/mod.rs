//! The loop that rings: one thread over a closed set of messages. It asks the store for what is armed and due, has it shown,
//! and writes down that it was.
//!
//! The test is a condition, *armed and ring time <= now*, so nothing is lost by sleep, restart or a clock that jumps. `show`
//! runs beside the loop and never blocks it. The ledger notes the intent before; an alarm is disarmed when the desktop took its
//! pop-up, so that a crash between the two shows it once more and never loses it.

mod answer;
mod calendar;
mod handed;
mod locked;
mod popup;
mod retry;

use std::collections::HashSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::{NaiveDateTime, NaiveTime};
use rappel_domain::alarm::{AlarmKind, DIGEST_ABOVE};
use rappel_domain::ids::AlarmId;

use crate::Result;
use crate::app::App;
use crate::event::Topic;
use crate::notifier::{Notifier, PopUp, Report};
use crate::storage;
use crate::storage::alarm::{Alarm, AlarmState};
use crate::views::RingAnswer;

pub(crate) use answer::in_the_window;
use handed::Handed;
pub use handed::new_number;
pub(crate) use popup::test_popup;
use retry::Retry;

/// The longest sleep without a timer on the wall clock. The clock of sleeping threads stands still while a laptop is suspended
/// and knows nothing of a clock that is set, so the wall clock is looked at this often; a look asks the store nothing.
const LOOK: Duration = Duration::from_millis(900);
/// The longest sleep with one: the timer wakes the loop, and this is for what nobody thought of.
const SAFETY_LOOK: Duration = Duration::from_secs(60);
/// After a turn that failed.
const AFTER_FAILURE: Duration = Duration::from_secs(5);
/// How many alarms one turn takes; more become one summary all the same.
const TURN: u32 = 5_000;

/// A timer on the wall clock, which the system also fires when that clock is set or the computer wakes up.
pub trait WallTimer: Send {
    /// Sets the moment to fire, in milliseconds since 1970 in UTC.
    fn set(&self, at: i64);

    /// Whether it counts on the clock that this program sees.
    fn reliable(&self) -> bool;
}

/// What the loop listens to.
enum Message {
    /// Something changed: ask the store again.
    Changed,
    /// Look at the clock.
    Look,
    /// The desktop may take pop-ups again.
    TryAgain,
    /// A timer to sleep with.
    Timer(Box<dyn WallTimer>),
    /// A pop-up's fate.
    Reported(Arc<Handed>, Report),
    /// The fate of the pop-up that counts what is due in locked data.
    Counted(Report),
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
        self.send(Message::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// Has the loop look at the clock at once; tests do so after moving theirs.
    pub fn wake(&self) {
        self.send(Message::Look);
    }

    /// Has the loop try at once what the desktop refused: a notification service has come.
    pub fn try_again(&self) {
        self.send(Message::TryAgain);
    }

    /// [`Self::wake`] for a timer to call when it fires.
    pub fn waker(&self) -> impl Fn() + Send + Sync + 'static {
        self.caller(|| Message::Look)
    }

    /// [`Self::try_again`] for whoever hears of the notification service.
    pub fn retrier(&self) -> impl Fn() + Send + Sync + 'static {
        self.caller(|| Message::TryAgain)
    }

    fn caller(&self, message: fn() -> Message) -> impl Fn() + Send + Sync + 'static {
        let sender = Mutex::new(self.sender.clone());
        move || {
            let _ = sender.lock().unwrap_or_else(PoisonError::into_inner).send(message());
        }
    }

    /// From now on the loop sleeps with this timer instead of looking at the clock every second.
    pub fn sleep_with(&self, timer: Box<dyn WallTimer>) {
        self.send(Message::Timer(timer));
    }

    /// The loop may have ended already; then nobody listens, which is what is wanted.
    fn send(&self, message: Message) {
        let _ = self.sender.send(message);
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
    let changed = Mutex::new(sender.clone());
    app.set_notifier(Arc::clone(&notifier));
    app.listen(Box::new(move |event| {
        if [Topic::FollowUps, Topic::Contacts, Topic::Settings].iter().any(|topic| event.changes(*topic)) {
            let _ = changed.lock().unwrap_or_else(PoisonError::into_inner).send(Message::Changed);
        }
    }));
    let mut turns = Turns {
        app,
        notifier,
        sender: sender.clone(),
        timer: None,
        showing: HashSet::new(),
        unwritten: Vec::new(),
        standing: Vec::new(),
        count: locked::Count::default(),
        look_at: None,
        turned_at: NaiveDateTime::MIN,
        retry: Retry::default(),
    };
    let thread = std::thread::Builder::new().name("alarms".to_owned()).spawn(move || turns.run(&receiver))?;
    Ok(AlarmLoop { sender, thread: Some(thread) })
}

struct Turns {
    app: Arc<App>,
    notifier: Arc<dyn Notifier>,
    sender: Sender<Message>,
    timer: Option<Box<dyn WallTimer>>,
    /// Alarms whose pop-up is on its way, or stands without the disk having taken the word of it: not to be shown a second time meanwhile.
    showing: HashSet<AlarmId>,
    /// Pop-ups that stand, with the desktop's numbers, of which the disk did not take the word yet.
    unwritten: Vec<(Arc<Handed>, Option<u32>)>,
    /// Pop-ups on the screen, with the desktop's numbers.
    standing: Vec<(Arc<Handed>, Option<u32>)>,
    count: locked::Count,
    /// Nothing rings before this moment; none when the store has to be asked.
    look_at: Option<NaiveDateTime>,
    /// What the clock showed at the last turn.
    turned_at: NaiveDateTime,
    retry: Retry,
}

impl Turns {
    fn run(&mut self, messages: &Receiver<Message>) {
        loop {
            // A failing database must not end the alarms: it is tried again.
            let sleep = self.turn().unwrap_or_else(|error| {
                tracing::error!(%error, "an alarm turn failed");
                self.look_at = None;
                AFTER_FAILURE
            });
            match messages.recv_timeout(sleep) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Message::Look) | Err(RecvTimeoutError::Timeout) => {}
                Ok(Message::Changed) => self.look_at = None,
                Ok(Message::TryAgain) => {
                    self.retry.at_once();
                    self.count_again();
                }
                Ok(Message::Counted(report)) => self.counted(report),
                Ok(Message::Timer(timer)) => self.timer = Some(timer),
                Ok(Message::Reported(handed, report)) => {
                    self.look_at = None;
                    if let Err(error) = self.reported(&handed, report) {
                        tracing::error!(%error, "an alarm's report could not be written");
                    }
                }
            }
        }
    }

    /// Looks at the clock once; how long to sleep after it.
    fn turn(&mut self) -> Result<Duration> {
        // Whatever opens the data again tells of a change.
        if self.app.shut_why().is_some() {
            self.look_at = None;
            return Ok(if self.app.is_locked() { self.locked_turn() } else { SAFETY_LOOK });
        }
        let now = self.app.now().civil;
        // A clock that goes back may come out of the quiet time that held something; with each day something may be missed for good.
        if now < self.turned_at || now.date() != self.turned_at.date() {
            self.look_at = None;
        }
        // What the disk does not take keeps nothing from ringing.
        self.write_what_was_shown();
        let same_day = now.date() == self.turned_at.date();
        let turned = if same_day { Ok(()) } else { calendar::turn_to(&self.app, now.date()) };
        let is_behind = turned.is_err() || !self.unwritten.is_empty();
        match turned {
            Ok(()) => self.turned_at = now,
            Err(error) => tracing::error!(%error, "the alarms of the new day could not be written"),
        }
        let sleep = self.ring(now)?;
        Ok(if is_behind { sleep.min(AFTER_FAILURE) } else { sleep })
    }

    /// Rings what is due at this moment; how long to sleep after it.
    fn ring(&mut self, now: NaiveDateTime) -> Result<Duration> {
        if self.look_at.is_none() {
            self.withdraw_what_is_settled()?;
            self.unlocked();
        }
        if let Some(until) = self.app.paused_until() {
            return Ok(self.sleep_until(until));
        }
        if let Some(wait) = self.retry.wait() {
            return Ok(wait);
        }
        if let Some(at) = self.look_at.filter(|at| now < *at) {
            return Ok(self.sleep_until(at));
        }
        let daily = self.app.settings().daily_time.0;
        let due = self.app.read(|db| storage::alarm::due(db, now, daily, TURN))?;
        let due = due.into_iter().filter(|alarm| !self.showing.contains(&alarm.id));
        let (due, held) = self.held(due, now, daily);
        if due.len() > DIGEST_ABOVE {
            let popup = popup::of_several(&self.app, &due)?;
            self.hand_over(popup, &due);
        } else {
            for alarm in due {
                let popup = popup::of_alarm(&self.app, &alarm)?;
                self.hand_over(popup, &[alarm]);
            }
        }
        // What was missed too long ago is put away after what still rings.
        let stale = self.app.read(|db| storage::alarm::stale(db, now.date(), TURN))?;
        if !stale.is_empty() {
            self.put_away(&stale)?;
        }
        let next = self.app.read(|db| storage::alarm::next(db, now, daily, 1))?;
        let next = next.first().map_or(now + chrono::Duration::days(1), |alarm| alarm.rings(daily));
        let at = held.map_or(next, |until| next.min(until));
        self.look_at = Some(at);
        Ok(self.sleep_until(at))
    }

    /// Those that ring now, and until when quiet hours or days off hold the first of the others.
    fn held(
        &self,
        due: impl Iterator<Item = Alarm>,
        now: NaiveDateTime,
        daily: NaiveTime,
    ) -> (Vec<Alarm>, Option<NaiveDateTime>) {
        let settings = self.app.settings();
        let mut first: Option<NaiveDateTime> = None;
        let rings = due.filter(|alarm| {
            // A card alarm was moved before the quiet time in which it would have fallen; held, it would come too late.
            if alarm.occurrence.kind == AlarmKind::Card {
                return true;
            }
            let until = settings.held(alarm.rings(daily), now);
            first = [first, until].into_iter().flatten().min();
            until.is_none()
        });
        (rings.collect(), first)
    }

    /// How long to sleep for a moment on the wall clock.
    fn sleep_until(&self, at: NaiveDateTime) -> Duration {
        match &self.timer {
            Some(timer) if timer.reliable() => {
                timer.set(self.app.instant(at));
                SAFETY_LOOK
            }
            _ => (at - self.app.now().civil).to_std().unwrap_or_default().clamp(Duration::from_millis(1), LOOK),
        }
    }

    /// Has the desktop show a pop-up; its fate comes back as a message.
    fn show(&self, popup: PopUp, number: u32, fate: impl Fn(Report) -> Message + Send + Sync + 'static) {
        let sender = Mutex::new(self.sender.clone());
        let report = move |report| {
            let _ = sender.lock().unwrap_or_else(PoisonError::into_inner).send(fate(report));
        };
        self.notifier.show(popup, number, Arc::new(report));
    }

    fn put_away(&self, alarms: &[Alarm]) -> Result<()> {
        self.app.write(|write| {
            for alarm in alarms {
                storage::alarm::set_state(write.db, alarm.id, AlarmState::Settled)?;
                write.touch(alarm.contact);
            }
            Ok(())
        })
    }

    /// Takes pop-ups off the screen whose subject was dealt with in the window.
    fn withdraw_what_is_settled(&mut self) -> Result<()> {
        let standing = std::mem::take(&mut self.standing);
        for (handed, popup) in standing {
            let unwritten = self.unwritten.iter().any(|(other, _)| Arc::ptr_eq(other, &handed));
            if unwritten || self.app.read(|db| any(&handed.alarms, |id| storage::alarm::may_stand(db, id)))? {
                self.standing.push((handed, popup));
                continue;
            }
            if let Some(popup) = popup {
                self.notifier.withdraw(popup);
            }
            answer::note(&self.app, &handed.alarms, RingAnswer::Settled)?;
        }
        let (now, daily) = (self.app.now().civil, self.app.settings().daily_time.0);
        for waiting in self.app.waiting_alarms() {
            let still = self.app.read(|db| {
                any(&waiting.alarms, |id| Ok(storage::alarm::get(db, id)?.is_some_and(|it| it.is_due(now, daily))))
            })?;
            if !still {
                self.app.no_longer_waits(&waiting.alarms);
            }
        }
        Ok(())
    }
}

fn any(alarms: &[AlarmId], mut is_so: impl FnMut(AlarmId) -> Result<bool>) -> Result<bool> {
    for id in alarms {
        if is_so(*id)? {
            return Ok(true);
        }
    }
    Ok(false)
}
