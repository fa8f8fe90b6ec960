//! The only place that reads the computer's clock; everything else is handed the time.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeZone, Utc};

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

    /// The instant, in milliseconds since 1970 in UTC, at which the clock on the wall shows a civil moment: the first minute after a
    /// gap, and the first of two. By default as if the zone never changed.
    fn instant(&self, civil: NaiveDateTime) -> i64 {
        let now = self.now();
        (now.utc + (civil - now.civil)).timestamp_millis()
    }
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

    fn instant(&self, civil: NaiveDateTime) -> i64 {
        // Inside a gap no instant shows the moment; the next hour or two hold the first that shows a later one.
        let minutes = (0..=180).map(|minutes| civil + chrono::Duration::minutes(minutes));
        let found = minutes.filter_map(|at| Local.from_local_datetime(&at).earliest()).next();
        found.map_or_else(|| civil.and_utc().timestamp_millis(), |at| at.timestamp_millis())
    }
}
