//! Alarms. Never asks about more than one contact, or about the armed ones through their index.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use rappel_domain::alarm::{AlarmKind, BIRTHDAY_GRACE_DAYS, Occurrence};
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

    /// Whether it is armed and its time has come.
    pub fn is_due(&self, now: NaiveDateTime, daily_time: NaiveTime) -> bool {
        self.state == AlarmState::Armed && self.rings(daily_time) <= now
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

/// The alarm about keeping in touch with somebody, where the clock has run out.
pub fn keep_in_touch_due(db: &Db, contact: ContactId, today: NaiveDate) -> Result<Option<AlarmId>> {
    let found = db
        .prepare_cached(
            "SELECT id FROM alarm WHERE contact_id = ?1 AND kind = 'keep_in_touch' AND due_on <= ?2
               AND state IN ('armed', 'shown') ORDER BY due_on DESC LIMIT 1",
        )?
        .query_row(params![contact.0, today], |row| row.get(0))
        .optional()?;
    Ok(found.map(AlarmId))
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

/// An alarm that is still to be written, in the words of its columns.
#[derive(Debug, Clone)]
pub struct NewAlarm {
    kind: String,
    days_before: u32,
    period: i32,
    on: String,
    at: Option<String>,
    state: String,
}

impl NewAlarm {
    /// That of an occurrence; not for those of follow-ups.
    pub fn of(it: &Occurrence, state: AlarmState) -> Self {
        Self {
            kind: word(&it.kind),
            days_before: it.offset,
            period: it.period,
            on: it.on.to_string(),
            at: it.at.map(|at| at.to_string()),
            state: word(&state),
        }
    }
}

/// Writes the alarms of people who have none.
pub fn insert_all<'a>(db: &Db, new: impl Iterator<Item = (ContactId, &'a NewAlarm)>) -> Result<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO alarm (contact_id, kind, days_before, period, due_on, due_at, ring_on, ring_at, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?6, ?7)",
    )?;
    for (contact, it) in new {
        insert.execute(params![contact.0, it.kind, it.days_before, it.period, it.on, it.at, it.state])?;
    }
    Ok(())
}

/// Moves an alarm to a new due time, which ends a snooze.
pub fn set_due(db: &Db, id: AlarmId, on: NaiveDate, at: Option<NaiveTime>, state: AlarmState) -> Result<()> {
    db.prepare_cached(
        "UPDATE alarm SET due_on = ?2, due_at = ?3, ring_on = ?2, ring_at = ?3, state = ?4 WHERE id = ?1",
    )?
    .execute(params![id.0, on, at, word(&state)])?;
    Ok(())
}

/// Arms an alarm for another moment; its due time stays. One that must not ring now goes on resting.
pub fn snooze(db: &Db, id: AlarmId, until: NaiveDateTime) -> Result<()> {
    db.prepare_cached(
        "UPDATE alarm SET ring_on = ?2, ring_at = ?3, state = iif(state = 'suspended', state, 'armed') WHERE id = ?1",
    )?
    .execute(params![id.0, until.date(), until.time()])?;
    Ok(())
}

/// Sets how an alarm stands.
pub fn set_state(db: &Db, id: AlarmId, state: AlarmState) -> Result<()> {
    db.prepare_cached("UPDATE alarm SET state = ?2 WHERE id = ?1")?.execute(params![id.0, word(&state)])?;
    Ok(())
}

/// What was missed for so long that it only stands in Today: a birthday for more than five days after it, and its card. A snooze
/// keeps it alive.
const STALE: &str = "(kind IN ('birthday', 'card') AND ring_on = due_on AND ring_at IS due_at AND due_on < date(?1, '-' || (days_before + ?2) || ' days'))";

// Alarms with a time and those of the daily time are looked up apart, each through an index of its own, so that nothing is read
// that is not asked for.

fn due_sql() -> String {
    format!(
        "SELECT * FROM (
           SELECT {COLUMNS} FROM alarm
           WHERE state = 'armed' AND ring_at IS NOT NULL AND (ring_on, ring_at) <= (?1, ?3) AND NOT {STALE}
           UNION ALL
           SELECT {COLUMNS} FROM alarm WHERE state = 'armed' AND ring_at IS NULL AND ring_on <= ?5 AND NOT {STALE})
         ORDER BY ring_on, ifnull(ring_at, ?4), id LIMIT ?6"
    )
}

