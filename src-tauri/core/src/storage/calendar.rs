//! What the calendar reads: for each day a count and no more rows than there is room for, each through an index of its own, so that
//! people who have nothing on these days cost nothing.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use rappel_domain::birthday::Birthday;
use rappel_domain::follow_up::{Repeat, Unit};
use rappel_domain::holidays::Holidays;
use rappel_domain::ids::{ContactId, FollowUpId};
use rappel_domain::settings::Settings;
use rusqlite::{Row, ToSql};

use super::count::{self, Counted};
use super::today::{BORN, kept_on};
use super::{Db, card, derived, from_word};
use crate::clock::Now;
use crate::views::{CalendarDay, CalendarEntry, CalendarWhat};
use crate::{Error, Result};

/// What falls on a day, in the order in which a day shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Open,
    Card,
    Birthday,
    Coming,
    Done,
}

const KINDS: [Kind; 5] = [Kind::Open, Kind::Card, Kind::Birthday, Kind::Coming, Kind::Done];

/// One entry of a day: its kind, and the number of its follow-up or contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key(Kind, i64);

impl Key {
    /// As a number, for a list that is kept and read by position.
    fn number(self) -> i64 {
        (self.1 << 3) | self.0 as i64
    }

    fn read(number: i64) -> Option<Self> {
        KINDS.get((number & 7) as usize).map(|kind| Self(*kind, number >> 3))
    }
}

// The numbers of one part of a day, each in the order of the index that is named in it; the last value is how many there is room for.

const OPEN: &str =
    "SELECT f.id FROM follow_up f INDEXED BY follow_up_open CROSS JOIN contact_state s ON s.contact_id = f.contact_id
  WHERE f.state = 'open' AND f.due_on = ?1 AND s.within_reach ORDER BY f.due_at IS NULL, f.due_at, f.id LIMIT ?2";
const DONE: &str = "SELECT f.id FROM follow_up f INDEXED BY follow_up_closed CROSS JOIN contact_state s ON s.contact_id = f.contact_id
  WHERE f.state = 'done' AND f.closed_at >= ?1 AND f.closed_at < ?2 AND s.place <> 'trash' ORDER BY f.closed_at, f.id LIMIT ?3";
/// Of whom the card of year `?2` is neither posted nor left out.
const UNPOSTED: &str = "SELECT s.contact_id FROM contact_state s
  WHERE s.born = ?1
    AND NOT EXISTS (SELECT 1 FROM card k WHERE k.contact_id = s.contact_id AND k.year = ?2 AND k.state IN ('posted', 'skipped'))
  ORDER BY s.sort_key, s.contact_id LIMIT ?3";
/// Named, as the planner thinks that all open follow-ups are few.
const REPEATING: &str = "SELECT f.id, f.due_on, f.due_at, f.repeat_every, f.repeat_unit, f.first_on FROM follow_up f INDEXED BY follow_up_repeating
  WHERE f.state = 'open' AND f.repeat_every IS NOT NULL AND f.due_on < ?1";

/// The days of a span, each with its first entries.
pub struct Span<'a> {
    db: &'a Db,
    now: &'a Now,
    settings: &'a Settings,
    /// The birthdays whose cards have to be posted by a day.
    cards: BTreeMap<NaiveDate, Vec<NaiveDate>>,
    /// The follow-ups that will come again on a day.
    coming: BTreeMap<NaiveDate, Vec<i64>>,
}

impl<'a> Span<'a> {
    /// Looks up what concerns several days at once.
    pub fn of(db: &'a Db, from: NaiveDate, days: u32, now: &'a Now, settings: &'a Settings) -> Result<Self> {
        let to = from + Days::new(u64::from(days));
        let coming = coming(db, from, to, now.today())?;
        Ok(Self { db, now, settings, cards: cards(from, to, now.today(), settings), coming })
    }

    /// A day with its first entries.
    pub fn day(&self, on: NaiveDate, rows: u32) -> Result<CalendarDay> {
        let mut day = CalendarDay { on, count: 0, entries: Vec::new() };
        for kind in KINDS {
            day.count += self.count(kind, on)?;
            let room = rows as usize - day.entries.len();
            if room > 0 {
                let keys = self.keys(kind, on, room)?;
                day.entries.extend(entries(self.db, &keys, on, self.settings)?);
            }
        }
        Ok(day)
    }

    /// All entries of a day, as a list that is read by position.
    pub fn list(&self, on: NaiveDate) -> Result<Vec<i64>> {
        let mut all = Vec::new();
        for kind in KINDS {
            all.extend(self.keys(kind, on, usize::MAX)?.into_iter().map(Key::number));
        }
        Ok(all)
    }

