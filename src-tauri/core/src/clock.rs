//! The only place that reads the computer's clock; everything else is handed the time.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, Utc};

/// One moment, as an instant and as the wall clock of this computer shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The instant.
    pub utc: DateTime<Utc>,
    /// What the clock on the wall says then, in this computer's zone.
    pub civil: NaiveDateTime,
}

impl Now {
    /// Today's date on the wall calendar.
    pub fn today(&self) -> NaiveDate {
        self.civil.date()
    }

    /// Milliseconds since 1970 in UTC, as stored in the database.
    pub fn millis(&self) -> i64 {
        self.utc.timestamp_millis()
    }
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Now;
}

/// The computer's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that may ask")]
    fn now(&self) -> Now {
        let local = Local::now();
        Now { utc: local.to_utc(), civil: local.naive_local() }
    }
}
