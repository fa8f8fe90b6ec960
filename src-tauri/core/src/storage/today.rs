//! What the screen of today reads: only what it shows, each list through its index.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use rappel_domain::birthday::LeapDay;
use rappel_domain::follow_up::Due;
use rappel_domain::ids::{AlarmId, ContactId, FollowUpId};
use rappel_domain::settings::Settings;
use rusqlite::{OptionalExtension, params};

use super::count::{self, Counted};
use super::{Db, alarm, card, contact, conversation, people};
use crate::Result;
use crate::clock::Now;
use crate::views::{BirthdayItem, CardView, DoneItem, DueItem, KeepInTouchItem, NextAlarm, QualifyFrom};

/// How many follow-ups are due, of people who may be contacted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueCounts {
    /// Due before today.
    pub overdue: u32,
    /// Due today.
    pub today: u32,
}

/// Counts what is overdue and due today.
pub fn due_counts(db: &Db, today: NaiveDate) -> Result<DueCounts> {
    Ok(DueCounts { overdue: count::before(db, Counted::Open, today)?, today: count::on(db, Counted::Open, today)? })
}

/// In the order of the index that holds what is open, which SQLite would not choose by itself.
const DUE: &str = "SELECT f.id, f.contact_id, f.what, f.due_on, f.due_at, f.repeat_every IS NOT NULL, a.id,
    CASE WHEN a.state = 'armed' AND (a.ring_on, ifnull(a.ring_at, '')) IS NOT (a.due_on, ifnull(a.due_at, ''))
      THEN a.ring_on || ' ' || a.ring_at END
  FROM follow_up f INDEXED BY follow_up_open
  CROSS JOIN contact_state s ON s.contact_id = f.contact_id
  LEFT JOIN alarm a ON a.follow_up_id = f.id
  WHERE f.state = 'open' AND s.within_reach AND f.due_on >= ?1 AND f.due_on <= ?2
  ORDER BY f.due_on, f.due_at IS NULL, f.due_at, f.id LIMIT ?3";

/// Follow-ups that are overdue or due today, in time order; those without a time after those with one.
pub fn due_items(db: &Db, today: NaiveDate, overdue: bool, limit: u32) -> Result<Vec<DueItem>> {
    let mut statement = db.prepare_cached(DUE)?;
    let from = if overdue { "0000-01-01".to_owned() } else { today.to_string() };
    let to = if overdue { today - Days::new(1) } else { today };
    let mut rows = statement.query(params![from, to, limit])?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        let contact = ContactId(row.get(1)?);
        let what: String = row.get(2)?;
        items.push(DueItem {
            follow_up: FollowUpId(row.get(0)?),
            person: people::row(db, contact)?,
            what: if what.is_empty() { conversation::last_said(db, contact)?.unwrap_or_default() } else { what },
            due: Due { on: row.get(3)?, at: row.get::<_, Option<NaiveTime>>(4)? },
            repeats: row.get(5)?,
            phone: contact::first_reach(db, contact, "phone")?.map(|(value, _)| value),
            email: contact::first_reach(db, contact, "email")?.map(|(value, _)| value),
            alarm: row.get::<_, Option<i64>>(6)?.map(AlarmId),
            snoozed_until: row.get(7)?,
        });
    }
    Ok(items)
}

