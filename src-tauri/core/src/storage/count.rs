//! Counts that are kept while rows come and go, so that no screen counts what it does not show. Triggers keep them; what counts
//! for what stands in the view `counted` of the schema.

use chrono::NaiveDate;
use rappel_domain::ids::SourceId;
use rusqlite::params;

use super::Db;
use crate::Result;

/// What is counted by the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Follow-ups that are open, of people within reach, by the day they are due.
    Open,
    /// Follow-ups that are done, but for people in the trash, by the day that happened.
    Done,
    /// People to keep in touch with, by the day the clock runs out.
    OutOfTouch,
    /// Questions that are open.
    Asked,
    /// Answers that are there and still to be told.
    ToTell,
}

impl Counted {
    fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::OutOfTouch => "out_of_touch",
            Self::Asked => "asked",
            Self::ToTell => "to_tell",
        }
    }
}

fn of(db: &Db, kind: &str, day: &str) -> Result<u32> {
    Ok(db
        .prepare_cached("SELECT ifnull(sum(things), 0) FROM day_count WHERE kind = ?1 AND day = ?2")?
        .query_row([kind, day], |row| row.get(0))?)
}

/// How many there are on a day.
pub fn on(db: &Db, what: Counted, day: NaiveDate) -> Result<u32> {
    of(db, what.word(), &day.to_string())
}

/// How many there are on all days before one.
pub fn before(db: &Db, what: Counted, day: NaiveDate) -> Result<u32> {
    Ok(db
        .prepare_cached("SELECT ifnull(sum(things), 0) FROM day_count WHERE kind = ?1 AND day < ?2")?
        .query_row(params![what.word(), day], |row| row.get(0))?)
}

/// How many questions there are, which have no day.
pub fn in_all(db: &Db, what: Counted) -> Result<u32> {
    of(db, what.word(), "")
}

/// How many people within reach were born on a day of a month.
pub fn born(db: &Db, month: u32, day: u32) -> Result<u32> {
    of(db, "born", &format!("{month:02}{day:02}"))
}

/// How many of them have a card of that year that is posted or left out.
pub fn cards_settled(db: &Db, month: u32, day: u32, year: i32) -> Result<u32> {
    of(db, "card_settled", &format!("{year:04}-{month:02}{day:02}"))
}

/// How many of them have a card of that year that is written and no more.
pub fn cards_written(db: &Db, month: u32, day: u32, year: i32) -> Result<u32> {
    of(db, "card_written", &format!("{year:04}-{month:02}{day:02}"))
}

/// How many people stand in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceCount {
    /// The place, in the words of `contact_state`.
    pub place: String,
    /// Its step.
    pub step: Option<i64>,
    /// How many people.
    pub people: u32,
}

/// How many people stand in each place where somebody stands, only from these sources if any are named.
pub fn in_places(db: &Db, sources: &[SourceId]) -> Result<Vec<PlaceCount>> {
    let mut statement =
        db.prepare_cached("SELECT place, step_id, source_id, people FROM place_count ORDER BY place, step_id")?;
    let mut rows = statement.query([])?;
    let mut places: Vec<PlaceCount> = Vec::new();
    while let Some(row) = rows.next()? {
        let (place, step, source, people): (String, i64, i64, u32) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        if !sources.is_empty() && !sources.contains(&SourceId(source)) {
            continue;
        }
        let step = (step != 0).then_some(step);
        match places.last_mut().filter(|it| (&it.place, it.step) == (&place, step)) {
            Some(last) => last.people += people,
            None => places.push(PlaceCount { place, step, people }),
        }
    }
    Ok(places)
}

/// How many people are not in the trash, and how many of them are leads that can be asked.
pub fn people(db: &Db) -> Result<(u32, u32)> {
    Ok(db
        .prepare_cached(
            "SELECT ifnull(sum(iif(place <> 'trash', people, 0)), 0), ifnull(sum(iif(place = 'lead', people, 0)), 0)
             FROM place_count",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Counts everybody whose number is higher, of whom nobody was counted yet, nor talked to.
pub fn add_after(db: &Db, last: i64) -> Result<()> {
    db.execute(
        "INSERT INTO place_count SELECT place, ifnull(step_id, 0), ifnull(source_id, 0), count(*) FROM contact_state
         WHERE contact_id > ?1 GROUP BY 1, 2, 3 ON CONFLICT DO UPDATE SET people = people + excluded.people",
        [last],
    )?;
    db.execute(
        "INSERT INTO day_count SELECT kind, day, count(*) FROM counted WHERE contact_id > ?1 GROUP BY 1, 2
         ON CONFLICT DO UPDATE SET things = things + excluded.things",
        [last],
    )?;
    Ok(())
}

/// Where the counts differ from what a count of all rows gives: nowhere. For tests.
pub fn wrong(db: &Db) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "SELECT 'place ' || place || ' ' || step_id || ' ' || source_id AS what, sum(people) AS off FROM (
           SELECT place, step_id, source_id, people FROM place_count
           UNION ALL
           SELECT place, ifnull(step_id, 0), ifnull(source_id, 0), -1 FROM contact_state)
         GROUP BY 1 HAVING off <> 0
         UNION ALL
         SELECT kind || ' ' || day, sum(things) AS off FROM (
           SELECT kind, day, things FROM day_count UNION ALL SELECT kind, day, -1 FROM counted)
         GROUP BY 1 HAVING off <> 0
         UNION ALL
         SELECT 'talk ' || day || ' ' || source_id || ' ' || unasked, sum(talks) * 1000000 + sum(minutes) AS off FROM (
           SELECT day, source_id, unasked, talks, minutes FROM talk_count
           UNION ALL
           SELECT day, source_id, unasked, -1, -minutes FROM talk)
         GROUP BY 1 HAVING off <> 0",
    )?;
    let rows =
        statement.query_map([], |row| Ok(format!("{} by {}", row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
