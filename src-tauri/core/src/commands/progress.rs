//! How far a dry run, an import or what is done to many is, and whether it is to go on.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::event::Event;
use crate::{App, Error, Result};

/// How often progress is told at most.
const TELL_EVERY: Duration = Duration::from_millis(50);

/// Work of so many rows under way.
pub(super) struct Progress<'a> {
    app: &'a App,
    stopped: &'a AtomicBool,
    event: fn(u32, u32) -> Event,
    of: u32,
    told: Instant,
}

impl<'a> Progress<'a> {
    /// Of a dry run or an import.
    pub(super) fn new(app: &'a App, rows: usize) -> Self {
        Self::of(app, rows, &app.import_stopped, |done, of| Event::Progress { done, of })
    }

    /// Of what is done to many. An earlier wish to stop counts no more.
    pub(super) fn of_many(app: &'a App, rows: usize) -> Self {
        app.many_stopped.store(false, Ordering::Relaxed);
        Self::of(app, rows, &app.many_stopped, |done, of| Event::ManyProgress { done, of })
    }

    fn of(app: &'a App, rows: usize, stopped: &'a AtomicBool, event: fn(u32, u32) -> Event) -> Self {
        Self { app, stopped, event, of: u32::try_from(rows).unwrap_or(u32::MAX), told: Instant::now() }
    }

    /// So many rows are done.
    ///
    /// # Errors
    /// `cancelled` when the person wants it stopped. Asked once: the same can be begun again after that.
    pub(super) fn is_at(&mut self, done: usize) -> Result<()> {
        if self.stopped.swap(false, Ordering::Relaxed) {
            return Err(Error::refused("cancelled"));
        }
        let done = u32::try_from(done).unwrap_or(self.of);
        if self.told.elapsed() >= TELL_EVERY || done == self.of {
            self.told = Instant::now();
            self.app.tell(&(self.event)(done, self.of));
        }
        Ok(())
    }
}
