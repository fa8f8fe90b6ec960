//! What alarms a contact has of its own: keep in touch, and other days before the birthday than the settings say.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use rappel_domain::alarm::KeepInTouch;
use rappel_domain::ids::ContactId;
use rusqlite::params;

use super::Db;
use crate::{Error, Result};

/// At least every so many weeks, and since when; none where nobody asked for it.
pub fn keep_in_touch(db: &Db, contact: ContactId) -> Result<Option<KeepInTouch>> {
    let (weeks, from): (Option<u32>, Option<NaiveDate>) = db
        .prepare_cached("SELECT keep_in_touch_weeks, keep_in_touch_from FROM contact WHERE id = ?1")?
        .query_row([contact.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (Some(weeks), Some(from)) = (weeks, from) else { return Ok(None) };
    let talked: Option<NaiveDateTime> = db
        .prepare_cached(
            "SELECT max(at) FROM conversation WHERE contact_id = ?1 AND trashed_at IS NULL AND ending <> 'no_answer'",
        )?
        .query_row([contact.0], |row| row.get(0))?;
    Ok(Some(KeepInTouch { weeks, from, talked_on: talked.map(|at| at.date()) }))
}

/// Sets after how many weeks, with the clock started on `from`.
pub fn set_keep_in_touch(db: &Db, contact: ContactId, weeks: Option<u32>, from: NaiveDate) -> Result<()> {
    db.prepare_cached("UPDATE contact SET keep_in_touch_weeks = ?2, keep_in_touch_from = ?3 WHERE id = ?1")?
        .execute(params![contact.0, weeks, weeks.map(|_| from)])?;
    Ok(())
}

/// Sets the days before the birthday; none follows the settings.
pub fn set_birthday_offsets(db: &Db, contact: ContactId, offsets: Option<&BTreeSet<u32>>) -> Result<()> {
    let json = offsets.map(serde_json::to_string).transpose().map_err(|error| Error::Internal(error.to_string()))?;
    db.prepare_cached("UPDATE contact SET birthday_offsets = ?2 WHERE id = ?1")?.execute(params![contact.0, json])?;
    Ok(())
}
