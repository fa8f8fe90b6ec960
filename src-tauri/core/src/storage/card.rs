//! Birthday cards by contact and year.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use rappel_domain::alarm::BIRTHDAY_GRACE_DAYS;
use rappel_domain::birthday::Birthday;
use rappel_domain::card::{CardState, Turn, birthday_around};
use rappel_domain::holidays::Holidays;
use rappel_domain::ids::ContactId;
use rappel_domain::label;
use rappel_domain::settings::Settings;
use rusqlite::{OptionalExtension, Statement, params};

use super::{Db, contact, count, from_word, people, today, word};
use crate::Result;
use crate::views::{CardGroup, CardRow, CardView, LastCard};

/// A card as it is noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// How it stands; to write where nothing was noted.
    pub state: CardState,
    /// What was written on it; may be empty.
    pub words: String,
}

/// What is noted of the card of that year.
pub fn noted(db: &Db, contact: ContactId, year: i32) -> Result<Noted> {
    let found: Option<(String, String)> = db
        .prepare_cached("SELECT state, words FROM card WHERE contact_id = ?1 AND year = ?2")?
        .query_row(params![contact.0, year], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(match found {
        Some((state, words)) => Noted { state: from_word(state)?, words },
        None => Noted { state: CardState::ToWrite, words: String::new() },
    })
}

/// The years of which nothing is left to do for the card.
pub fn settled_years(db: &Db, contact: ContactId) -> Result<BTreeSet<i32>> {
    let mut statement = db.prepare_cached("SELECT year, state FROM card WHERE contact_id = ?1")?;
    let rows = statement.query_map([contact.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let cards = rows.collect::<rusqlite::Result<Vec<(i32, String)>>>()?.into_iter();
    let cards = cards.map(|(year, state)| Ok((year, from_word::<CardState>(state)?))).collect::<Result<Vec<_>>>()?;
    Ok(cards.into_iter().filter(|(_, state)| state.is_settled()).map(|(year, _)| year).collect())
}

/// Notes how it stands. The words stay.
pub fn set_state(db: &Db, contact: ContactId, year: i32, state: CardState, on: NaiveDate) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO card (contact_id, year, state, changed_on) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (contact_id, year) DO UPDATE SET state = excluded.state, changed_on = excluded.changed_on",
    )?
    .execute(params![contact.0, year, word(&state), on])?;
    Ok(())
}

/// Notes how it stands and what is written on it.
pub fn set(db: &Db, contact: ContactId, year: i32, card: &Noted, on: NaiveDate) -> Result<()> {
    set_state(db, contact, year, card.state, on)?;
    db.prepare_cached("UPDATE card SET words = ?3 WHERE contact_id = ?1 AND year = ?2")?
        .execute(params![contact.0, year, card.words])?;
    Ok(())
}

/// The card for that birthday of somebody.
pub fn view(db: &Db, contact: ContactId, born: Birthday, birthday: NaiveDate, settings: &Settings) -> Result<CardView> {
    let year = birthday.year();
    Ok(CardView {
        birthday,
        year,
        turns: born.turns(birthday),
        state: noted(db, contact, year)?.state,
        post_by: settings.post.post_by(birthday, &Holidays::of(&settings.country)),
    })
}

/// One card of a batch, with what it takes to group it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InBatch {
    /// For whom.
    pub contact: ContactId,
    /// How it stands.
    pub state: CardState,
    /// The last day to post it.
    pub post_by: NaiveDate,
    /// What is to be done.
    pub turn: Turn,
}

/// Who has a birthday on a day and may be congratulated, with the card of that year, by name.
const OF_A_DAY: &str = "SELECT s.contact_id, k.state FROM contact_state s
    LEFT JOIN card k ON k.contact_id = s.contact_id AND k.year = ?2
    WHERE s.born = ?1 ORDER BY s.sort_key, s.contact_id";

/// The cards to be posted within `weeks` weeks: those to call instead of first, then by the day to post them, then those that are over;
/// on a day by birthday and name. Birthdays that were missed within the last days are there as long as nobody was called.
pub fn batch(db: &Db, now: NaiveDate, weeks: u32, settings: &Settings) -> Result<Vec<InBatch>> {
    let mut statement = db.prepare_cached(OF_A_DAY)?;
    let mut found = Vec::new();
    for (birthday, post_by) in birthdays(now, now - Days::new(BIRTHDAY_GRACE_DAYS), last_day(now, weeks), settings) {
        for (contact, state) in of_a_day(&mut statement, birthday, settings)? {
            let turn = Turn::of(state, post_by, now);
            if birthday >= now || turn == Turn::Call {
                found.push(InBatch { contact, state, post_by, turn });
            }
        }
    }
    // Stable: birthdays and names stay in their order.
    found.sort_by_key(|it| match it.turn {
        Turn::Call => (0, NaiveDate::MIN),
        Turn::Post => (1, it.post_by),
        Turn::Over => (2, NaiveDate::MIN),
    });
    Ok(found)
}

