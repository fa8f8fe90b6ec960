//! What an export reads: one person at a time with all that a table or card tells of them, and what a calendar holds.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rappel_domain::birthday::Birthday;
use rappel_domain::contact::ContactDraft;
use rappel_domain::follow_up::{FollowUpDraft, Repeat};
use rappel_domain::ids::ContactId;
use rappel_domain::qualification::Answer;
use rappel_domain::sale::SaleDraft;
use rusqlite::params;

use super::follow_up::{self, FollowUp};
use super::{Db, contact, criterion, from_word, people, photo, remind, sale};
use crate::views::PersonRow;
use crate::{Error, Result};
use rappel_domain::alarm::KeepInTouch;

/// A person as an export tells them.
#[derive(Debug, Clone)]
pub struct Person {
    /// As in lists.
    pub row: PersonRow,
    /// The contact's own row.
    pub contact: contact::Contact,
    /// What was entered.
    pub draft: ContactDraft,
    /// The answers, with the name of the criterion.
    pub answers: Vec<(String, Answer, String, NaiveDate)>,
    /// Keep in touch.
    pub keep_in_touch: Option<KeepInTouch>,
    /// Own birthday offsets.
    pub birthday_offsets: Option<BTreeSet<u32>>,
    /// The open follow-ups, the next one first.
    pub follow_ups: Vec<FollowUp>,
    /// The sales, oldest first.
    pub sales: Vec<SaleDraft>,
}

/// A person; none when they are gone by now.
pub fn person(db: &Db, id: ContactId) -> Result<Option<Person>> {
    let Some(row) = people::rows(db, &[id.0])?.pop() else { return Ok(None) };
    let contact = contact::get(db, id)?;
    let mut statement = db.prepare_cached(
        "SELECT c.name, a.answer = 'yes', a.proof, a.answered_on FROM answer a JOIN criterion c ON c.id = a.criterion_id
         WHERE a.contact_id = ?1 ORDER BY c.position, c.id",
    )?;
    let answers = statement
        .query_map([id.0], |row| {
            let answer = if row.get(1)? { Answer::Yes } else { Answer::No };
            Ok((row.get(0)?, answer, row.get(2)?, row.get(3)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let sold = row.sales > 0;
    Ok(Some(Person {
        row,
        draft: contact::get_draft(db, id)?,
        answers,
        keep_in_touch: remind::keep_in_touch(db, id)?,
        birthday_offsets: contact.own_birthday_offsets(),
        follow_ups: follow_up::open_of(db, id)?,
        sales: if sold { sale::drafts_of(db, id)? } else { Vec::new() },
        contact,
    }))
}

/// Somebody's photo, as its media type and its bytes.
pub fn photo(db: &Db, id: ContactId) -> Result<Option<(String, Vec<u8>)>> {
    photo::get(db, id)
}

/// How wide a table of these people is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Widths {
    /// The most e-mail addresses of one person.
    pub emails: usize,
    /// The most phone numbers.
    pub phones: usize,
    /// The most web sites.
    pub websites: usize,
    /// The most postal addresses.
    pub addresses: usize,
    /// The own fields that somebody has a value in.
    pub fields: Vec<String>,
    /// The criteria that somebody answered.
    pub criteria: Vec<String>,
}

/// Measures a table of these people.
pub fn widths(db: &Db, ids: &[i64]) -> Result<Widths> {
    let ids = serde_json::to_string(ids).map_err(|error| Error::Internal(error.to_string()))?;
    let most = |sql: &str, kind: &str| -> Result<usize> {
        Ok(db.prepare_cached(sql)?.query_row(params![ids, kind], |row| row.get(0))?)
    };
    let reach = "SELECT ifnull(max(n), 0) FROM (SELECT count(*) AS n FROM json_each(?1) i
                   JOIN reach r ON r.contact_id = i.value WHERE r.kind = ?2 GROUP BY r.contact_id)";
    let address = "SELECT ifnull(max(n), 0) FROM (SELECT count(*) AS n FROM json_each(?1) i
                     JOIN address a ON a.contact_id = i.value WHERE ?2 = '' GROUP BY a.contact_id)";
    let names = |sql: &str| -> Result<Vec<String>> {
        let mut statement = db.prepare_cached(sql)?;
        let rows = statement.query_map([&ids], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let mut criteria: Vec<String> = criterion::list(db)?.into_iter().map(|it| it.name).collect();
    let answered = names(
        "SELECT DISTINCT c.name FROM json_each(?1) i JOIN answer a ON a.contact_id = i.value
           JOIN criterion c ON c.id = a.criterion_id",
    )?;
    let mut seen = BTreeSet::new();
    criteria.retain(|name| answered.contains(name) && seen.insert(name.clone()));
    Ok(Widths {
        emails: most(reach, "email")?,
        phones: most(reach, "phone")?,
        websites: most(reach, "website")?,
        addresses: most(address, "")?,
        fields: names(
            "SELECT f.name FROM custom_field f WHERE f.id IN
               (SELECT v.field_id FROM json_each(?1) i JOIN custom_value v ON v.contact_id = i.value)
             ORDER BY f.position, f.id",
        )?,
        criteria,
    })
}

/// A birthday in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarBirthday {
    /// Names it for good: the person's number and the moment they came in.
    pub key: String,
    /// Whose.
    pub name: String,
    /// Which.
    pub birthday: Birthday,
}

/// A follow-up in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFollowUp {
    /// Names it for good.
    pub key: String,
    /// With whom.
    pub name: String,
    /// What was entered.
    pub draft: FollowUpDraft,
    /// The first date of its series.
    pub first_on: NaiveDate,
}

/// Gives every birthday to `to`, until it errs; but of whom nothing rings, nothing goes into a calendar either.
pub fn birthdays(db: &Db, mut to: impl FnMut(CalendarBirthday) -> Result<()>) -> Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT c.id || '-' || c.created_at, s.name, c.birth_month, c.birth_day, c.birth_year
         FROM contact c JOIN contact_state s ON s.contact_id = c.id
         WHERE s.born IS NOT NULL ORDER BY s.born, s.sort_key, s.contact_id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Ok(birthday) = Birthday::new(row.get(2)?, row.get(3)?, row.get(4)?) {
            to(CalendarBirthday { key: row.get(0)?, name: row.get(1)?, birthday })?;
        }
    }
    Ok(())
}