/// Follow-ups that were finished today, newest first.
pub fn done_items(db: &Db, today: NaiveDate, limit: u32) -> Result<Vec<DoneItem>> {
    let mut statement = db.prepare_cached(
        "SELECT f.id, f.contact_id, s.name, f.what, f.closed_at FROM follow_up f
         JOIN contact_state s ON s.contact_id = f.contact_id
         WHERE f.state = 'done' AND f.closed_at >= ?1 AND f.closed_at < ?2 AND s.place <> 'trash'
         ORDER BY f.closed_at DESC LIMIT ?3",
    )?;
    let rows = statement.query_map(params![today, today + Days::new(1), limit], |row| {
        Ok(DoneItem {
            follow_up: FollowUpId(row.get(0)?),
            contact: ContactId(row.get(1)?),
            name: row.get(2)?,
            what: row.get(3)?,
            at: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// For how many days ahead birthdays are shown.
const BIRTHDAY_DAYS: u64 = 14;

/// Who within reach was born on a day of a month, by name.
pub(super) const BORN: &str =
    "SELECT s.contact_id FROM contact_state s WHERE s.born = ?1 ORDER BY s.sort_key, s.contact_id LIMIT ?2";

/// The birthdays of the coming 14 days, and how many of them fall within seven.
pub fn birthdays(db: &Db, now: &Now, settings: &Settings, limit: u32) -> Result<(Vec<BirthdayItem>, u32)> {
    let mut statement = db.prepare_cached(BORN)?;
    let (mut items, mut this_week) = (Vec::new(), 0);
    for ahead in 0..BIRTHDAY_DAYS {
        let day = now.today() + Days::new(ahead);
        for (month, date) in kept_on(day, settings.leap_day) {
            if ahead < 7 {
                this_week += count::born(db, month, date)?;
            }
            let room = (limit as usize).saturating_sub(items.len());
            let ids = statement.query_map(params![month * 100 + date, room], |row| row.get(0))?;
            for id in ids.collect::<rusqlite::Result<Vec<_>>>()? {
                items.extend(birthday_item(db, ContactId(id), now, settings)?);
            }
        }
    }
    Ok((items, this_week))
}

/// The months and days of birth that are kept on `day`: its own, and 29 February where that moved there.
pub(super) fn kept_on(day: NaiveDate, leap: LeapDay) -> Vec<(u32, u32)> {
    let mut kept = vec![(day.month(), day.day())];
    let stands_in = match leap {
        LeapDay::Before => (2, 28),
        LeapDay::After => (3, 1),
    };
    if !day.leap_year() && (day.month(), day.day()) == stands_in {
        kept.push((2, 29));
    }
    kept
}

fn birthday_item(db: &Db, id: ContactId, now: &Now, settings: &Settings) -> Result<Option<BirthdayItem>> {
    let found = contact::get(db, id)?;
    let card = coming_card(db, &found, now, settings)?;
    let person = people::row(db, id)?;
    Ok(card.map(|card| BirthdayItem { person, card }))
}

/// The card of the coming birthday, today's included. It is named by the year of that birthday, as its alarm is.
pub fn coming_card(db: &Db, contact: &contact::Contact, now: &Now, settings: &Settings) -> Result<Option<CardView>> {
    let Some(born) = contact.birthday else { return Ok(None) };
    Ok(Some(card::view(db, contact.id, born, born.next_from(now.today(), settings.leap_day), settings)?))
}

/// Whom to keep in touch with: the clock has run out, and they may be contacted.
const OUT_OF_TOUCH: &str = "alarm a JOIN contact_state s ON s.contact_id = a.contact_id
  WHERE a.kind = 'keep_in_touch' AND a.state IN ('armed', 'shown') AND a.due_on <= ?1 AND s.within_reach";

fn out_of_touch_sql() -> String {
    format!(
        "SELECT a.id, a.contact_id, a.due_on, a.period,
           CASE WHEN a.state = 'armed' AND (a.ring_on, ifnull(a.ring_at, '')) IS NOT (a.due_on, ifnull(a.due_at, ''))
             THEN a.ring_on || ' ' || a.ring_at END
         FROM {OUT_OF_TOUCH} ORDER BY a.due_on, a.contact_id LIMIT ?2"
    )
}

/// People to keep in touch with whose clock has run out, the longest first.
pub fn keep_in_touch(db: &Db, today: NaiveDate, limit: u32) -> Result<Vec<KeepInTouchItem>> {
    let mut statement = db.prepare_cached(&out_of_touch_sql())?;
    let mut rows = statement.query(params![today, limit])?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        let (due_on, period): (NaiveDate, i32) = (row.get(2)?, row.get(3)?);
        items.push(KeepInTouchItem {
            person: people::row(db, ContactId(row.get(1)?))?,
            // An occurrence is named by the day on which its clock started.
            weeks: u32::try_from((due_on.num_days_from_ce() - period) / 7).unwrap_or(0),
            due_on,
            alarm: AlarmId(row.get(0)?),
            snoozed_until: row.get(4)?,
        });
    }
    Ok(items)
}

/// How many they are.
pub fn count_keep_in_touch(db: &Db, today: NaiveDate) -> Result<u32> {
    count::before(db, Counted::OutOfTouch, today + Days::new(1))
}

/// How many in the sales phase have nothing planned, counted no further than `most` in each step.
pub fn count_without_next_step(db: &Db, most: u32) -> Result<u32> {
    let count: u32 = db
        .prepare_cached(
            "SELECT ifnull(sum((SELECT count(*) FROM (
               SELECT 1 FROM contact_state
               WHERE place = 'step' AND step_id = step.id AND ifnull(next_on, '') = '' LIMIT ?1))), 0) FROM step",
        )?
        .query_row([most], |row| row.get(0))?;
    Ok(count.min(most))
}

/// From which source most of the leads to qualify came.
pub fn qualify_from(db: &Db) -> Result<Option<QualifyFrom>> {
    Ok(db
        .prepare_cached(
            "SELECT src.name, p.people FROM place_count p JOIN source src ON src.id = p.source_id
             WHERE p.place = 'lead' ORDER BY p.people DESC LIMIT 1",
        )?
        .query_row([], |row| Ok(QualifyFrom { source: row.get(0)?, count: row.get(1)? }))
        .optional()?)
}

/// The next alarm that rings.
pub fn next_alarm(db: &Db, now: NaiveDateTime, daily_time: NaiveTime) -> Result<Option<NextAlarm>> {
    let Some(alarm) = alarm::next(db, now, daily_time, 1)?.pop() else { return Ok(None) };
    Ok(Some(NextAlarm {
        kind: alarm.occurrence.kind,
        contact: alarm.contact,
        name: people::name(db, alarm.contact)?,
        at: alarm.rings(daily_time).to_string(),
    }))
}

#[cfg(test)]
mod tests {
    use crate::storage::Store;

    #[test]
    fn what_is_shown_is_read_in_the_order_of_the_indexes() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        let asked = [
            (super::DUE.to_owned(), "SEARCH f USING INDEX follow_up_open (due_on>? AND due_on<?)"),
            (super::BORN.to_owned(), "SEARCH s USING COVERING INDEX contact_state_born (born=?)"),
            (super::out_of_touch_sql(), "SEARCH a USING INDEX alarm_keep_in_touch (due_on<?)"),
        ];
        for (sql, first) in asked {
            let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let plan = statement.raw_query().mapped(|row| row.get::<_, String>(3));
            let plan: Vec<_> = plan.collect::<rusqlite::Result<_>>().unwrap();
            assert_eq!(plan[0], first, "{sql}\n{plan:#?}");
            let sorts = |step: &String| step.starts_with("SCAN") || step.contains("TEMP B-TREE");
            assert!(!plan.iter().any(sorts), "{sql}\n{plan:#?}");
        }
    }
}
