//! How far a dry run or an import is, and whether it is to go on.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use crate::event::Event;
use crate::{App, Error, Result};

/// How often progress is told at most.
const TELL_EVERY: Duration = Duration::from_millis(50);

/// Work of so many rows under way.
pub(super) struct Progress<'a> {
    app: &'a App,
    of: u32,
    told: Instant,
}

impl<'a> Progress<'a> {
    pub(super) fn new(app: &'a App, rows: usize) -> Self {
        Self { app, of: u32::try_from(rows).unwrap_or(u32::MAX), told: Instant::now() }
    }

    /// So many rows are done.
    ///
    /// # Errors
    /// `cancelled` when the person wants it stopped. Asked once: the same can be begun again after that.
    pub(super) fn is_at(&mut self, done: usize) -> Result<()> {
        if self.app.import_stopped.swap(false, Ordering::Relaxed) {
            return Err(Error::refused("cancelled"));
        }
        let done = u32::try_from(done).unwrap_or(self.of);
        if self.told.elapsed() >= TELL_EVERY || done == self.of {
            self.told = Instant::now();
            self.app.tell(&Event::Progress { done, of: self.of });
        }
        Ok(())
    }
}