    fn count(&self, kind: Kind, on: NaiveDate) -> Result<u32> {
        match kind {
            Kind::Open => count::on(self.db, Counted::Open, on),
            Kind::Done if on > self.now.today() => Ok(0),
            Kind::Done => count::on(self.db, Counted::Done, on),
            Kind::Coming => Ok(u32::try_from(self.coming.get(&on).map_or(0, Vec::len)).unwrap_or(u32::MAX)),
            Kind::Birthday => self.born(on).iter().map(|(month, date)| count::born(self.db, *month, *date)).sum(),
            Kind::Card => {
                let unposted = |&(month, date, year): &(u32, u32, i32)| {
                    let settled = count::cards_settled(self.db, month, date, year)?;
                    Ok(count::born(self.db, month, date)?.saturating_sub(settled))
                };
                self.unposted(on).iter().map(unposted).sum()
            }
        }
    }

    fn keys(&self, kind: Kind, on: NaiveDate, room: usize) -> Result<Vec<Key>> {
        let next = on + Days::new(1);
        let limit = i64::try_from(room).unwrap_or(i64::MAX);
        let ids = |sql: &str, params: &[&dyn ToSql]| -> Result<Vec<i64>> {
            let mut statement = self.db.prepare_cached(sql)?;
            let rows = statement.query_map(params, |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        let mut found = match kind {
            Kind::Open => ids(OPEN, &[&on, &limit])?,
            Kind::Done if on > self.now.today() => Vec::new(),
            Kind::Done => ids(DONE, &[&on, &next, &limit])?,
            Kind::Coming => self.coming.get(&on).cloned().unwrap_or_default(),
            Kind::Birthday => {
                let parts = self.born(on).into_iter();
                parts
                    .map(|(month, date)| ids(BORN, &[&(month * 100 + date), &limit]))
                    .collect::<Result<Vec<_>>>()?
                    .concat()
            }
            Kind::Card => {
                let parts = self.unposted(on).into_iter();
                let all = parts.map(|(month, date, year)| ids(UNPOSTED, &[&(month * 100 + date), &year, &limit]));
                all.collect::<Result<Vec<_>>>()?.concat()
            }
        };
        found.truncate(room);
        Ok(found.into_iter().map(|id| Key(kind, id)).collect())
    }

    /// The months and days of birth that are kept on a day.
    fn born(&self, on: NaiveDate) -> Vec<(u32, u32)> {
        kept_on(on, self.settings.leap_day)
    }

    /// The months and days of birth whose cards have to be posted by a day, with the year that names the card.
    fn unposted(&self, on: NaiveDate) -> Vec<(u32, u32, i32)> {
        let birthdays = self.cards.get(&on).into_iter().flatten();
        birthdays.flat_map(|day| self.born(*day).into_iter().map(|(month, date)| (month, date, day.year()))).collect()
    }
}

/// The birthdays from today on whose cards have to be posted on a day of the span. What was to be posted for one that is over is
/// past mending.
fn cards(from: NaiveDate, to: NaiveDate, today: NaiveDate, settings: &Settings) -> BTreeMap<NaiveDate, Vec<NaiveDate>> {
    let mut found: BTreeMap<NaiveDate, Vec<NaiveDate>> = BTreeMap::new();
    if !settings.card_alarms {
        return found;
    }
    let holidays = Holidays::of(&settings.country);
    // A later birthday never has to be posted earlier.
    for birthday in from.max(today).iter_days() {
        let post_by = settings.post.post_by(birthday, &holidays);
        if post_by >= to {
            break;
        }
        if post_by >= from {
            found.entry(post_by).or_default().push(birthday);
        }
    }
    found
}

/// The follow-ups that repeat and will come again in the span, by day, those with a time first. They come after today, as what is
/// skipped never comes.
fn coming(db: &Db, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Result<BTreeMap<NaiveDate, Vec<i64>>> {
    let mut found: BTreeMap<NaiveDate, Vec<(bool, Option<NaiveTime>, i64)>> = BTreeMap::new();
    if to <= today {
        return Ok(BTreeMap::new());
    }
    let mut statement = db.prepare_cached(REPEATING)?;
    let mut may_ring = db.prepare_cached(
        "SELECT 1 FROM follow_up f JOIN contact_state s ON s.contact_id = f.contact_id
         WHERE f.id = ?1 AND s.within_reach",
    )?;
    let mut rows = statement.query([to])?;
    while let Some(row) = rows.next()? {
        let (id, due_on, at): (i64, NaiveDate, Option<NaiveTime>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let repeat = Repeat { every: row.get(3)?, unit: from_word::<Unit>(row.get(4)?)? };
        let after = due_on.max(today).max(from - Days::new(1));
        let mut days = repeat.coming(row.get(5)?, after, to - Days::new(1)).peekable();
        if days.peek().is_some() && may_ring.exists([id])? {
            for day in days {
                found.entry(day).or_default().push((at.is_none(), at, id));
            }
        }
    }
    let sorted = found.into_iter().map(|(day, mut list)| {
        list.sort_unstable();
        (day, list.into_iter().map(|(_, _, id)| id).collect())
    });
    Ok(sorted.collect())
}

/// The entries of a day that a kept list names, in its order; what is gone since is left out.
pub fn rows(db: &Db, numbers: &[i64], on: NaiveDate, settings: &Settings) -> Result<Vec<CalendarEntry>> {
    let keys: Vec<_> = numbers.iter().filter_map(|number| Key::read(*number)).collect();
    entries(db, &keys, on, settings)
}

fn entries(db: &Db, keys: &[Key], on: NaiveDate, settings: &Settings) -> Result<Vec<CalendarEntry>> {
    let all = keys.iter().map(|Key(kind, id)| match kind {
        Kind::Birthday | Kind::Card => of_contact(db, *kind, ContactId(*id), on, settings),
        Kind::Open | Kind::Coming | Kind::Done => of_follow_up(db, *kind, FollowUpId(*id)),
    });
    Ok(all.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

const PERSON: &str = "s.contact_id, s.name, s.place, s.step_id, s.lifecycle";

fn person(row: &Row<'_>, what: CalendarWhat) -> Result<CalendarEntry> {
    Ok(CalendarEntry {
        contact: ContactId(row.get(0)?),
        name: row.get(1)?,
        place: derived::read_place(&row.get::<_, String>(2)?, row.get(3)?),
        lifecycle: from_word(row.get(4)?)?,
        what,
    })
}

fn of_follow_up(db: &Db, kind: Kind, id: FollowUpId) -> Result<Option<CalendarEntry>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {PERSON}, f.what, f.due_at, f.repeat_every IS NOT NULL, f.closed_at FROM follow_up f
         JOIN contact_state s ON s.contact_id = f.contact_id WHERE f.id = ?1"
    ))?;
    let mut rows = statement.query([id.0])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (what, at): (String, Option<NaiveTime>) = (row.get(5)?, row.get(6)?);
    let entry = match kind {
        Kind::Coming => CalendarWhat::Coming { follow_up: id, what, at },
        Kind::Done => {
            let closed: Option<NaiveDateTime> = row.get(8)?;
            CalendarWhat::Done { follow_up: id, what, at: closed.map(|it| it.time()) }
        }
        _ => CalendarWhat::FollowUp { follow_up: id, what, at, repeats: row.get(7)? },
    };
    person(row, entry).map(Some)
}

fn of_contact(db: &Db, kind: Kind, id: ContactId, on: NaiveDate, settings: &Settings) -> Result<Option<CalendarEntry>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {PERSON}, c.birth_month, c.birth_day, c.birth_year FROM contact c
         JOIN contact_state s ON s.contact_id = c.id WHERE c.id = ?1 AND c.birth_month IS NOT NULL"
    ))?;
    let mut rows = statement.query([id.0])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let born =
        Birthday::new(row.get(5)?, row.get(6)?, row.get(7)?).map_err(|error| Error::Internal(error.to_string()))?;
    // The day to post a card lies before the birthday it is for; a birthday stands on its own day.
    let birthday = born.next_from(on, settings.leap_day);
    let state = card::noted(db, id, birthday.year())?.state;
    let entry = match kind {
        Kind::Card => CalendarWhat::Card { birthday, card: state },
        _ => CalendarWhat::Birthday { turns: born.turns(birthday), card: state },
    };
    person(row, entry).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Store;

    #[test]
    fn a_day_is_found_through_the_indexes_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let db = store.writer();
        let asked = [
            (OPEN, "SEARCH f USING INDEX follow_up_open (due_on=?)"),
            (DONE, "SEARCH f USING INDEX follow_up_closed (closed_at>? AND closed_at<?)"),
            (BORN, "SEARCH s USING COVERING INDEX contact_state_born (born=?)"),
            (UNPOSTED, "SEARCH s USING COVERING INDEX contact_state_born (born=?)"),
            (REPEATING, "SEARCH f USING COVERING INDEX follow_up_repeating (due_on<?)"),
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

    #[test]
    fn an_entry_is_known_by_its_number_again() {
        for kind in KINDS {
            assert_eq!(Key::read(Key(kind, 123_456).number()), Some(Key(kind, 123_456)));
        }
        assert_eq!(Key::read(7), None);
    }
}