/// Gives every open follow-up to `to`, until it errs.
pub fn follow_ups(db: &Db, mut to: impl FnMut(CalendarFollowUp) -> Result<()>) -> Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT f.id || '-' || f.contact_id || '-' || c.created_at, s.name, f.what, f.due_on, f.due_at, f.minutes_before,
           f.repeat_every, f.repeat_unit, f.first_on
         FROM follow_up f JOIN contact c ON c.id = f.contact_id JOIN contact_state s ON s.contact_id = f.contact_id
         WHERE f.state = 'open' AND s.within_reach ORDER BY f.due_on, f.due_at, f.id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let due = rappel_domain::follow_up::Due { on: row.get(3)?, at: row.get(4)? };
        let unit: Option<String> = row.get(7)?;
        let unit = unit.map(from_word).transpose()?;
        let repeat = row.get::<_, Option<u32>>(6)?.zip(unit).map(|(every, unit)| Repeat { every, unit });
        let draft = FollowUpDraft { what: row.get(2)?, due, minutes_before: row.get(5)?, repeat };
        to(CalendarFollowUp { key: row.get(0)?, name: row.get(1)?, draft, first_on: row.get(8)? })?;
    }
    Ok(())
}

/// How many birthdays and open follow-ups a calendar would hold.
pub fn count_calendar(db: &Db) -> Result<(u32, u32)> {
    Ok(db
        .prepare_cached(
            "SELECT ifnull(sum(iif(kind = 'born', things, 0)), 0), ifnull(sum(iif(kind = 'open', things, 0)), 0) FROM day_count",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