fn stale_sql() -> String {
    format!(
        "SELECT * FROM (
           SELECT {COLUMNS} FROM alarm WHERE state = 'armed' AND ring_at IS NOT NULL AND ring_on < ?1 AND {STALE}
           UNION ALL
           SELECT {COLUMNS} FROM alarm WHERE state = 'armed' AND ring_at IS NULL AND ring_on < ?1 AND {STALE})
         ORDER BY ring_on, id LIMIT ?3"
    )
}

fn next_sql() -> String {
    format!(
        "SELECT * FROM (
           SELECT * FROM (SELECT {COLUMNS} FROM alarm
             WHERE state = 'armed' AND ring_at IS NOT NULL AND (ring_on, ring_at) > (?1, ?2)
             ORDER BY ring_on, ring_at LIMIT ?5)
           UNION ALL
           SELECT * FROM (SELECT {COLUMNS} FROM alarm
             WHERE state = 'armed' AND ring_at IS NULL AND ring_on > ?4 ORDER BY ring_on LIMIT ?5))
         ORDER BY ring_on, ifnull(ring_at, ?3), id LIMIT ?5"
    )
}

/// The armed alarms whose time has come, earliest first, at most `limit`, but for those missed too long ago.
pub fn due(db: &Db, now: NaiveDateTime, daily_time: NaiveTime, limit: u32) -> Result<Vec<Alarm>> {
    let mut statement = db.prepare_cached(&due_sql())?;
    let rows = statement
        .query_map(
            params![now.date(), BIRTHDAY_GRACE_DAYS, now.time(), daily_time, last_daily(now, daily_time), limit],
            read,
        )?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// The last day whose daily time has come.
fn last_daily(now: NaiveDateTime, daily_time: NaiveTime) -> NaiveDate {
    if now.time() >= daily_time { now.date() } else { now.date() - Days::new(1) }
}

/// The armed alarms that were missed too long ago to ring, at most `limit`.
pub fn stale(db: &Db, today: NaiveDate, limit: u32) -> Result<Vec<Alarm>> {
    let mut statement = db.prepare_cached(&stale_sql())?;
    let rows =
        statement.query_map(params![today, BIRTHDAY_GRACE_DAYS, limit], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// The armed alarms that ring after `now`, soonest first, at most `limit`.
pub fn next(db: &Db, now: NaiveDateTime, daily_time: NaiveTime, limit: u32) -> Result<Vec<Alarm>> {
    let mut statement = db.prepare_cached(&next_sql())?;
    let rows = statement
        .query_map(params![now.date(), now.time(), daily_time, last_daily(now, daily_time), limit], read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(finish).collect()
}

/// Whether the pop-up of an alarm may stand: it rang, nothing has become of it, and its contact may be rung about.
pub fn may_stand(db: &Db, id: AlarmId) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT 1 FROM alarm JOIN contact_state ON contact_state.contact_id = alarm.contact_id
             WHERE alarm.id = ?1 AND alarm.state = 'shown' AND within_reach",
        )?
        .exists([id.0])?)
}

#[cfg(test)]
mod tests {
    use crate::storage::Store;

    #[test]
    fn every_turn_of_the_alarms_finds_what_it_asks_for_through_the_indexes() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        for sql in [super::due_sql(), super::stale_sql(), super::next_sql()] {
            let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let plan = statement.raw_query().mapped(|row| row.get::<_, String>(3));
            let plan: Vec<_> = plan.collect::<rusqlite::Result<_>>().unwrap();
            for index in ["alarm_armed_timed", "alarm_armed_daily"] {
                let search = format!("SEARCH alarm USING INDEX {index}");
                assert!(plan.iter().any(|step| step.starts_with(&search)), "{sql}\n{plan:#?}");
            }
            assert!(!plan.iter().any(|step| step.starts_with("SCAN alarm")), "{sql}\n{plan:#?}");
        }
    }
}
