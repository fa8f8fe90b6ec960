//! Alarms and the ledger of their rings. Never asks about more than one contact or the armed ones through their index.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rappel_domain::alarm::{AlarmKind, Occurrence};
use rappel_domain::ids::{AlarmId, ContactId, FollowUpId};
use rusqlite::{OptionalExtension, Row, params};

use super::{Db, from_word, word};
use crate::Result;

/// How an alarm stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlarmState {
    /// Will ring.
    Armed,
    /// Rang.
    Shown,
    /// Would ring, but the person must not be contacted now.
    Suspended,
    /// Nothing is left to ring about.
    Settled,
}

/// An alarm's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// Its number.
    pub id: AlarmId,
    /// Whose.
    pub contact: ContactId,
    /// About what, and when it was due.
    pub occurrence: Occurrence,
    /// The day it rings, which a snooze moves.
    pub ring_on: NaiveDate,
    /// The time it rings; none for the daily time.
    pub ring_at: Option<NaiveTime>,
    /// How it stands.
    pub state: AlarmState,
}

impl Alarm {
    /// When it rings.
    pub fn rings(&self, daily_time: NaiveTime) -> NaiveDateTime {
        self.ring_on.and_time(self.ring_at.unwrap_or(daily_time))
    }

    /// When it was due.
    pub fn due(&self, daily_time: NaiveTime) -> NaiveDateTime {
        self.occurrence.on.and_time(self.occurrence.at.unwrap_or(daily_time))
    }
}

const COLUMNS: &str =
    "id, contact_id, kind, follow_up_id, days_before, period, due_on, due_at, ring_on, ring_at, state";

fn read(row: &Row<'_>) -> rusqlite::Result<(Alarm, String, String)> {
    let alarm = Alarm {
        id: AlarmId(row.get(0)?),
        contact: ContactId(row.get(1)?),
        occurrence: Occurrence {
            kind: AlarmKind::FollowUp,
            follow_up: row.get::<_, Option<i64>>(3)?.map(FollowUpId),
            offset: row.get(4)?,
            period: row.get(5)?,
            on: row.get(6)?,
            at: row.get(7)?,
        },
        ring_on: row.get(8)?,
        ring_at: row.get(9)?,
        state: AlarmState::Settled,
    };
    Ok((alarm, row.get(2)?, row.get(10)?))
}

fn finish((mut alarm, kind, state): (Alarm, String, String)) -> Result<Alarm> {
    alarm.occurrence.kind = from_word(kind)?;
    alarm.state = from_word(state)?;
    Ok(alarm)
}

/// All alarms of a contact that are not settled, and for birthdays and cards those of `since` or later.
pub fn of_contact(db: &Db, contact: ContactId, since_year: i32) -> Result<Vec<Alarm>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM alarm WHERE contact_id = ?1 AND (kind = 'follow_up' OR state <> 'settled' OR period >= ?2)"
    ))?;
    let rows = statement.query_map(params![contact.0, since_year], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// One alarm.
pub fn get(db: &Db, id: AlarmId) -> Result<Option<Alarm>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM alarm WHERE id = ?1"))?
        .query_row([id.0], read)
        .optional()?
        .map(finish)
        .transpose()
}

/// The alarm of a follow-up.
pub fn of_follow_up(db: &Db, follow_up: FollowUpId) -> Result<Option<Alarm>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM alarm WHERE follow_up_id = ?1"))?
        .query_row([follow_up.0], read)
        .optional()?
        .map(finish)
        .transpose()
}

/// Writes a new alarm.
pub fn insert(db: &Db, contact: ContactId, it: &Occurrence, state: AlarmState) -> Result<AlarmId> {
    db.prepare_cached(
        "INSERT INTO alarm (contact_id, kind, follow_up_id, days_before, period, due_on, due_at, ring_on, ring_at, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?7, ?8)",
    )?
    .execute(params![
        contact.0,
        word(&it.kind),
        it.follow_up.map(|id| id.0),
        it.offset,
        it.period,
        it.on,
        it.at,
        word(&state)
    ])?;
    Ok(AlarmId(db.last_insert_rowid()))
}

/// Moves an alarm to a new due time, which ends a snooze.
pub fn set_due(db: &Db, id: AlarmId, on: NaiveDate, at: Option<NaiveTime>, state: AlarmState) -> Result<()> {
    db.prepare_cached(
        "UPDATE alarm SET due_on = ?2, due_at = ?3, ring_on = ?2, ring_at = ?3, state = ?4 WHERE id = ?1",
    )?
    .execute(params![id.0, on, at, word(&state)])?;
    Ok(())
}

/// Arms an alarm for another moment; its due time stays.
pub fn snooze(db: &Db, id: AlarmId, until: NaiveDateTime) -> Result<()> {
    db.prepare_cached("UPDATE alarm SET ring_on = ?2, ring_at = ?3, state = 'armed' WHERE id = ?1")?
        .execute(params![id.0, until.date(), until.time()])?;
    Ok(())
}

/// Sets how an alarm stands.
pub fn set_state(db: &Db, id: AlarmId, state: AlarmState) -> Result<()> {
    db.prepare_cached("UPDATE alarm SET state = ?2 WHERE id = ?1")?.execute(params![id.0, word(&state)])?;
    Ok(())
}

/// The armed alarms whose time has come, earliest first. Their number is bounded: after a long absence with thousands due,
/// the rest follows in the next turn.
pub fn due(db: &Db, now: NaiveDateTime, daily_time: NaiveTime, limit: u32) -> Result<Vec<Alarm>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM alarm WHERE state = 'armed' AND ring_on <= ?1
           AND (ring_on < ?1 OR ifnull(ring_at, ?3) <= ?2) ORDER BY ring_on, ifnull(ring_at, ?3), id LIMIT ?4"
    ))?;
    let rows = statement
        .query_map(params![now.date(), now.time(), daily_time, limit], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// The armed alarms that ring next.
pub fn next(db: &Db, daily_time: NaiveTime, limit: u32) -> Result<Vec<Alarm>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM alarm WHERE state = 'armed' ORDER BY ring_on, ifnull(ring_at, ?1), id LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![daily_time, limit], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// Notes a ring in the ledger.
pub fn insert_ring(
    db: &Db,
    alarm: AlarmId,
    due: NaiveDateTime,
    shown_at: NaiveDateTime,
    in_digest: bool,
) -> Result<()> {
    db.prepare_cached("INSERT INTO ring (alarm_id, due, shown_at, in_digest) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![alarm.0, due, shown_at, in_digest])?;
    Ok(())
}

/// Notes in the ledger what the person did with the last ring of an alarm, unless it was noted before.
pub fn answer_ring(db: &Db, alarm: AlarmId, answer: &str, at: NaiveDateTime) -> Result<()> {
    db.prepare_cached(
        "UPDATE ring SET answer = ?2, answered_at = ?3
         WHERE id = (SELECT max(id) FROM ring WHERE alarm_id = ?1) AND (answer IS NULL OR answer = 'closed')",
    )?
    .execute(params![alarm.0, answer, at])?;
    Ok(())
}
