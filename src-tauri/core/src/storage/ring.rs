//! The ledger: each ring, when it was due, handed over and shown, and what the person did.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rappel_domain::alarm::AlarmKind;
use rappel_domain::ids::{AlarmId, ContactId};
use rusqlite::{OptionalExtension, Row, params};

use super::{Db, from_word};
use crate::Result;
use crate::views::{RingAnswer, RingView};

/// Notes that a pop-up is about to be handed to the desktop, under this number. An alarm that is not there, as in data that were restored
/// meanwhile, leaves no note.
pub fn insert(
    db: &Db,
    alarm: AlarmId,
    due: NaiveDateTime,
    now: NaiveDateTime,
    popup: u32,
    in_digest: bool,
) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO ring (alarm_id, due, handed_at, popup, in_digest) SELECT id, ?2, ?3, ?4, ?5 FROM alarm WHERE id = ?1",
    )?
    .execute(params![alarm.0, due, now, popup, in_digest])?;
    Ok(())
}

const LAST: &str = "id = (SELECT max(id) FROM ring WHERE alarm_id = ?1)";

/// When the last pop-up of an alarm was handed to the desktop.
pub fn handed_at(db: &Db, alarm: AlarmId) -> Result<Option<NaiveDateTime>> {
    let sql = format!("SELECT handed_at FROM ring WHERE {LAST}");
    Ok(db.prepare_cached(&sql)?.query_row([alarm.0], |row| row.get(0)).optional()?)
}

/// Notes that the desktop took the last pop-up of an alarm, and its number for it, where it gives one.
pub fn set_shown(db: &Db, alarm: AlarmId, at: NaiveDateTime, popup: Option<u32>) -> Result<()> {
    db.prepare_cached(&format!("UPDATE ring SET shown_at = ?2, popup = ifnull(?3, popup), refused = 0 WHERE {LAST}"))?
        .execute(params![alarm.0, at, popup])?;
    Ok(())
}

/// Notes that the desktop refused the last pop-up of an alarm.
pub fn set_refused(db: &Db, alarm: AlarmId) -> Result<()> {
    db.prepare_cached(&format!("UPDATE ring SET refused = 1 WHERE {LAST}"))?.execute([alarm.0])?;
    Ok(())
}

/// Notes what the person did with the last ring of an alarm, unless it was noted before.
pub fn answer(db: &Db, alarm: AlarmId, answer: RingAnswer, at: NaiveDateTime) -> Result<()> {
    db.prepare_cached(&format!(
        "UPDATE ring SET answer = ?2, answered_at = ?3 WHERE {LAST} AND (answer IS NULL OR answer = 'closed')"
    ))?
    .execute(params![alarm.0, super::word(&answer), at])?;
    Ok(())
}

/// The number of the pop-up by which this ring of an alarm was tried, unless the desktop is known to have taken it.
pub fn open_number(db: &Db, alarm: AlarmId, due: NaiveDateTime) -> Result<Option<u32>> {
    let sql = format!("SELECT popup FROM ring WHERE {LAST} AND shown_at IS NULL AND due = ?2 AND answer IS NULL");
    Ok(db.prepare_cached(&sql)?.query_row(params![alarm.0, due], |row| row.get(0)).optional()?)
}

/// Whether an alarm rang for this due time; one without a time at any hour of that day, as the daily time may have changed since.
pub fn rang(db: &Db, alarm: AlarmId, on: NaiveDate, at: Option<NaiveTime>) -> Result<bool> {
    let sql = "SELECT 1 FROM ring WHERE alarm_id = ?1 AND shown_at IS NOT NULL AND date(due) = ?2 AND (?3 IS NULL OR time(due) = ?3)";
    Ok(db.prepare_cached(sql)?.exists(params![alarm.0, on, at])?)
}

/// The ledger, newest first: at most `limit` rings older than `before`, of people whose name has `search` in it.
pub fn list(db: &Db, search: &str, before: Option<i64>, limit: u32) -> Result<Vec<RingView>> {
    let mut statement = db.prepare_cached(
        "SELECT ring.id, ring.due, ring.handed_at, ring.shown_at, ring.refused, ring.in_digest, ring.answer, ring.answered_at,
                alarm.contact_id, contact_state.name, alarm.kind, ifnull(follow_up.what, '')
         FROM ring JOIN alarm ON alarm.id = ring.alarm_id
         JOIN contact_state ON contact_state.contact_id = alarm.contact_id
         LEFT JOIN follow_up ON follow_up.id = alarm.follow_up_id
         WHERE ring.id < ?1 AND (?2 = '' OR instr(lower(contact_state.name), ?2) > 0)
         ORDER BY ring.id DESC LIMIT ?3",
    )?;
    let rows = statement
        .query_map(params![before.unwrap_or(i64::MAX), search.to_lowercase(), limit], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter()
        .map(|(mut ring, kind, answer)| {
            ring.kind = from_word(kind)?;
            ring.answer = answer.map(from_word).transpose()?;
            Ok(ring)
        })
        .collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<(RingView, String, Option<String>)> {
    let moment = |at: Option<NaiveDateTime>| at.map(|it| it.to_string());
    let ring = RingView {
        id: row.get(0)?,
        due: row.get::<_, NaiveDateTime>(1)?.to_string(),
        handed_at: row.get::<_, NaiveDateTime>(2)?.to_string(),
        shown_at: moment(row.get(3)?),
        refused: row.get(4)?,
        in_digest: row.get(5)?,
        answer: None,
        answered_at: moment(row.get(7)?),
        contact: ContactId(row.get(8)?),
        name: row.get(9)?,
        kind: AlarmKind::FollowUp,
        what: row.get(11)?,
    };
    Ok((ring, row.get(10)?, row.get(6)?))
}
