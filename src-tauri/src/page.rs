//! Whether the page is there to hear, and what it is to show once it is: a window is made only when somebody wants to see it.

use std::sync::{Mutex, PoisonError};

use rappel_core::event::Goto;

/// The page in the window.
#[derive(Default)]
pub struct Page(Mutex<State>);

enum State {
    /// It listens.
    Here,
    /// It does not, and what it is to show when it comes.
    Away(Option<Goto>),
}

impl Default for State {
    fn default() -> Self {
        Self::Away(None)
    }
}

impl Page {
    /// Whether the page hears of this itself; else it is kept for when it comes.
    pub fn hears(&self, to: &Goto) -> bool {
        match &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            State::Here => true,
            // Just to come to the front is no wish of its own.
            State::Away(Some(_)) if *to == Goto::Window => false,
            State::Away(wish) => {
                *wish = Some(to.clone());
                false
            }
        }
    }

    /// The page listens from now on; what was wished for meanwhile.
    pub fn came(&self) -> Option<Goto> {
        match std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), State::Here) {
            State::Here => None,
            State::Away(wish) => wish,
        }
    }

    /// The page went with its window.
    pub fn left(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = State::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish() -> Goto {
        Goto::Today { alarms: Vec::new() }
    }

    #[test]
    fn a_wish_waits_for_the_page_and_is_told_once() {
        let page = Page::default();
        assert!(!page.hears(&wish()));
        assert!(!page.hears(&Goto::Window), "to come to the front is no other wish");
        assert_eq!(page.came(), Some(wish()));
        assert!(page.hears(&wish()));
        assert_eq!(page.came(), None, "the page was loaded anew");
        page.left();
        assert_eq!(page.came(), None);
    }
}
