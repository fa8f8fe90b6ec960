//! Today: whom do I owe what, now.

use crate::views::*;

use crate::Result;
use crate::app::App;
use crate::storage::{self, today};

/// How many rows each list holds at most.
const LIST: u32 = 100;
/// How far those without a next step are counted.
const MOST: u32 = 1000;

/// The whole screen of today.
///
/// # Errors
/// Those of the database.
pub fn get_today(app: &App, (): ()) -> Result<Today> {
    let (now, settings) = (app.now(), app.settings());
    app.read(|db| {
        let date = now.today();
        let counts = today::due_counts(db, date)?;
        let (people, to_qualify) = storage::count::people(db)?;
        let (birthdays, birthdays_this_week) = today::birthdays(db, &now, &settings, LIST)?;
        Ok(Today {
            date,
            overdue: today::due_items(db, date, true, LIST)?,
            overdue_count: counts.overdue,
            today: today::due_items(db, date, false, LIST)?,
            today_count: counts.today,
            done: today::done_items(db, date, LIST)?,
            birthdays,
            birthdays_this_week,
            keep_in_touch: today::keep_in_touch(db, date, 20)?,
            keep_in_touch_count: today::count_keep_in_touch(db, date)?,
            questions: storage::question::open(db, 20)?,
            questions_count: storage::question::count_open(db)?,
            answers_to_tell: storage::question::count_to_tell(db)?,
            no_next_step: today::count_without_next_step(db, MOST)?,
            to_qualify,
            qualify_from: today::qualify_from(db)?,
            next_alarm: today::next_alarm(db, now.civil, settings.daily_time.0)?,
            empty: people == 0,
        })
    })
}
