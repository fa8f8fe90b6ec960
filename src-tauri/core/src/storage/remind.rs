//! What Rappel reminds of about one contact: keeping in touch, and the days before the birthday.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use rappel_domain::alarm::KeepInTouch;
use rappel_domain::ids::ContactId;
use rusqlite::params;

use super::Db;
use crate::{Error, Result};

/// After how many weeks without a conversation to ring about somebody, and the day that clock started on; none where it is not
/// wanted.
pub fn keep_in_touch(db: &Db, id: ContactId) -> Result<Option<KeepInTouch>> {
    let found: (Option<u32>, Option<NaiveDate>, Option<NaiveDateTime>) = db
        .prepare_cached(
            "SELECT keep_in_touch_weeks, keep_in_touch_from,
               (SELECT max(at) FROM conversation
                WHERE contact_id = ?1 AND trashed_at IS NULL AND ending <> 'no_answer')
             FROM contact WHERE id = ?1",
        )?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let (Some(weeks), Some(set), last) = found else { return Ok(None) };
    Ok(Some(KeepInTouch { weeks, from: last.map_or(set, |last| set.max(last.date())) }))
}

/// Sets the weeks, and starts the clock; none for no such alarm.
pub fn set_keep_in_touch(db: &Db, id: ContactId, to: Option<KeepInTouch>) -> Result<()> {
    db.prepare_cached("UPDATE contact SET keep_in_touch_weeks = ?2, keep_in_touch_from = ?3 WHERE id = ?1")?
        .execute(params![id.0, to.map(|it| it.weeks), to.map(|it| it.from)])?;
    Ok(())
}

/// Sets how many days before somebody's birthday its alarms ring; none to follow the settings.
pub fn set_birthday_offsets(db: &Db, id: ContactId, offsets: Option<&BTreeSet<u32>>) -> Result<()> {
    let json = offsets.map(serde_json::to_string).transpose().map_err(|error| Error::Internal(error.to_string()))?;
    db.prepare_cached("UPDATE contact SET birthday_offsets = ?2 WHERE id = ?1")?.execute(params![id.0, json])?;
    Ok(())
}
