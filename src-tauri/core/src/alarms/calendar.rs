//! A calendar that went back: a computer that ran days or months ahead and was set right.
//!
//! While it was ahead, birthdays were put away as missed, and who came in was told only of those after it. So everybody's birthday
//! is looked at again. The last day is kept in the file, as the clock may be set right while the program is off.

use chrono::{Days, NaiveDate};

use crate::app::App;
use crate::{Result, storage};

/// The name of the last day in the table of settings.
const LAST_DAY: &str = "last-day";
/// A journey to the west sets the date back by this much; nothing was missed by it.
const A_JOURNEY: Days = Days::new(1);
/// So many people are settled in one write, so that a save in the window never waits for long.
const AT_ONCE: usize = 500;

/// Notes the day; when it is days before the last one, arms anew what was put away meanwhile.
pub(super) fn turn_to(app: &App, today: NaiveDate) -> Result<()> {
    let last = app.read(|db| storage::setting::get::<NaiveDate>(db, LAST_DAY))?;
    if last == Some(today) {
        return Ok(());
    }
    if last.is_some_and(|last| today < last - A_JOURNEY) {
        let born = app.read(storage::contact::with_birthday)?;
        tracing::info!(people = born.len(), "the calendar went back; their birthdays are looked at again");
        for some in born.chunks(AT_ONCE) {
            app.write_once(|write| {
                some.iter().for_each(|contact| write.touch(*contact));
                Ok(())
            })?;
        }
    }
    app.write_once(|write| storage::setting::set(write.db, LAST_DAY, &today))
}
