//! When a desktop that refuses pop-ups is asked again.

use std::time::{Duration, Instant};

/// The pause after the first refusal; it doubles with each further one.
const FIRST: Duration = Duration::from_secs(5);
const LONGEST: Duration = Duration::from_secs(300);

/// Ever longer pauses between tries, until one is taken.
#[derive(Default)]
pub(super) struct Retry {
    /// Not before this moment.
    at: Option<Instant>,
    refusals: u32,
}

impl Retry {
    /// The desktop refused a pop-up.
    pub fn refused(&mut self) {
        let pause = FIRST.saturating_mul(1 << self.refusals.min(8)).min(LONGEST);
        self.refusals += 1;
        self.at = Some(Instant::now() + pause);
    }

    /// The desktop took a pop-up.
    pub fn taken(&mut self) {
        *self = Self::default();
    }

    /// The desktop may take pop-ups again: the pause is over, and the next is as long as it would have been.
    pub fn at_once(&mut self) {
        self.at = None;
    }

    /// How long still to wait; none where it may be asked.
    pub fn wait(&self) -> Option<Duration> {
        self.at.and_then(|at| at.checked_duration_since(Instant::now()))
    }
}