/// The groups of a batch, each where it begins.
pub fn groups(batch: &[InBatch]) -> Vec<CardGroup> {
    let mut groups: Vec<CardGroup> = Vec::new();
    for (position, it) in (0..).zip(batch) {
        let post_by = (it.turn == Turn::Post).then_some(it.post_by);
        match groups.last_mut().filter(|group| (group.kind, group.post_by) == (it.turn, post_by)) {
            Some(group) => group.count += 1,
            None => groups.push(CardGroup { kind: it.turn, post_by, from: position, count: 1 }),
        }
    }
    groups
}

/// How many cards are to be written so that they can be posted within a week.
pub fn to_write_this_week(db: &Db, now: NaiveDate, settings: &Settings) -> Result<u32> {
    let mut to_write = 0;
    for (birthday, post_by) in birthdays(now, now, last_day(now, 1), settings) {
        if post_by < now {
            continue;
        }
        for (month, date) in today::kept_on(birthday, settings.leap_day) {
            let year = birthday.year();
            let begun = count::cards_written(db, month, date, year)? + count::cards_settled(db, month, date, year)?;
            to_write += count::born(db, month, date)?.saturating_sub(begun);
        }
    }
    Ok(to_write)
}

/// The last day of so many weeks that begin today.
fn last_day(now: NaiveDate, weeks: u32) -> NaiveDate {
    now + Days::new(u64::from(weeks.clamp(1, 52)) * 7 - 1)
}

/// The days from `from` on whose birthday cards are to be posted up to `until`, each with its last day to post. A day has one card a
/// year, so that no more than a year is looked through.
fn birthdays(
    now: NaiveDate,
    from: NaiveDate,
    until: NaiveDate,
    settings: &Settings,
) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    let holidays = Holidays::of(&settings.country);
    let post = settings.post.clone();
    let days = from.iter_days().take_while(move |day| *day < now + Days::new(360));
    days.map(move |day| (day, post.post_by(day, &holidays))).take_while(move |(_, post_by)| *post_by <= until)
}

fn of_a_day(
    statement: &mut Statement<'_>,
    birthday: NaiveDate,
    settings: &Settings,
) -> Result<Vec<(ContactId, CardState)>> {
    let mut found = Vec::new();
    for (month, date) in today::kept_on(birthday, settings.leap_day) {
        let mut rows = statement.query(params![month * 100 + date, birthday.year()])?;
        while let Some(row) = rows.next()? {
            let state: Option<String> = row.get(1)?;
            found.push((ContactId(row.get(0)?), state.map_or(Ok(CardState::ToWrite), from_word)?));
        }
    }
    Ok(found)
}

/// The row of one card of a batch. None for somebody who is gone or has no birthday any more.
pub fn row(db: &Db, id: ContactId, now: NaiveDate, settings: &Settings) -> Result<Option<CardRow>> {
    let Some(person) = people::rows(db, &[id.0])?.pop() else { return Ok(None) };
    let Some(born) = contact::get(db, id)?.birthday else { return Ok(None) };
    let birthday = birthday_around(born, now, settings.leap_day);
    let card = view(db, id, born, birthday, settings)?;
    let phone = contact::first_reach(db, id, "phone")?;
    let address = contact::postal_address(db, id)?;
    Ok(Some(CardRow {
        turn: Turn::of(card.state, card.post_by, now),
        words: noted(db, id, card.year)?.words,
        last: last_before(db, id, card.year)?,
        dial: phone.as_ref().and_then(|(_, normal)| normal.clone()),
        phone: phone.map(|(value, _)| value),
        address: address.map_or(Vec::new(), |it| label::lines("", &person.company, &it, &settings.country)),
        person,
        card,
    }))
}

/// The last card before that of a year of which something is noted.
fn last_before(db: &Db, contact: ContactId, year: i32) -> Result<Option<LastCard>> {
    let mut statement = db.prepare_cached(
        "SELECT year, state, words FROM card WHERE contact_id = ?1 AND year < ?2 ORDER BY year DESC LIMIT 1",
    )?;
    let mut rows = statement.query(params![contact.0, year])?;
    Ok(match rows.next()? {
        Some(row) => Some(LastCard { year: row.get(0)?, state: from_word(row.get(1)?)?, words: row.get(2)? }),
        None => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::storage::Store;

    #[test]
    fn a_day_of_birthdays_is_found_through_the_indexes() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {}", super::OF_A_DAY)).unwrap();
        let plan = statement.raw_query().mapped(|row| row.get::<_, String>(3));
        let plan: Vec<_> = plan.collect::<rusqlite::Result<_>>().unwrap();
        assert!(plan[0].contains("INDEX contact_state_born (born=?)"), "{plan:#?}");
        assert!(!plan.iter().any(|step| step.starts_with("SCAN") || step.contains("TEMP B-TREE")), "{plan:#?}");
    }
}
