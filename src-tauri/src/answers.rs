//! What people do with pop-ups, heard on the session bus of a Linux desktop.
//!
//! notify-rust begins to listen for an answer once its pop-up stands, so a press in between would be lost. Most services tell
//! an answer to the whole bus: those are heard here, by one thread that listens before the first pop-up is shown. Services that
//! answer only the connection that asked (GNOME's) are heard by notify-rust. The first of the two counts.

use std::collections::{HashMap, VecDeque};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rappel_core::notifier::Answer;
use zbus::MatchRule;
use zbus::blocking::{Connection, MessageIterator, fdo::DBusProxy};
use zbus::message::{Message, Type};

use crate::bus;
use crate::notifier::pressed;

/// How many answers are kept whose pop-up has no number yet.
const EARLY: usize = 16;

/// The answers of all pop-ups, and whether somebody shows them.
#[derive(Clone, Default)]
pub struct Answers(Arc<Mutex<Board>>, Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>);

#[derive(Default)]
struct Board {
    listening: bool,
    waiting: HashMap<u32, Sender<Answer>>,
    /// How many pop-ups are on their way to the screen.
    coming: usize,
    /// What was answered meanwhile, perhaps to one of them.
    early: VecDeque<(u32, Answer)>,
}

/// A pop-up on its way to the screen, from before it is shown until its number is known.
pub struct Coming(Answers);

impl Answers {
    /// Listens from now on, for a pop-up that is about to be shown.
    pub fn coming(&self) -> Coming {
        self.board().coming += 1;
        if let Err(error) = self.listen() {
            tracing::warn!(%error, "nobody listens on the bus for answers");
        }
        Coming(self.clone())
    }

    /// Has this called whenever a notification service comes.
    pub fn when_a_service_comes(&self, call: impl Fn() + Send + Sync + 'static) {
        // Set once, at the start.
        let _ = self.1.set(Box::new(call));
    }

    /// No more is to be heard of a pop-up.
    pub fn forget(&self, id: u32) {
        self.board().waiting.remove(&id);
    }

    fn board(&self) -> MutexGuard<'_, Board> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts the thread that listens, unless it runs. It ends with its connection, and the next pop-up starts another.
    fn listen(&self) -> zbus::Result<()> {
        if std::mem::replace(&mut self.board().listening, true) {
            return Ok(());
        }
        let started = self.subscribe().and_then(|messages| {
            let answers = self.clone();
            std::thread::Builder::new().name("pop-up-answers".to_owned()).spawn(move || {
                messages.flatten().for_each(|message| answers.hear(&message));
                answers.board().listening = false;
            })?;
            Ok(())
        });
        if started.is_err() {
            self.board().listening = false;
        }
        started
    }

    fn subscribe(&self) -> zbus::Result<MessageIterator> {
        let connection: Connection = bus::connect()?;
        let signals = || MatchRule::builder().msg_type(Type::Signal);
        let owners =
            signals().sender("org.freedesktop.DBus")?.member("NameOwnerChanged")?.arg(0, bus::NOTIFICATIONS)?;
        // Before the rules are set, so that nothing falls between.
        let messages = MessageIterator::from(&connection);
        let proxy = DBusProxy::new(&connection)?;
        proxy.add_match_rule(signals().interface(bus::NOTIFICATIONS)?.build())?;
        proxy.add_match_rule(owners.build())?;
        Ok(messages)
    }

    fn hear(&self, message: &Message) {
        if service_came(message)
            && let Some(call) = self.1.get()
        {
            call();
        }
        let Some((id, answer)) = answer_in(message) else { return };
        let mut board = self.board();
        match board.waiting.remove(&id) {
            Some(waiting) => {
                // Whoever waited heard it from notify-rust already, if not here.
                let _ = waiting.send(answer);
            }
            None if board.coming > 0 => {
                board.early.truncate(EARLY - 1);
                board.early.push_front((id, answer));
            }
            None => {}
        }
    }
}

impl Coming {
    /// It stands, under this number: its answer goes to `to`, one that has come already at once.
    pub fn stands(self, id: u32, to: Sender<Answer>) {
        let mut board = self.0.board();
        // A press is told before the closing that follows it, and stands behind it in the list.
        match board.early.iter().rev().find(|(early, _)| *early == id) {
            Some((_, answer)) => drop(to.send(*answer)),
            None => drop(board.waiting.insert(id, to)),
        }
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        let mut board = self.0.board();
        board.coming -= 1;
        // Numbers are used again when the service starts anew, so old answers must not linger.
        if board.coming == 0 {
            board.early.clear();
        }
    }
}

/// Whether a signal tells that the notification service has an owner (again).
fn service_came(message: &Message) -> bool {
    let header = message.header();
    if header.member().is_none_or(|it| it.as_str() != "NameOwnerChanged") {
        return false;
    }
    let names: zbus::Result<(String, String, String)> = message.body().deserialize();
    names.is_ok_and(|(name, _, owner)| name == bus::NOTIFICATIONS && !owner.is_empty())
}

/// The pop-up and the answer that a signal of the notification service tells of.
fn answer_in(message: &Message) -> Option<(u32, Answer)> {
    let header = message.header();
    if header.interface().is_none_or(|it| it.as_str() != bus::NOTIFICATIONS) {
        return None;
    }
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (id, action): (u32, String) = message.body().deserialize().ok()?;
            Some((id, pressed(&action)))
        }
        "NotificationClosed" => {
            let (id, _why): (u32, u32) = message.body().deserialize().ok()?;
            Some((id, Answer::Closed))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn signal(member: &str, body: &(impl serde::Serialize + zbus::zvariant::DynamicType)) -> Message {
        let path = "/org/freedesktop/Notifications";
        Message::signal(path, bus::NOTIFICATIONS, member).unwrap().build(body).unwrap()
    }

    /// As after [`Answers::coming`], without a bus.
    fn coming(answers: &Answers) -> Coming {
        answers.board().coming += 1;
        Coming(answers.clone())
    }

    #[test]
    fn a_button_pressed_before_its_pop_up_had_a_number_counts() {
        let answers = Answers::default();
        let popup = coming(&answers);
        answers.hear(&signal("ActionInvoked", &(7u32, "done")));
        answers.hear(&signal("NotificationClosed", &(7u32, 3u32)));
        let (to, answer) = channel();
        popup.stands(7, to);
        assert_eq!(answer.recv(), Ok(Answer::Done));
    }

    #[test]
    fn a_pop_up_hears_its_own_answer_only() {
        let answers = Answers::default();
        let (to, answer) = channel();
        coming(&answers).stands(7, to);
        answers.hear(&signal("ActionInvoked", &(8u32, "done")));
        answers.hear(&signal("ActionInvoked", &(7u32, "snooze")));
        assert_eq!(answer.recv(), Ok(Answer::Snoozed));
    }

    #[test]
    fn an_old_answer_is_not_taken_for_that_of_a_new_pop_up_with_the_same_number() {
        let answers = Answers::default();
        drop(coming(&answers));
        answers.hear(&signal("NotificationClosed", &(1u32, 2u32)));
        let (to, answer) = channel();
        coming(&answers).stands(1, to);
        assert!(answer.try_recv().is_err());
    }
}
