//! The page in the large window: what is given to it along with its files, whether it hears by now, and what it is told once it
//! does. A window is made only when somebody wants to see it.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rappel_core::App;
use rappel_core::event::{Event, Goto, Topic};
use rappel_core::text::source;

use crate::commands;

/// What the page asks before its first picture. With the answers at hand that picture is whole, and drawn once. Only what takes as
/// long with many people as with few: a window waits for it.
const ASKED_FIRST: [&str; 5] = ["get_frame", "get_counts", "get_today", "list_views", "get_start_at_login"];

/// The page in the window.
#[derive(Default)]
pub struct Page(Mutex<State>);

enum State {
    /// It listens.
    Here,
    /// It does not listen yet, or there is none.
    Away(Missed),
}

/// What the page has not heard.
#[derive(Default)]
struct Missed {
    /// What it is to show when it comes.
    wish: Option<Goto>,
    /// What changed since it was given its first answers.
    topics: BTreeSet<Topic>,
}

impl Default for State {
    fn default() -> Self {
        Self::Away(Missed::default())
    }
}

impl Page {
    /// What runs in the page before its own program: it leaves there the answers to its first questions and the sentences of
    /// the language. What changes from now on is told once the page listens.
    pub fn first_answers(&self, app: &App) -> String {
        if let State::Away(missed) = &mut *self.state() {
            missed.topics.clear();
        }
        let answers = commands::answers(app, &ASKED_FIRST);
        let language = app.language();
        let sentences = serde_json::json!({ "language": language, "source": source(language) });
        format!("window.rappel = {{ answers: {answers}, sentences: {sentences} }};")
    }

    /// Whether the page hears of this itself; else what matters is kept for when it comes.
    pub fn hears(&self, event: &Event) -> bool {
        match (&mut *self.state(), event) {
            (State::Here, _) => true,
            (State::Away(missed), Event::Open { to }) => {
                // Just to come to the front is no wish of its own.
                if missed.wish.is_none() || *to != Goto::Window {
                    missed.wish = Some(to.clone());
                }
                false
            }
            (State::Away(missed), Event::Changed { topics, .. }) => {
                missed.topics.extend(topics);
                false
            }
            (State::Away(_), _) => false,
        }
    }

    /// The page listens from now on; what it is told first.
    pub fn came(&self) -> Vec<Event> {
        match std::mem::replace(&mut *self.state(), State::Here) {
            State::Here => Vec::new(),
            State::Away(Missed { wish, topics }) => {
                let topics: Vec<Topic> = topics.into_iter().collect();
                let changed = (!topics.is_empty()).then_some(Event::Changed { topics, undo: None });
                changed.into_iter().chain(wish.map(|to| Event::Open { to })).collect()
            }
        }
    }

    /// The page went with its window.
    pub fn left(&self) {
        *self.state() = State::default();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish() -> Event {
        Event::Open { to: Goto::Today { alarms: Vec::new() } }
    }

    fn changed(topics: &[Topic]) -> Event {
        Event::Changed { topics: topics.to_vec(), undo: None }
    }

    #[test]
    fn a_wish_waits_for_the_page_and_is_told_once() {
        let page = Page::default();
        assert!(!page.hears(&wish()));
        assert!(!page.hears(&Event::Open { to: Goto::Window }), "to come to the front is no other wish");
        assert_eq!(page.came(), [wish()]);
        assert!(page.hears(&wish()));
        assert_eq!(page.came(), [], "the page was loaded anew");
        page.left();
        assert_eq!(page.came(), []);
    }

    #[test]
    fn what_changed_while_the_page_was_loaded_is_told_once_and_before_the_wish() {
        let page = Page::default();
        assert!(!page.hears(&changed(&[Topic::Settings, Topic::Contacts])));
        assert!(!page.hears(&wish()));
        assert!(!page.hears(&changed(&[Topic::Contacts])));
        assert_eq!(page.came(), [changed(&[Topic::Contacts, Topic::Settings]), wish()]);
        assert!(page.hears(&changed(&[Topic::Contacts])));
        assert_eq!(page.came(), []);
    }
}
