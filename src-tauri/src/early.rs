//! What is asked too early: while the data are still being opened a second start may come, or a file that Finder hands over. It waits.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::args::Args;

/// What waits, until the program can do it.
pub struct Early(Mutex<Option<Vec<Args>>>);

impl Default for Early {
    fn default() -> Self {
        Self(Mutex::new(Some(Vec::new())))
    }
}

impl Early {
    /// Keeps what came too early; gives back what can be done now.
    pub fn keep(&self, args: Args) -> Option<Args> {
        match self.waiting().as_mut() {
            Some(waiting) => {
                waiting.push(args);
                None
            }
            None => Some(args),
        }
    }

    /// What waited. From now on nothing has to.
    pub fn ready(&self) -> Vec<Args> {
        self.waiting().take().unwrap_or_default()
    }

    fn waiting(&self) -> MutexGuard<'_, Option<Vec<Args>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_early_is_done_once_and_in_its_order() {
        let early = Early::default();
        let [first, second] = [300, 5].map(|people| Args { demo: Some(people), ..Args::default() });
        assert_eq!(early.keep(first.clone()), None);
        assert_eq!(early.keep(second.clone()), None);
        assert_eq!(early.ready(), [first.clone(), second]);
        assert_eq!(early.keep(first.clone()), Some(first), "nothing waits any more");
        assert_eq!(early.ready(), []);
    }
}
