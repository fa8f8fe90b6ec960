//! The calendar: what comes, day by day.

use chrono::Days;

use crate::storage::calendar::{self, Span};
use crate::text::check;
use crate::views::*;
use crate::{App, Result};

/// At most six weeks at a time: a month with the days around it.
const DAYS: u32 = 42;
/// At most so many entries of a day; the count tells of the others.
const ROWS: u32 = 50;
/// How many rows of an opened day are read at a time.
const WINDOW: u32 = 200;

/// A span of days with what falls on each: follow-ups to do and done, those that come again, birthdays, and cards to post.
///
/// # Errors
/// `bad_date`.
pub fn get_calendar(app: &App, input: CalendarQuery) -> Result<Vec<CalendarDay>> {
    check::date(input.from)?;
    let days = input.days.min(DAYS);
    let (now, settings) = (app.now(), app.settings());
    app.read(|db| {
        let span = Span::of(db, input.from, days, &now, &settings)?;
        (0..days).map(|ahead| span.day(input.from + Days::new(u64::from(ahead)), input.rows.min(ROWS))).collect()
    })
}

/// Opens a day with all that falls on it, as a list to be read by position.
///
/// # Errors
/// `bad_date`.
pub fn open_calendar_day(app: &App, input: CalendarDayRef) -> Result<PeopleList> {
    check::date(input.on)?;
    let (now, settings) = (app.now(), app.settings());
    let all = app.read(|db| Span::of(db, input.on, 1, &now, &settings)?.list(input.on))?;
    let total = u32::try_from(all.len()).unwrap_or(u32::MAX);
    Ok(PeopleList { snapshot: app.keep_snapshot(all), total })
}

/// Reads rows of an opened day.
///
/// # Errors
/// `list_gone` when the list was dropped since.
pub fn get_calendar_day(app: &App, input: CalendarDayWindow) -> Result<Vec<CalendarEntry>> {
    let all = app.snapshot(input.snapshot)?;
    let from = (input.from as usize).min(all.len());
    let to = (from + input.count.min(WINDOW) as usize).min(all.len());
    let settings = app.settings();
    app.read(|db| calendar::rows(db, &all[from..to], input.on, &settings))
}
